"""The way of a year: submit, confirm, lock, and what follows (A59, S6, S14)."""

from datetime import date, timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common_year import YEAR, YearCommon

GOOD_YEAR = "g" * 6 + "f" * 6


@tagged("post_install", "-at_install")
class TestAnnualFlow(YearCommon):
    def setUp(self):
        super().setUp()
        self.best, self.worst, *_rest = self.people_with(
            GOOD_YEAR, "ggggggggggpp", "f" * 12, "f" * 12
        )
        for person in self.best + self.worst:
            self.new_certificate(person)

    def test_year_goes_from_draft_to_locked(self):
        batch = self.new_year("confirmed")

        self.assertEqual(batch.confirmed_by_id, self.leader)
        self.assertGreater(batch.publish_until, batch.confirmed_on)
        with self.assertRaisesRegex(UserError, "publicity lasts"):
            batch.with_user(self.officer).action_lock()
        self.advance_period(batch, "locked")
        batch.with_user(self.officer).action_lock()  # a second click

        self.assertEqual((batch.state, batch.locked_by_id), ("locked", self.officer))

    def test_submitting_waits_for_locked_months(self):
        batch = self.new_year()
        self.month_round(3)._unprotected().state = "confirmed"

        with self.assertRaisesRegex(UserError, "2025-03"):
            batch.with_user(self.officer).action_submit()

    def test_open_months_do_not_count(self):
        for month in (11, 12):
            self.month_round(month)._unprotected().state = "graded"

        self.assert_standings(self.new_year(), {self.worst: "excellent"})

    def test_nobody_confirms_the_own_submission(self):
        both = self.new_user(
            "both", "gov_window_staff.group_hr_officer", "gov_window_staff.group_leader"
        )
        batch = self.new_year()
        batch.with_user(both).action_submit()

        with self.assertRaisesRegex(UserError, "another leader"):
            batch.with_user(both).action_confirm()

    def test_only_the_leader_confirms(self):
        batch = self.new_year("submitted")

        with self.assertRaises(AccessError):
            batch.with_user(self.officer).action_confirm()

    def test_leader_sends_it_back(self):
        batch = self.new_year("confirmed")

        batch.with_user(self.leader).action_reopen()

        self.assertEqual((batch.state, batch.confirmed_by_id.id), ("computed", False))

    def test_results_are_not_written_by_hand(self):
        batch = self.new_year()
        result = self.result(batch, self.best).with_user(self.officer)

        for change in (
            lambda: result.write({"good_count": 12}),
            lambda: result.write({"lowered_to": "basic"}),
            lambda: batch.with_user(self.officer).write({"state": "locked"}),
            lambda: batch.with_user(self.officer).write({"headcount": 100}),
            lambda: result.copy({"employee_id": self.worst.id}),
            result.unlink,
            batch.with_user(self.officer).unlink,
        ):
            with self.assertRaises(DocumentLocked):
                change()
        result.comment = "工作认真"  # the quality side stays free

    def test_forged_state_of_a_new_year_is_dropped(self):
        years = self.env["gov.annual.round"].with_user(self.officer)

        batch = years.with_context(default_state="locked").create(
            {"county_id": self.county.id, "year": YEAR, "state": "locked"}
        )

        self.assertEqual(batch.state, "draft")

    def test_year_that_lies_ahead_is_refused(self):
        ahead = fields.Date.context_today(self.env.user).year + 1
        with self.assertRaises(ValidationError):
            self.new_year(year=ahead)

    def test_empty_county_is_told_to_import_first(self):
        lonely = self.new_site("T90", "county")
        batch = self.env["gov.annual.round"].create(
            {"county_id": lonely.id, "year": YEAR}
        )
        with self.assertRaisesRegex(UserError, "Import the roster"):
            batch.with_user(self.officer).action_compute()

    def test_bonus_is_paid_to_the_best_once_it_is_entered(self):
        batch = self.new_year("locked")
        best = self.result(batch, self.best)
        results = self.env["gov.annual.appraisal"]
        self.assertFalse(results._bonus_due(self.county, YEAR))
        self.assertIn("annual bonus", batch.activity_ids.summary)

        batch.with_user(self.officer).write(
            {"bonus_amount": 1000, "bonus_reference": "会议纪要〔2026〕1号"}
        )

        self.assertEqual(results._bonus_due(self.county, YEAR), best)
        self.assertEqual(best.bonus_amount, 1000)
        with self.assertRaises(DocumentLocked):
            batch.with_user(self.officer).bonus_amount = 2000

    def test_locked_year_is_on_the_profile_and_the_dossier(self):
        batch = self.new_year("confirmed")
        people = self.best + self.worst
        self.assertEqual(people._gov_annual_grades(), {})

        self.advance_period(batch, "locked")

        self.assertEqual(
            people._gov_annual_grades(),
            {self.best.id: [(YEAR, "优秀")], self.worst.id: [(YEAR, "不合格")]},
        )
        year = date(YEAR, 1, 1), date(YEAR, 12, 31)
        section = self.best._gov_dossier_sections(*year)[-1]
        self.assertEqual(section["rows"][0][:3], ["2025", "优秀", "6 / 6 / 0"])
        self.assertEqual(self.best.gov_annual_count, 1)

    def test_year_without_qualification_is_a_ground_and_nothing_happens_by_itself(self):
        batch = self.new_year("locked")
        day = batch.locked_on
        grounds = (self.best + self.worst)._gov_dismissal_grounds(day)
        self.assertEqual([g["code"] for g in grounds[self.worst.id]], ["annual"])
        self.assertIn("不合格", grounds[self.worst.id][0]["text"])
        self.assertNotIn(self.best.id, grounds)
        before = self.worst._gov_dismissal_grounds(day - timedelta(1))
        self.assertNotIn(self.worst.id, before)
        self.assertFalse(self.worst.gov_has_proposal)

        self.result(batch, self.worst).with_user(
            self.officer
        ).action_propose_dismissal()

        movement = self.env["gov.staff.movement"].search(
            [("employee_id", "=", self.worst.id), ("kind", "=", "dismiss")]
        )
        self.assertEqual(movement.ground_ids.mapped("code"), ["annual"])
        self.assertEqual(movement.annual_grades, "2025: 不合格")

    def test_a_better_year_later_ends_the_ground(self):
        self.new_year("locked")
        later = self.env["gov.annual.round"]._unprotected()
        batch = later.create({"county_id": self.county.id, "year": YEAR + 1})
        batch._unprotected().write({"state": "locked", "locked_on": "2026-11-01"})
        grade = self.env.ref("gov_assessment.lianshui_2025_annual_qualified")
        self.env["gov.annual.appraisal"]._unprotected().create(
            {
                "round_id": batch.id,
                "employee_id": self.worst.id,
                "staff_no": self.worst.gov_staff_no,
                "person_name": self.worst.name,
                "grade_id": grade.id,
                "status": "graded",
            }
        )

        grounds = self.worst._gov_dismissal_grounds(date(2026, 12, 1))

        self.assertNotIn(self.worst.id, grounds)

    def test_unit_report_names_the_grades(self):
        unit = self.new_unit()
        self.best.gov_dispatch_unit_id = unit
        batch = self.new_year("locked")

        found = unit._gov_unit_report_sections(batch.locked_on, batch.locked_on)

        rows = found[unit.id][-1]["rows"]
        self.assertEqual([row[3] for row in rows], ["优秀"])

    def test_suspended_year_is_settled_after_the_case(self):
        waiting = self.people_with("ggggsfffffff")
        batch = self.new_year("locked")
        result = self.result(batch, waiting)
        with self.assertRaisesRegex(UserError, "still suspended"):
            result.with_user(self.leader).action_settle()
        sheet = self.env["gov.appraisal"].search(
            [("employee_id", "=", waiting.id), ("grade", "=", "suspended")]
        )
        sheet._unprotected().write({"grade": "fair", "total": 80})

        result.with_user(self.leader).action_settle()

        # one place of five, and it is taken: the next grade
        self.assertEqual((result.status, result.standing), ("graded", "qualified"))
        self.assert_standings(batch, {self.best: "excellent"})

    def test_corrected_month_sends_an_open_year_back(self):
        batch = self.new_year("confirmed")
        sheet = self.worst.gov_appraisal_ids.sorted("date_from")[-1]

        sheet._unprotected().write({"grade": "fair", "total": 80})

        self.assertEqual((batch.state, batch.confirmed_by_id.id), ("computed", False))
        self.assertIn("corrected", batch.message_ids[0].body)

    def test_corrected_month_of_a_locked_year_is_settled_by_the_leader(self):
        batch = self.new_year("locked")
        sheet = self.worst.gov_appraisal_ids.sorted("date_from")[-1]
        result = self.result(batch, self.worst)
        with self.assertRaisesRegex(UserError, "does not wait"):
            result.with_user(self.leader).action_settle()

        sheet._unprotected().write({"grade": "fair", "total": 80})

        self.assertEqual((batch.state, result.standing), ("locked", "unqualified"))
        self.assertTrue(result.needs_settling)
        self.assertIn(self.worst.name, batch.activity_ids[-1:].summary)
        result.with_user(self.leader).action_settle()
        self.assertEqual((result.standing, result.poor_count), ("basic", 1))
        self.assertFalse(result.needs_settling)
        self.assert_standings(batch, {self.best: "excellent"})
