"""Who joins or leaves inside a month (D38), under the shipped calendar of 2026.

October 2026: 1 to 7 are days off (1, 2, 3 statutory), Saturday 10 is worked in
exchange, so there are 18 working days and 20 paid days.
"""

from datetime import date

from odoo.addons.gov_assessment.tests.common import OCTOBER
from odoo.addons.gov_window_staff.rules.month import Month

from .common import PayrollCommon

FEBRUARY, JULY = Month(2026, 2), Month(2026, 7)


class PartMonthCommon(PayrollCommon):
    def reason(self, run, person, code):
        """Reason and words of one line."""
        lines = self.slip(run, person).line_ids
        line = lines.filtered(lambda line: line.code == code)
        return line.gov_reason, line.gov_explanation


class TestJoiner(PartMonthCommon):
    def test_wage_by_paid_days_allowances_and_reward_whole_or_not(self):
        """Entry: paid days, basic, education, perf."""
        cases = {
            1: (20, 3000, 100, 300),
            2: (19, 2620.69, 100, 300),
            8: (18, 2482.76, 100, 300),
            15: (12, 1655.17, 100, 300),
            16: (11, 1517.24, 100, 300),
            17: (10, 1379.31, 100, 300),  # 15 calendar days
            18: (10, 1379.31, 0, 300),  # 14 calendar days, 10 working days
            20: (9, 1241.38, 0, 0),  # 9 working days
            31: (0, 0, 0, 0),  # a Saturday
        }
        people = {
            day: self.new_person(entry=date(2026, 10, day), education="bachelor")
            for day in cases
        }

        run = self.computed_run()

        for day, (paid, basic, education, perf) in cases.items():
            with self.subTest(entry=day):
                self.assertEqual(self.slip(run, people[day]).gov_paid_days, paid)
                self.assert_paid(
                    run, people[day], basic=basic, education=education, perf=perf
                )

    def test_the_last_day_is_paid_when_it_is_worked(self):
        person = self.new_person(entry=date(2026, 3, 31), wage=2175)

        self.assert_paid(self.computed_run(Month(2026, 3)), person, basic=100)

    def test_every_line_names_the_days(self):
        person = self.new_person(entry=date(2026, 10, 20), education="bachelor")

        run = self.computed_run()

        basic = self.reason(run, person, "BASIC")
        self.assertEqual(basic[0], "part_wage")
        self.assertIn("3000.00 / 21.75 × 9", basic[1])
        education = self.reason(run, person, "EDUCATION")
        self.assertEqual(education[0], "part_allowance")
        self.assertIn("12", education[1])
        self.assertEqual(self.reason(run, person, "PERF")[0], "part_reward")

    def test_what_was_not_due_anyway_keeps_its_own_reason(self):
        person = self.new_person(entry=date(2026, 10, 20))

        run = self.computed_run()

        self.assertEqual(self.reason(run, person, "SKILL")[0], "not_reached")

    def test_a_novice_in_probation_gets_part_wage_and_no_reward(self):
        person = self.new_person(
            entry=date(2026, 10, 16),
            trial_end=date(2027, 1, 15),
            certificates=[{"rank": 1}],
        )

        run = self.computed_run()

        self.assert_paid(run, person, basic=1517.24, skill=100, perf=0)
        self.assertEqual(self.reason(run, person, "PERF")[0], "probation")

    def test_spring_festival_pays_its_statutory_weekdays(self):
        # worked on Saturday 14, 24 to 27 and Saturday 28; statutory from 16 to 19
        person = self.new_person(entry=date(2026, 2, 14), wage=2175)

        run = self.computed_run(FEBRUARY)

        slip = self.slip(run, person)
        worked = (slip.gov_working_days, slip.gov_paid_days)
        self.assertEqual(worked, (6, 10))

    def test_a_month_of_23_working_days_never_pays_more_than_the_wage(self):
        person = self.new_person(entry=date(2026, 7, 2))

        run = self.computed_run(JULY)

        self.assertEqual(self.slip(run, person).gov_paid_days, 22)
        self.assert_paid(run, person, basic=3000)


class TestLeaver(PartMonthCommon):
    def test_who_left_inside_the_month_is_paid_a_part_and_not_graded(self):
        person = self.new_person(leave=date(2026, 10, 16), education="bachelor")
        self.new_person()

        run = self.computed_run()

        self.assert_paid(
            run, person, basic=1379.31, education=100, perf=0, gross=1479.31
        )
        self.assertEqual(self.reason(run, person, "PERF")[0], "not_graded")
        self.assertFalse(self.slip(run, person).gov_appraisal_id)

    def test_who_left_in_probation_is_paid_as_in_probation(self):
        until = {16: 0, 15: 100}  # last day of probation: education allowance
        people = {
            day: self.new_person(
                leave=date(2026, 10, 16),
                trial_end=date(2026, 10, day),
                education="bachelor",
            )
            for day in until
        }
        self.new_person()

        run = self.computed_run()

        for day, education in until.items():
            self.assert_paid(run, people[day], education=education)

    def test_the_last_day_in_service_counts(self):
        cases = {1: 1, 8: 3, 10: 5, 14: 8, 30: 20}
        people = {d: self.new_person(leave=date(2026, 10, d)) for d in cases}
        self.new_person()

        run = self.computed_run()

        days = {d: self.slip(run, people[d]).gov_paid_days for d in cases}
        self.assertEqual(days, cases)

    def test_who_left_on_the_last_day_is_paid_in_full_and_graded(self):
        person = self.new_person(leave=date(2026, 10, 31))

        self.assert_paid(self.computed_run(), person, basic=3000, perf=300)

    def test_who_left_before_the_month_is_not_paid(self):
        person = self.new_person(leave=date(2026, 9, 30))
        self.new_person()

        self.assertNotIn(person, self.computed_run().slip_ids.employee_id)

    def test_who_joined_and_left_inside_one_month_is_paid_for_those_days(self):
        person = self.new_person(entry=date(2026, 10, 12), leave=date(2026, 10, 16))
        self.new_person()

        self.assert_paid(self.computed_run(), person, basic=689.66, gross=689.66)

    def test_an_archived_leaver_is_paid(self):
        person = self.new_person(leave=date(2026, 10, 16))
        person.active = False
        self.new_person()

        self.assert_paid(self.computed_run(), person, basic=1379.31)

    def test_the_site_and_wage_of_the_last_day_count(self):
        person = self.new_person(leave=date(2026, 10, 16), wage=2175)
        person.create_version({"date_version": date(2026, 10, 17), "wage": 9999})
        self.new_person()

        self.assert_paid(self.computed_run(), person, basic=1000)

    def test_a_leaver_of_the_back_office_is_not_paid_here(self):
        person = self.new_person(leave=date(2026, 10, 16), gov_position="back_office")
        self.new_person()

        self.assertNotIn(person, self.computed_run().slip_ids.employee_id)

    def test_a_leaver_of_another_county_is_not_paid_here(self):
        other = self.new_site("X00", "county", name="邻县政务服务中心")
        person = self.new_person(site=other, leave=date(2026, 10, 16))
        self.new_person()

        self.assertNotIn(person, self.computed_run().slip_ids.employee_id)

    def test_a_leaver_without_a_wage_is_named_by_the_check(self):
        person = self.new_person(leave=date(2026, 10, 16), wage=0)
        self.new_person()
        self.lock_month()
        run = self.new_run()

        run.action_gov_check()

        gaps = run.gov_gap_ids.filtered(lambda gap: gap.kind == "no_wage")
        self.assertEqual(gaps.employee_id, person)

    def test_the_people_of_the_month_include_leavers(self):
        self.new_person(leave=date(2026, 10, 16))
        self.new_person()

        run = self.computed_run()

        self.assertEqual((run.gov_people_count, run.gov_slip_count), (2, 2))

    def test_computing_again_gives_the_same_slips(self):
        self.new_person(leave=date(2026, 10, 16))
        self.new_person(entry=date(2026, 10, 16))
        run = self.computed_run()
        before = {s: s.line_ids.mapped("total") for s in run.slip_ids}

        run.action_gov_compute()

        self.assertEqual({s: s.line_ids.mapped("total") for s in run.slip_ids}, before)


class TestStatements(PartMonthCommon):
    def test_the_statements_do_not_grow_with_the_leavers(self):
        def computed(month, people):
            for _time in range(people):
                self.new_person(leave=date(month.year, month.month, 16))
                self.new_person()
            self.lock_month(month)
            run = self.new_run(month)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            run.action_gov_compute()
            return self.env.cr.sql_log_count - before

        few = computed(Month(2026, 8), 2)
        many = computed(OCTOBER, 12)

        self.assertLessEqual(many, few + 5)
