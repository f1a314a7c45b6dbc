"""Stars of a quarter (P18) and the annual bonus (P17): paid once, after their lock."""

from datetime import date

import psycopg2

from odoo.tools import mute_logger

from odoo.addons.gov_assessment.tests.common import OCTOBER
from odoo.addons.gov_window_staff.rules.month import Month

from .test_pay_policy import PayPolicyCommon

SEPTEMBER = Month(2026, 9)


class PayRewardCommon(PayPolicyCommon):
    @classmethod
    def new_star(cls, person, quarter=date(2026, 7, 1), amount=600, state="locked"):
        """A star result of a quarter, as the round would have written it."""
        rounds = cls.env["gov.star.round"]
        batch = rounds.search(
            [("county_id", "=", cls.county.id), ("date_from", "=", quarter)]
        ) or rounds.create({"county_id": cls.county.id, "date_from": quarter})
        batch._unprotected().state = state
        return (
            cls.env["gov.star.result"]
            ._unprotected()
            .create(
                {
                    "round_id": batch.id,
                    "employee_id": person.id,
                    "staff_no": person.gov_staff_no,
                    "person_name": person.name,
                    "average": 96.5,
                    "stars": 5,
                    "amount": amount,
                }
            )
        )

    @classmethod
    def new_annual(cls, person, year=2025, amount=1000):
        """A locked result of the best grade of a year whose bonus is entered."""
        batch = cls.env["gov.annual.round"].create(
            {"county_id": cls.county.id, "year": year}
        )
        batch._unprotected().write(
            {
                "state": "locked",
                "bonus_amount": amount,
                "bonus_reference": "会议纪要1号",
            }
        )
        best = cls.version.annual_grade_ids.filtered("is_rewarded")[:1]
        return (
            cls.env["gov.annual.appraisal"]
            ._unprotected()
            .create(
                {
                    "round_id": batch.id,
                    "year": year,
                    "employee_id": person.id,
                    "staff_no": person.gov_staff_no,
                    "person_name": person.name,
                    "grade_id": best.id,
                }
            )
        )


class TestStarReward(PayRewardCommon):
    def test_the_run_of_the_last_month_of_the_quarter_pays_it(self):
        person = self.new_person()
        result = self.new_star(person)

        run = self.computed_run(SEPTEMBER)

        line = self.line(run, person, "STAR")
        self.assertEqual((line.total, line.gov_star_id), (600, result))
        self.assertIn("5", line.gov_explanation)
        self.assertEqual(self.slip(run, person).gov_gross, 3900)

    def test_a_quarter_that_was_locked_late_is_paid_with_the_next_run(self):
        person = self.new_person()
        result = self.new_star(person, state="confirmed")
        september = self.computed_run(SEPTEMBER)
        result.round_id._unprotected().state = "locked"

        october = self.computed_run()

        self.assertFalse(self.line(september, person, "STAR"))
        self.assert_paid(october, person, star=600)

    def test_it_is_paid_once(self):
        person = self.new_person()
        self.new_star(person)
        september = self.computed_run(SEPTEMBER)
        october = self.computed_run()

        september.action_gov_compute()

        self.assert_paid(september, person, star=600)
        self.assertFalse(self.line(october, person, "STAR"))

    def test_two_runs_at_the_same_time_do_not_pay_it_twice(self):
        person = self.new_person()
        result = self.new_star(person)
        self.computed_run(SEPTEMBER)
        october = self.computed_run()
        line = self.line(october, person, "BASIC")

        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError):
            line.sudo()._unprotected().gov_star_id = result
            line.flush_recordset()

    def test_it_is_not_paid_before_the_quarter_ends(self):
        person = self.new_person()
        self.new_star(person)

        self.assertFalse(self.line(self.computed_run(Month(2026, 8)), person, "STAR"))

    def test_two_quarters_are_paid_one_after_the_other(self):
        person = self.new_person()
        self.new_star(person, date(2026, 4, 1), amount=400)
        self.new_star(person)

        runs = self.computed_run(SEPTEMBER), self.computed_run()

        self.assert_paid(runs[0], person, star=400)
        self.assert_paid(runs[1], person, star=600)

    def test_a_quarter_that_ended_in_probation_is_lost(self):
        person = self.new_person(trial_end=date(2026, 9, 30))
        self.new_star(person)

        september, october = self.computed_run(SEPTEMBER), self.computed_run()

        self.assertEqual(self.line(september, person, "STAR").gov_reason, "probation")
        self.assertFalse(self.line(october, person, "STAR"))


class TestAnnualBonus(PayRewardCommon):
    def test_the_bonus_is_paid_once_with_its_basis(self):
        person = self.new_person()
        result = self.new_annual(person)

        september, october = self.computed_run(SEPTEMBER), self.computed_run(OCTOBER)

        line = self.line(september, person, "ANNUAL_BONUS")
        self.assertEqual((line.total, line.gov_annual_id), (1000, result))
        for words in ("2025", "会议纪要1号"):
            self.assertIn(words, line.gov_explanation)
        self.assertFalse(self.line(october, person, "ANNUAL_BONUS"))
        self.assertEqual(line.category_id.code, "BONUS")

    def test_who_gets_only_rewards_here_gets_stars_and_bonus(self):
        rules = self.new_rules("2026-09-01", in_force=False)
        rules.channel_ids.paid = "rewards"
        rules.action_put_in_force()
        person = self.new_person()
        self.new_annual(person)
        self.new_star(person)

        run = self.computed_run(SEPTEMBER)

        self.assert_paid(
            run, person, basic=0, star=600, annual_bonus=1000, perf=300, gross=1900
        )
