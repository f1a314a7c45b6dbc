"""The year of a county from its months to the grades (A52-A58, A89)."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

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

    def test_people_of_other_counties_are_not_even_read(self):
        self.people_with(GOOD_YEAR)
        other = self.new_people(1, department_id=self.new_site("C2", "county").id)
        self.env.flush_all()
        self.env.invalidate_all()

        self.new_year()

        numbers = self.env["hr.employee"]._fields["gov_staff_no"]._get_cache(self.env)
        self.assertNotIn(other.id, numbers)

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
