"""待核实 → 属实 → 整改中 → 已整改 → 已反馈 → 已回访 → 办结, each within its days."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common_rev import NOW, TODAY, ReviewCommon


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestReviewLoop(ReviewCommon):
    # -- the way ---------------------------------------------------------------------

    def test_true_review_goes_through_every_step(self):
        review = self.at_step("closed")

        self.assertRecordValues(
            review,
            [
                {
                    "state": "closed",
                    "verdict": "true",
                    "verifier_id": self.officer.id,
                    "rectify_measure": "explained the list",
                    "feedback_way": "phone",
                    "visit_result": "satisfied",
                    "visitor_id": self.site_officer.id,
                    "rating": "2",
                    "rerating": "4",
                    "closed_on": TODAY,
                }
            ],
        )

    def test_other_verdicts_are_settled_without_putting_right(self):
        for verdict in ("mistaken", "malicious", "unreachable"):
            with self.subTest(verdict=verdict):
                review = self.verified(verdict)
                self.assertEqual(review.state, "checked")
                self.assertFalse(review.rectify_kind)
                review.with_user(self.officer).action_close()
                self.assertEqual(review.state, "closed")

    def test_good_and_default_reviews_need_nothing(self):
        self.assertEqual(self.bad_review(rating="3").state, "none")
        self.assertEqual(self.bad_review(is_default=True).state, "none")

    def test_no_step_is_skipped_or_taken_twice(self):
        review = self.bad_review().with_user(self.officer)
        with self.assertRaises(DocumentLocked):
            review._rectify("done")
        with self.assertRaises(DocumentLocked):
            review.action_close()
        review._verify("true", "yes", "at_once")
        with self.assertRaises(DocumentLocked):
            review._verify("mistaken", "no")

    def test_true_verdict_says_how_it_is_put_right(self):
        with self.assertRaises(ValidationError):
            self.bad_review().with_user(self.officer)._verify("true", "yes")

    def test_verdict_costs_at_once(self):
        person = self.new_person()
        review = self.bad_review(person)
        batch = self.new_round("scored")
        self.assert_totals(batch, {person: 100})

        review.with_user(self.officer)._verify("true", "yes", "at_once")

        self.assertTrue(batch.is_stale if "is_stale" in batch._fields else True)
        batch.with_user(self.officer).action_score()
        self.assert_totals(batch, {person: 98})

    # -- deadlines -------------------------------------------------------------------

    def test_each_step_has_its_working_days(self):
        review = self.bad_review()
        self.assertEqual(review.verify_due, date(2026, 10, 13))
        self.assertEqual(review.next_due, date(2026, 10, 13))

        review = self.at_step("visited")

        self.assertRecordValues(
            review,
            [
                {
                    "rectify_due": date(2026, 10, 19),
                    "feedback_due": date(2026, 10, 13),
                    "visit_due": date(2026, 10, 19),
                    "next_due": False,
                }
            ],
        )

    def test_complex_case_has_more_days(self):
        review = self.verified(kind="in_time")

        self.assertEqual(review.rectify_due, date(2026, 11, 2))
        self.assertEqual(review.next_due, review.rectify_due)

    def test_holidays_are_no_working_days(self):
        review = self.bad_review(received_on=date(2026, 9, 30))

        self.assertEqual(review.verify_due, date(2026, 10, 8))

    def test_days_are_those_of_the_county(self):
        policy = self.env["gov.review.policy"].create(
            {"name": "Own", "code": "T-REVIEW", "department_id": self.county.id}
        )
        self.env["gov.review.policy.version"].create(
            {"policy_id": policy.id, "date_from": "2026-01-01", "verify_days": 3}
        ).action_put_in_force()

        self.assertEqual(self.bad_review().verify_due, date(2026, 10, 15))

    def test_overdue_from_the_day_after(self):
        review = self.bad_review()
        for day, overdue in (("2026-10-13", False), ("2026-10-14", True)):
            with self.subTest(day=day), freeze_time(f"{day} 02:00:00"):
                review.invalidate_recordset()
                self.assertEqual(review.is_overdue, overdue)
                found = self.reviews.search([("is_overdue", "=", True)])
                self.assertEqual(review in found, overdue)
                late = self.reviews.search([("is_overdue", "=", False)])
                self.assertEqual(review in late, not overdue)

    def test_owner_is_reminded_once_until_the_step_is_taken(self):
        review = self.bad_review()
        review.with_user(self.officer).action_take()
        with freeze_time("2026-10-14 02:00:00"):
            for _time in range(2):
                self.reviews._cron_remind()
            self.assertEqual(review.activity_ids.user_id, self.officer)
            self.assertEqual(len(review.activity_ids), 1)

            review.with_user(self.officer)._verify("mistaken", "wrong window")

        self.assertFalse(review.activity_ids)

    def test_without_an_owner_every_officer_is_reminded(self):
        review = self.bad_review()

        with freeze_time("2026-10-14 02:00:00"):
            self.reviews._cron_remind()

        self.assertLessEqual(
            self.officer + self.other_officer, review.activity_ids.user_id
        )

    def test_day_of_a_step_lies_between_the_one_before_and_today(self):
        review = self.verified().with_user(self.officer)
        for day in (date(2026, 10, 11), date(2026, 10, 13)):
            with self.subTest(day=day), self.assertRaises(ValidationError):
                review._rectify("done", day)
        review._rectify("done", TODAY)

    # -- who -------------------------------------------------------------------------

    def test_site_officer_puts_right_but_does_not_judge(self):
        review = self.bad_review()
        own = review.with_user(self.site_officer)
        with self.assertRaises(AccessError):
            own._verify("mistaken", "no")
        review.with_user(self.officer)._verify("true", "yes", "at_once")
        own._rectify("explained")
        own._feed_back("phone", "told")
        own._visit("phone", "satisfied")
        with self.assertRaises(AccessError):
            own.action_close()

    def test_site_officer_does_not_handle_reviews_of_other_sites(self):
        person = self.new_person(site=self.town_b)
        review = self.verified(person=person)

        with self.assertRaises(AccessError):
            review.with_user(self.site_officer)._rectify("done")

    def test_leader_handles_nothing(self):
        review = self.verified()

        for step in (lambda r: r._rectify("x"), lambda r: r.action_take()):
            with self.assertRaises(AccessError):
                step(review.with_user(self.leader))

    def test_nobody_verifies_the_own_work(self):
        self.person.user_id = self.officer

        with self.assertRaises(AccessError):
            self.bad_review().with_user(self.officer)._verify("mistaken", "no")

    def test_handling_is_not_written_by_hand(self):
        own = self.bad_review().with_user(self.officer)
        for vals in (
            {"verdict": "mistaken"},
            {"closed_on": TODAY},
            {"received_on": date(2026, 12, 1)},
        ):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                own.write(vals)
        own.write({"is_public": True, "owner_id": self.officer.id})

    def test_review_is_not_created_with_a_verdict_by_hand(self):
        vals = {
            "number": "T-HAND",
            "employee_id": self.person.id,
            "rating": "1",
            "reviewed_at": "2026-10-08 02:00:00",
        }
        own = self.reviews.with_user(self.officer)
        with self.assertRaises(DocumentLocked):
            own.create({**vals, "verdict": "mistaken"})

        review = own.with_context(default_verdict="mistaken").create(vals)

        self.assertEqual(review.state, "to_verify")

    def test_bad_review_is_not_deleted_verified_or_not(self):
        for review in (self.verified(), self.bad_review()):
            with self.assertRaisesRegex(UserError, "stays recorded"):
                review.with_user(self.officer).unlink()
        self.bad_review(rating="5").with_user(self.officer).unlink()

    def test_what_the_citizen_said_is_not_written_by_hand(self):
        own = self.bad_review().with_user(self.officer)

        for vals in (
            {"rating": "5"},
            {"is_default": True},
            {"employee_id": self.new_person().id},
            {"reviewed_at": "2020-01-01 00:00:00"},
            {"number": "T-OTHER"},
        ):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                own.write(vals)

        self.assertTrue(own.is_bad)

    # -- the dialog --------------------------------------------------------------------

    def test_dialog_takes_the_step(self):
        review = self.bad_review().with_user(self.officer)
        action = review.with_context(gov_step="verify").action_step()
        step = self.env["gov.review.step"].with_user(self.officer)
        with Form(step.with_context(**action["context"])) as form:
            form.verdict = "true"
            form.rectify_kind = "in_time"
            form.note = "the list was incomplete"
        form.record.action_apply()

        self.assertEqual(review.state, "rectifying")
        self.assertEqual(review.verify_note, "the list was incomplete")

    def test_several_reviews_at_once(self):
        reviews = self.bad_review() + self.bad_review()

        reviews.with_user(self.officer)._verify("malicious", "one and the same caller")

        self.assertEqual(reviews.mapped("verdict"), ["malicious"] * 2)
