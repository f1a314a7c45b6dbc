"""Stars of a quarter: average, table, budget, flow (A60, A61, P18, D17)."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common_year import YEAR, YearCommon

TABLE = ((5, 95, 1.5), (4, 90, 1.2), (3, 80, 1), (2, 70, 0.8), (1, 60, 0.5))


@tagged("post_install", "-at_install")
class TestStarRound(YearCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own_rubric(
            star_rate=200,
            star_ids=[
                (0, 0, {"stars": s, "min_average": m, "coefficient": c})
                for s, m, c in TABLE
            ],
        )

    def new_quarter(self, state="computed", day=date(YEAR, 5, 17)):
        batch = self.env["gov.star.round"].create(
            {"county_id": self.county.id, "date_from": day}
        )
        self.advance_period(batch, state)
        return batch

    def star(self, batch, person):
        return batch.result_ids.filtered(lambda r: r.employee_id == person)

    def with_quarter(self, *words, **totals):
        people = self.new_people(len(words))
        for person, word in zip(people, words, strict=True):
            self.new_months(person, word, first=4, **totals)
        return people

    def test_stars_come_from_the_average_of_the_quarter(self):
        five, three, one = self.with_quarter("ggg", "fff", "fpp")

        batch = self.new_quarter()

        self.assertEqual(batch.date_from, date(YEAR, 4, 1))
        self.assertEqual(batch.display_name, f"{self.county.name} 2025-Q2")
        found = [(self.star(batch, p).stars) for p in (five, three, one)]
        self.assertEqual(found, [5, 3, 1])
        self.assertEqual(self.star(batch, one).average, 61.67)
        self.assertEqual(self.star(batch, five).star_text, "★★★★★")

    def test_rewards_stay_within_the_budget(self):
        people = self.with_quarter("ggg", "ggg", "ggg")
        rounds = self.env["gov.appraisal.round"].search(
            [("county_id", "=", self.county.id)]
        )
        rounds._unprotected().write({"headcount": 3})

        batch = self.new_quarter()

        self.assertEqual(batch.budget, 1800)
        self.assertEqual(batch.amount_total, 1800)  # 3 x 900 scaled down
        self.assertEqual(self.star(batch, people[0]).amount, 600)

    def test_money_is_never_scaled_up(self):
        person = self.with_quarter("fff")

        batch = self.new_quarter()

        self.assertEqual(batch.budget, 6000)
        self.assertEqual(self.star(batch, person).amount, 600)

    def test_part_of_a_quarter_is_paid_by_month(self):
        person = self.with_quarter("--g")

        batch = self.new_quarter()

        self.assertRecordValues(
            self.star(batch, person), [{"stars": 5, "month_count": 1, "amount": 300}]
        )

    def test_suspended_month_keeps_the_star_waiting_until_it_is_settled(self):
        person = self.with_quarter("ggs")
        batch = self.new_quarter("locked")
        result = self.star(batch, person)
        self.assertRecordValues(result, [{"stars": 0, "amount": 0, "is_pending": True}])
        with self.assertRaises(AccessError):
            result.with_user(self.officer).action_settle()
        with self.assertRaisesRegex(UserError, "still suspended"):
            result.with_user(self.leader).action_settle()

        sheet = self.env["gov.appraisal"].search([("grade", "=", "suspended")])
        sheet._unprotected().write({"grade": "good", "total": 95})
        result.with_user(self.leader).action_settle()

        self.assertRecordValues(
            result, [{"stars": 5, "amount": 900, "is_pending": False}]
        )

    def test_quarter_goes_to_payroll_when_it_is_locked(self):
        person, _none = self.with_quarter("ggg", "ppp")
        batch = self.new_quarter("confirmed")
        results = self.env["gov.star.result"]
        self.assertFalse(results._reward_due(self.county, date(YEAR, 6, 30)))

        self.advance_period(batch, "locked")

        due = results._reward_due(self.county, date(YEAR, 6, 30))
        self.assertEqual(due.employee_id, person)
        with self.assertRaises(DocumentLocked):
            due.with_user(self.officer).write({"stars": 1})

    def test_text_without_a_star_table_is_refused_in_words(self):
        bare = self.new_site("T91", "county")
        batch = self.env["gov.star.round"].create({"county_id": bare.id})

        with self.assertRaisesRegex(UserError, "has no stars"):
            batch.with_user(self.officer).action_compute()

    def test_months_have_to_be_locked_before_the_leader_sees_them(self):
        self.with_quarter("ggg")
        batch = self.new_quarter()
        self.month_round(5)._unprotected().state = "confirmed"

        with self.assertRaisesRegex(UserError, "2025-05"):
            batch.with_user(self.officer).action_submit()
