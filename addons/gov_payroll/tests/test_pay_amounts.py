"""What each person is paid: every boundary date of 涟水 part 4 (四) 3 and (六)."""

from datetime import date, timedelta

from odoo.addons.gov_assessment.tests.common import OCTOBER
from odoo.addons.gov_window_staff.rules.month import Month

from .common import PayrollCommon


class TestBasicWage(PayrollCommon):
    def test_the_wage_valid_on_the_last_day_is_paid_in_full(self):
        person = self.new_person(wage=3000)
        person.create_version({"date_version": date(2026, 10, 31), "wage": 3500.55})

        run = self.computed_run()

        self.assert_paid(run, person, basic=3500.55)

    def test_a_wage_valid_from_next_month_is_not_paid_yet(self):
        person = self.new_person(wage=3000)
        person.create_version({"date_version": date(2026, 11, 1), "wage": 3500})

        run = self.computed_run()

        self.assert_paid(run, person, basic=3000)

    def test_a_wage_of_zero_still_gets_its_slip(self):
        person = self.new_person(wage=0)

        run = self.computed_run()

        self.assert_paid(run, person, basic=0, perf=300, gross=300)


class TestSkillAllowance(PayrollCommon):
    def test_each_level_has_its_amount(self):
        people = {rank: self.new_person() for rank in range(1, 6)}
        for rank, person in people.items():
            self.new_certificate(person, rank)

        run = self.computed_run()

        amounts = {1: 100, 2: 150, 3: 200, 4: 400, 5: 600}
        for rank, person in people.items():
            self.assert_paid(run, person, skill=amounts[rank])

    def test_issued_on_the_day_before_the_month_counts(self):
        person = self.new_person()
        self.new_certificate(person, issued=date(2026, 9, 30))

        self.assert_paid(self.computed_run(), person, skill=100)

    def test_issued_on_the_first_day_counts_next_month_only(self):
        person = self.new_person()
        self.new_certificate(person, issued=date(2026, 10, 1))

        self.assert_paid(self.computed_run(), person, skill=0)
        self.assert_paid(self.computed_run(OCTOBER.next()), person, skill=100)

    def test_verified_on_the_last_day_counts(self):
        person = self.new_person()
        self.new_certificate(person, verified=date(2026, 10, 31))

        self.assert_paid(self.computed_run(), person, skill=100)

    def test_verified_after_the_month_does_not_count(self):
        person = self.new_person()
        self.new_certificate(person, verified=date(2026, 11, 1))

        self.assert_paid(self.computed_run(), person, skill=0)

    def test_an_unverified_higher_level_leaves_the_verified_one(self):
        person = self.new_person()
        self.new_certificate(person, 1)
        self.new_certificate(person, 3, verified=False)

        self.assert_paid(self.computed_run(), person, skill=100)

    def test_only_the_highest_level_is_paid(self):
        person = self.new_person()
        self.new_certificate(person, 2)
        self.new_certificate(person, 4)

        self.assert_paid(self.computed_run(), person, skill=400)

    def test_a_void_certificate_does_not_count(self):
        person = self.new_person()
        self.new_certificate(person, void_reason="伪造")

        self.assert_paid(self.computed_run(), person, skill=0, seniority=0)


class TestSeniorityAllowance(PayrollCommon):
    def seniority(self, issued, entry=date(2010, 1, 4), **vals):
        """Yuan of a person with one certificate in October 2026."""
        person = self.new_person(entry=entry, **vals)
        self.new_certificate(person, issued=issued)
        run = self.computed_run()
        lines = {line.code: line.total for line in self.slip(run, person).line_ids}
        return lines["SENIORITY"]

    def test_first_anniversary_on_the_day_before_the_month_counts(self):
        self.assertEqual(self.seniority(date(2025, 9, 30)), 20)

    def test_first_anniversary_on_the_first_day_does_not_count_yet(self):
        self.assertEqual(self.seniority(date(2025, 10, 1)), 0)

    def test_fifth_anniversary_on_the_day_before_the_month_counts(self):
        self.assertEqual(self.seniority(date(2021, 9, 30)), 50)

    def test_fifth_anniversary_on_the_first_day_leaves_the_lower_tier(self):
        self.assertEqual(self.seniority(date(2021, 10, 1)), 20)

    def test_tenth_anniversary_on_the_day_before_the_month_counts(self):
        self.assertEqual(self.seniority(date(2016, 9, 30)), 100)

    def test_tenth_anniversary_on_the_first_day_leaves_the_lower_tier(self):
        self.assertEqual(self.seniority(date(2016, 10, 1)), 50)

    def seniority_after_a_break(self, days):
        """Yuan of six years at a window with a time in the back office in 2026."""
        person = self.new_person(entry=date(2020, 1, 6))
        self.new_certificate(person, issued=date(2020, 5, 6))
        left = date(2026, 3, 2)
        for day, position in (
            (left, "back_office"),
            (left + timedelta(days), "window"),
        ):
            person.create_version({"date_version": day, "gov_position": position})
        run = self.computed_run()
        lines = {line.code: line.total for line in self.slip(run, person).line_ids}
        return lines["SENIORITY"]

    def test_thirty_days_in_the_back_office_keep_the_years(self):
        self.assertEqual(self.seniority_after_a_break(30), 50)

    def test_thirty_one_days_in_the_back_office_count_the_years_anew(self):
        self.assertEqual(self.seniority_after_a_break(31), 0)

    def seniority_after_leaving(self, days):
        """Yuan of six years at a window, left and back in a new file in 2026."""
        left = date(2026, 3, 2)
        former = self.new_person(entry=date(2020, 1, 6), leave=left)
        self.new_certificate(former, issued=date(2020, 5, 6))
        person = self.new_person(
            entry=left + timedelta(days + 1), gov_former_id=former.id
        )
        run = self.computed_run()
        self.assert_paid(run, person, skill=100)  # the certificate counts all the same
        return self.line(run, person)

    def line(self, run, person):
        lines = {line.code: line.total for line in self.slip(run, person).line_ids}
        return lines["SENIORITY"]

    def test_thirty_days_out_of_service_keep_the_years_in_the_new_file(self):
        self.assertEqual(self.seniority_after_leaving(30), 50)

    def test_thirty_one_days_out_of_service_count_the_years_anew(self):
        self.assertEqual(self.seniority_after_leaving(31), 0)

    def test_years_count_from_the_entry_when_that_is_later(self):
        self.assertEqual(self.seniority(date(2012, 1, 4), entry=date(2025, 10, 1)), 0)

    def test_a_leap_day_counts_as_the_28th_in_other_years(self):
        person = self.new_person(entry=date(2010, 1, 4))
        self.new_certificate(person, issued=date(2024, 2, 29))

        run = self.computed_run(Month(2025, 3))

        self.assert_paid(run, person, seniority=20)

    def test_a_leap_day_is_not_a_year_old_in_february(self):
        person = self.new_person(entry=date(2010, 1, 4))
        self.new_certificate(person, issued=date(2024, 2, 29))

        run = self.computed_run(Month(2025, 2))

        self.assert_paid(run, person, seniority=0)

    def test_an_upgrade_does_not_restart_the_years(self):
        person = self.new_person()
        self.new_certificate(person, 1, issued=date(2016, 9, 30))
        self.new_certificate(person, 2, issued=date(2026, 9, 1))

        self.assert_paid(self.computed_run(), person, skill=150, seniority=100)

    def test_nothing_without_a_certificate(self):
        person = self.new_person(entry=date(2000, 1, 3))

        self.assert_paid(self.computed_run(), person, seniority=0)


class TestEducationAllowance(PayrollCommon):
    def test_bachelor_and_above_by_one_value(self):
        amounts = {
            "high": 0,
            "college": 0,
            "bachelor": 100,
            "master": 200,
            "doctor": 200,
        }
        people = {name: self.new_person(education=name) for name in amounts}
        people["none"], amounts["none"] = self.new_person(), 0

        run = self.computed_run()

        for name, person in people.items():
            with self.subTest(education=name):
                self.assert_paid(run, person, education=amounts[name])


class TestProbation(PayrollCommon):
    def paid(self, trial_end):
        """The run and a person whose probation ends on a day."""
        person = self.new_person(trial_end=trial_end, education="bachelor")
        self.new_certificate(person, 2)
        return self.computed_run(), person

    def test_until_the_last_day_only_wage_and_skill_are_paid(self):
        run, person = self.paid(date(2026, 10, 31))

        self.assert_paid(
            run,
            person,
            basic=3000,
            skill=150,
            seniority=0,
            education=0,
            perf=0,
            gross=3150,
        )

    def test_ended_before_the_last_day_everything_is_paid(self):
        run, person = self.paid(date(2026, 10, 30))

        self.assert_paid(
            run,
            person,
            basic=3000,
            skill=150,
            seniority=50,
            education=100,
            perf=300,
            gross=3600,
        )


class TestReward(PayrollCommon):
    def paid_with(self, **vals):
        """The reward line of a person whose locked appraisal has these values."""
        person = self.new_person()
        batch = self.new_round("graded")
        batch.appraisal_ids._unprotected().write(vals)
        self.advance(batch, "locked")
        run = self.new_run()
        run.action_gov_compute()
        return self.slip(run, person).line_ids.filtered(lambda x: x.code == "PERF")

    def test_the_amount_of_the_locked_appraisal_is_paid_to_the_cent(self):
        line = self.paid_with(reward_amount=284.97, total=94.99)

        self.assertEqual(line.total, 284.97)

    def test_more_than_the_base_is_paid_for_bonus_points(self):
        self.assertEqual(self.paid_with(reward_amount=330, total=110).total, 330)

    def test_poor_is_paid_nothing_and_told_so(self):
        line = self.paid_with(reward_amount=0, total=59.99, grade="poor")

        self.assertEqual((line.total, line.gov_reason), (0, "poor"))

    def test_suspended_is_paid_nothing_and_told_so(self):
        line = self.paid_with(reward_amount=0, grade="suspended")

        self.assertEqual((line.total, line.gov_reason), (0, "suspended"))


class TestPopulation(PayrollCommon):
    def test_the_people_of_the_round_and_leavers_of_the_month_are_paid(self):
        stays = self.new_person()
        left = self.new_person(leave=date(2026, 10, 30))
        left_before = self.new_person(leave=date(2026, 9, 30))
        leaves_on_last_day = self.new_person(leave=date(2026, 10, 31))
        joins_later = self.new_person(entry=date(2026, 11, 1))

        run = self.computed_run()

        paid = stays | left | leaves_on_last_day
        self.assertEqual(run.slip_ids.employee_id, paid)
        self.assertFalse((left_before | joins_later) & run.slip_ids.employee_id)

    def test_somebody_entered_after_the_lock_is_not_paid(self):
        paid = self.new_person()
        self.lock_month()
        self.new_person()

        run = self.new_run()
        run.action_gov_compute()

        self.assertEqual(run.slip_ids.employee_id, paid)

    def test_an_archived_person_of_the_month_is_paid(self):
        person = self.new_person()
        self.lock_month()
        person.active = False

        run = self.new_run()
        run.action_gov_compute()

        self.assert_paid(run, person, gross=3300)
