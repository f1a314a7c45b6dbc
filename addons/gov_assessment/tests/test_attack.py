"""Facts that an attacker tried to show otherwise than they count."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import MID_OCTOBER, AssessmentCommon


@tagged("post_install", "-at_install")
class TestDerivedValues(AssessmentCommon):
    def setUp(self):
        super().setUp()
        self.person = self.new_person()
        self.vals = {
            "employee_id": self.person.id,
            "date": MID_OCTOBER,
            "item_id": self.version.item_ids[:1].id,
        }
        self.events = self.env["gov.assessment.event"].with_user(self.site_officer)

    def test_points_in_all_follow_from_points_and_quantity(self):
        forged = {"points_total": 99}
        event = self.events.create({**self.vals, **forged})

        event.write(forged)

        self.assertEqual(event.points_total, event.points * event.quantity)

    def test_record_is_not_pushed_to_another_site(self):
        forged = {"department_id": self.town_b.id}
        event = self.events.create({**self.vals, **forged})

        event.write(forged)

        self.assertEqual(event.department_id, self.town)

    def test_record_is_not_created_confirmed(self):
        for events, vals in (
            (self.events, {"state": "confirmed"}),
            (self.events.with_context(default_state="confirmed"), {}),
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                events.create({**self.vals, **vals})

    def test_bad_review_stays_bad(self):
        review = (
            self.env["gov.service.review"]
            .with_user(self.officer)
            .create(
                {
                    "number": "T-ATTACK",
                    "employee_id": self.person.id,
                    "rating": "1",
                    "reviewed_at": "2026-10-08 02:00:00",
                }
            )
        )

        review.write({"is_bad": False})

        self.assertTrue(review.is_bad)


@tagged("post_install", "-at_install")
class TestForgedDefaults(AssessmentCommon):
    def test_officer_confirms_no_sheet_by_a_key_in_the_context(self):
        self.new_person()
        batch = self.new_round("draft").with_user(self.officer)
        forged = {"default_confirm_state": "confirmed", "default_reward_amount": 9}

        batch.with_context(**forged).action_open()

        self.assertFalse(batch.appraisal_ids.confirm_state)
        self.assertFalse(batch.appraisal_ids.reward_amount)
