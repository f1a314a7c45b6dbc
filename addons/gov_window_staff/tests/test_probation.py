"""End of probation: reminders, decision for several people, replacement (S23, S24)."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import WindowStaffCommon
from .common_entry import TODAY, LeavingMixin


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestProbation(LeavingMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.end = date(2026, 4, 8)  # 30 days from today
        cls.person = cls.new_person(
            entry=date(2026, 1, 9),
            trial_end=cls.end,
            gov_dispatch_unit_id=cls.unit.id,
        )

    def remind(self, day):
        with freeze_time(day):
            self.env["hr.employee"]._cron_gov_probation()
        return len(
            self.person.activity_ids.filtered(lambda a: a.user_id == self.officer)
        )

    def decide(self, person=None, **vals):
        wizard = (
            self.env["gov.probation.decide"]
            .with_user(self.officer)
            .with_context(default_employee_ids=(person or self.person).ids)
            .create({})
        )
        wizard.line_ids.write(vals)
        wizard.action_apply()
        return self.env["gov.staff.movement"].search(
            [("employee_id", "=", self.person.id)]
        )

    def to_decide(self):
        people = self.env["hr.employee"].with_user(self.officer)
        found = people.search([("gov_is_to_regularise", "=", True)])
        return self.person.id in found.ids

    def test_reminders_come_30_and_7_days_before_the_end_once_each(self):
        for day, count in [
            ("2026-03-08", 0),
            ("2026-03-09", 1),
            ("2026-03-09", 1),
            ("2026-03-31", 1),
            ("2026-04-01", 2),
            ("2026-04-02", 2),
            ("2026-04-09", 2),
        ]:
            with self.subTest(day=day):
                self.assertEqual(self.remind(day), count)

    def test_missed_morning_is_made_up(self):
        self.assertEqual(self.remind("2026-03-12"), 1)

    def test_moved_end_is_reminded_of_again(self):
        self.remind("2026-03-09")
        self.person.trial_date_end = date(2026, 4, 10)

        self.assertEqual(self.remind("2026-03-11"), 2)

    def test_people_whose_probation_ends_are_listed_until_decided(self):
        self.assertTrue(self.to_decide())

        self.decide(result="pass")

        self.assertFalse(self.to_decide())

    def test_passed_probation_drafts_a_regularisation_for_the_next_day(self):
        movement = self.decide(result="pass")

        self.assertRecordValues(
            movement,
            [
                {
                    "kind": "regular",
                    "state": "draft",
                    "trial_result": "pass",
                    "effective_date": date(2026, 4, 9),
                }
            ],
        )

    def test_person_who_is_not_suitable_needs_a_reason(self):
        with self.assertRaises(UserError):
            self.decide(result="replace")

    def test_person_without_probation_is_not_decided_on(self):
        with self.assertRaises(UserError):
            self.decide(person=self.new_person())

    def test_not_suitable_leads_to_a_return_that_orders_a_replacement(self):
        movement = self.decide(result="replace", reason="业务能力不足")
        movement.effective_date = TODAY

        self.approve(movement)
        follower = self.env["gov.staff.movement"].search(
            [("origin_id", "=", movement.id)]
        )
        follower.effective_date = date(2026, 3, 31)
        self.approve(follower)

        self.assertRecordValues(
            follower,
            [
                {
                    "kind": "return",
                    "replacement_needed": True,
                    "reason": "业务能力不足",
                    "order_state": "ordered",
                    "replacement_due": date(2026, 3, 18),
                }
            ],
        )
