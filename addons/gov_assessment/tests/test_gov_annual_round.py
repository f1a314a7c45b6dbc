"""The year of a county from its months to the profile (A52-A59, A89, S6, S14)."""

from datetime import date, timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common_year import YEAR, YearCommon

GOOD_YEAR = "g" * 6 + "f" * 6


@tagged("post_install", "-at_install")
class TestAnnualRound(YearCommon):
    def test_year_is_counted_from_its_months(self):
        person, *_others = self.people_with("ggggffffffff", *["f" * 12] * 3)

        result = self.result(self.new_year(), person)

        self.assertRecordValues(
            result,
            [
                {
                    "good_count": 4,
                    "fair_count": 8,
                    "poor_count": 0,
                    "average": 89.33,
                    "months_served": 12,
                    "is_short": False,
                    "standing": "excellent",
                    "rank": 1,
                }
            ],
        )
        self.assertEqual(result.months["1"], ["good", 98])
        self.assertEqual(len(result._month_rows()), 12)
        self.assertIn("2025-12", result.month_table)

    def test_table_of_years(self):
        table = {
            "ggggggffffff": "excellent",
            "ggffffffffff": "qualified",
            "gfffffffffff": "basic",
            "gggggggggpgp": "basic",
            "ggggggggggpp": "unqualified",
            "pfpfpfffffff": "unqualified",
            "ggggsggggggg": "pending",
            "------------": "none",
        }
        people = self.people_with(*table)

        batch = self.new_year()

        self.assert_standings(batch, dict(zip(people, table.values(), strict=True)))
        self.assertEqual(batch.headcount, 8)
        self.assertEqual(batch.best_quota, 2)
        self.assertEqual(batch.fallback_count, 1)
        self.assertEqual(
            (batch.excellent_count, batch.pending_count, batch.none_count), (1, 1, 1)
        )

    def test_more_able_than_places_makes_the_rest_qualified(self):
        people = self.people_with("gggggfffffff", "ggggffffffff", *["f" * 12] * 2)

        batch = self.new_year()

        first, second = people[:2]
        self.assert_standings(batch, {first: "excellent", second: "qualified"})
        self.assertTrue(self.result(batch, second).is_full)

    def test_entry_within_the_year_closes_the_best_grade(self):
        late = self.people_with(GOOD_YEAR, gov_entry_date=date(YEAR, 1, 2))
        self.people_with(*["f" * 12] * 4)

        batch = self.new_year()

        self.assertTrue(self.result(batch, late).is_short)
        self.assert_standings(batch, {late: "qualified"})

    def test_leader_may_grant_an_exception(self):
        late = self.people_with(GOOD_YEAR, gov_entry_date=date(YEAR, 1, 2))
        self.people_with(*["f" * 12] * 4)
        result = self.result(self.new_year(), late)

        with self.assertRaises(AccessError):
            result.with_user(self.officer)._grant_exception("全年表现突出")
        result.with_user(self.leader)._grant_exception("全年表现突出")

        self.assertEqual(result.standing, "excellent")
        self.assertIn("全年表现突出", result.protocol)
        self.assertIn(self.leader.name, result.protocol)

    def test_severe_fact_and_more_than_two_notices_bar_the_year(self):
        severe, noticed, twice = self.people_with(*[GOOD_YEAR] * 3)
        self.people_with(*["f" * 12] * 9)
        self.new_year_event(severe, "5.5b", date(YEAR, 3, 5))
        self.new_year_event(noticed, "1.6", date(YEAR, 3, 5), quantity=2)
        self.new_year_event(noticed, "1.6", date(YEAR, 6, 5))
        self.new_year_event(twice, "1.6", date(YEAR, 3, 5), quantity=2)
        self.new_year_event(twice, "1.6", date(YEAR + 1, 1, 5))

        batch = self.new_year()

        self.assert_standings(
            batch, {severe: "qualified", noticed: "qualified", twice: "excellent"}
        )
        self.assertIn("5.5b", self.result(batch, severe).bar_text)

    def test_leaver_is_graded_from_six_months_and_not_counted(self):
        enough, short = self.new_people(2, gov_leave_date=date(YEAR, 8, 15))
        self.new_months(enough, "ggffff")
        self.new_months(short, "ggfff")
        stayer = self.people_with("f" * 12)

        batch = self.new_year()

        self.assertEqual(batch.headcount, 1)
        self.assert_standings(
            batch, {enough: "qualified", short: "none", stayer: "basic"}
        )

    def test_hr_chooses_among_equals_inside_the_quota(self):
        people = self.people_with(*[GOOD_YEAR] * 4)
        batch = self.new_year()
        self.assertEqual(batch.tied_count, 4)
        with self.assertRaisesRegex(UserError, "equal at the border"):
            batch.with_user(self.officer).action_submit()
        second = self.result(batch, people[1])

        wizard = self.env["gov.annual.decision"].with_user(self.officer)
        wizard.create(
            {"result_ids": second.ids, "kind": "choose", "reason": "带教新人"}
        ).action_decide()

        self.assertEqual(second.standing, "excellent")
        self.assertEqual(batch.tied_count, 0)
        self.assertEqual(batch.excellent_count, batch.best_quota)
        with self.assertRaisesRegex(UserError, "not equal"):
            self.result(batch, people[2]).with_user(self.officer)._choose("也想要")

    def test_all_equals_may_be_left_out(self):
        self.people_with(*[GOOD_YEAR] * 4)
        batch = self.new_year()

        batch.with_user(self.officer).action_leave_tied_out()
        batch.with_user(self.officer).action_submit()

        self.assertEqual((batch.excellent_count, batch.state), (0, "submitted"))

    def test_grade_is_lowered_with_a_reason_and_never_raised(self):
        person = self.people_with("ggffffffffff")
        result = self.result(self.new_year(), person).with_user(self.officer)

        with self.assertRaisesRegex(UserError, "reason"):
            result._lower("basic", " ")
        with self.assertRaisesRegex(UserError, "only be lowered"):
            result._lower("excellent", "升一级")
        result._lower("basic", "多次被投诉")
        self.assertEqual(result.standing, "basic")
        result._undo_decisions("核实无误")

        self.assertEqual(result.standing, "qualified")
        self.assertEqual(len(result.protocol.splitlines()), 2)

    def test_decisions_outlive_a_new_computation(self):
        person = self.people_with("ggffffffffff")
        batch = self.new_year()
        self.result(batch, person).with_user(self.officer)._lower("basic", "理由")

        batch.with_user(self.officer).action_compute()

        self.assert_standings(batch, {person: "basic"})

    def test_overall_mark_counts_with_its_weight(self):
        self.own_rubric(annual_month_percent=80)
        person = self.people_with("f" * 12)
        result = self.result(self.new_year(), person)

        result.with_user(self.officer)._mark(60, "民主测评")

        self.assertEqual(result.score, 80)  # 85 x 80 % + 60 x 20 %
        with self.assertRaisesRegex(UserError, "between 0 and 100"):
            result.with_user(self.officer)._mark(101, "太高")


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
