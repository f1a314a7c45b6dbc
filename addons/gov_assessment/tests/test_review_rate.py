"""Rates by site, window, person and period; “—”, not 100 %, where nothing was due."""

from datetime import date, datetime
from decimal import Decimal

from freezegun import freeze_time

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common_rev import NOW, ReviewCommon


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestReviewRate(ReviewCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.view = cls.env["gov.review.rate"]

    def rates(self, person=None, user=None, **domain):
        person = person or self.person
        self.env.flush_all()
        view = self.view.with_user(user) if user else self.view
        return view._rates([("employee_id", "=", person.id)])[0][0]

    def good_review(self, person=None, **vals):
        return self.bad_review(person, **{"rating": "5", **vals})

    def test_nothing_due_is_no_hundred(self):
        self.good_review()

        rates = self.rates()

        self.assertEqual(rates["good_rate"], 100)
        for name in ("verified_rate", "rectified_rate", "visited_rate", "settled_rate"):
            self.assertIsNone(rates[name], name)

    def test_good_rate_leaves_out_what_was_found_mistaken(self):
        self.good_review()
        self.good_review(rating="3")
        self.bad_review()
        self.verified("mistaken")

        rates = self.rates()

        self.assertEqual(rates["good_rate"], Decimal("66.7"))
        self.assertEqual(rates["bad_rate"], Decimal("33.3"))

    def test_active_rate_is_out_of_the_cases(self):
        self.good_review()
        self.good_review(is_default=True)
        self.assertEqual(self.rates()["active_rate"], 50)

        self.new_volume(self.person, 10)

        self.assertEqual(self.rates()["active_rate"], 10)

    def test_review_in_time_is_not_due_yet(self):
        review = self.bad_review()
        self.assertIsNone(self.rates()["verified_rate"])

        review.received_on = date(2026, 9, 28)
        self.assertEqual(self.rates()["verified_rate"], 0)

        review.with_user(self.officer)._verify("mistaken", "no")
        self.assertEqual(self.rates()["verified_rate"], 100)
        self.assertEqual(self.rates()["settled_rate"], 100)

    def test_three_hundred_percents(self):
        self.at_step("visited")
        late = self.verified()
        late.verified_on = date(2026, 9, 28)

        rates = self.rates()

        self.assertEqual(rates["verified_rate"], 100)
        self.assertEqual(rates["rectified_rate"], 50)
        self.assertEqual(rates["settled_rate"], 50)
        self.assertEqual(rates["fed_back_rate"], 100)
        self.assertEqual(rates["visited_rate"], 100)

    def test_put_right_too_late_is_not_in_time(self):
        review = self.at_step("rectified")
        review.verified_on = date(2026, 9, 21)

        self.assertEqual(self.rates()["rectified_rate"], 100)
        self.assertEqual(self.rates()["in_time_rate"], 0)

    def test_groups_are_quotients_of_sums(self):
        other = self.new_person(site=self.town_b)
        for _time in range(3):
            self.good_review()
        self.bad_review(other)
        self.env.flush_all()

        grouped = self.view._read_group(
            [("employee_id", "in", (self.person + other).ids)],
            ["department_id"],
            ["good_rate:avg", "verified_rate:avg"],
        )
        together = self.view._read_group(
            [("employee_id", "in", (self.person + other).ids)],
            [],
            ["good_rate:avg"],
        )

        found = {site: (good, verified) for site, good, verified in grouped}
        self.assertEqual(found, {self.town: (100, False), self.town_b: (0, False)})
        self.assertEqual(together, [(75,)])

    def test_window_is_the_persons_or_the_one_that_was_named(self):
        window, other = self.new_window(), self.new_window(name="二号窗口")
        person = self.new_person(gov_window_id=window.id)

        self.assertEqual(self.good_review(person).window_id, window)
        self.assertEqual(self.good_review(person, window_id=other.id).window_id, other)

    def test_pivot_of_the_web_client_gets_its_groups(self):
        self.good_review()
        self.env.flush_all()

        sets = self.view.with_user(self.officer).formatted_read_grouping_sets(
            [("employee_id", "=", self.person.id)],
            [[], ["date:month"]],
            ["good_rate:avg", "visited_rate:avg", "cases:sum"],
        )

        self.assertEqual(sets[0][0]["good_rate:avg"], 100)
        self.assertFalse(sets[0][0]["visited_rate:avg"])
        self.assertEqual(sets[1][0]["cases:sum"], 1)

    def test_site_officer_sees_the_rates_of_the_own_sites(self):
        other = self.new_person(site=self.town_b)
        self.good_review()
        self.good_review(other)
        self.env.flush_all()
        domain = [("employee_id", "in", (self.person + other).ids)]

        for user, sites in (
            (self.site_officer, self.town),
            (self.leader, self.town + self.town_b),
            (self.officer, self.town + self.town_b),
        ):
            with self.subTest(user=user.login):
                rows = self.view.with_user(user).search(domain)
                self.assertEqual(rows.sudo().department_id, sites)
        for user in (self.plain_user, self.portal_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.view.with_user(user).search(domain)

    # -- what decides between equals (D4) ----------------------------------------------

    def test_figures_of_a_month_for_many_people(self):
        other, nobody = self.new_person(), self.new_person()
        self.good_review()
        self.bad_review()
        self.verified("malicious")
        self.good_review(other, at=datetime(2026, 9, 30, 2))
        self.new_volume(self.person, 7)
        self.new_volume(other, 9, date(2026, 9, 1))
        people = self.person + other + nobody

        october = date(2026, 10, 1)
        self.assertEqual(
            people._gov_service_volume(october),
            {self.person.id: 7, other.id: 0, nobody.id: 0},
        )
        self.assertEqual(
            people._gov_good_review_rate(october),
            {self.person.id: 50, other.id: None, nobody.id: None},
        )
