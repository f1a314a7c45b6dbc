"""Stars of a quarter and the budget that they share (A60, A61, D17)."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.stars import Share, StarRule, star_amounts, star_budget, stars_of

TABLE = [
    StarRule(stars, Decimal(mark), Decimal(coefficient))
    for stars, mark, coefficient in (
        (5, 95, "1.5"),
        (4, 90, "1.2"),
        (3, 80, "1.0"),
        (2, 70, "0.8"),
        (1, 60, "0.5"),
    )
]
CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=200)
SHARES = st.lists(
    st.tuples(
        st.integers(0, 3), st.sampled_from(["0", "0.5", "0.8", "1.0", "1.2", "1.5"])
    ),
    max_size=40,
)


class TestStarRules(BaseCase):
    def test_stars_begin_at_their_average(self):
        cases = [("100", 5), ("95", 5), ("94.99", 4), ("90", 4), ("80", 3), ("70", 2)]
        for mean, expected in [*cases, ("60", 1)]:
            with self.subTest(mean=mean):
                self.assertEqual(stars_of(Decimal(mean), TABLE).stars, expected)

    def test_below_the_last_line_and_without_months_there_is_no_star(self):
        self.assertIsNone(stars_of(Decimal("59.99"), TABLE))
        self.assertIsNone(stars_of(None, TABLE))

    def test_budget_is_200_yuan_a_person_and_month(self):
        self.assertEqual(star_budget(Decimal(200), [10, 10, 10]), Decimal(6000))

    def test_amounts_are_scaled_down_to_the_budget_and_never_up(self):
        five = [Share(n, 3, Decimal("1.5")) for n in range(3)]
        one = [Share(0, 3, Decimal("0.5"))]

        scaled = star_amounts(five, Decimal(200), Decimal(1800))
        low = star_amounts(one, Decimal(200), Decimal(1800))

        self.assertEqual(set(scaled.values()), {Decimal("600.00")})
        self.assertEqual(low[0], Decimal("300.00"))

    @CHECKED
    @given(SHARES)
    def test_star_amounts_never_exceed_the_budget(self, pairs):
        shares = [Share(n, m, Decimal(c)) for n, (m, c) in enumerate(pairs)]
        budget = star_budget(Decimal(200), [m for m, _c in pairs])

        amounts = star_amounts(shares, Decimal(200), budget)

        self.assertLessEqual(sum(amounts.values()), budget)
        self.assertTrue(all(amount >= 0 for amount in amounts.values()))

    @CHECKED
    @given(SHARES)
    def test_more_stars_never_earn_less(self, pairs):
        shares = [Share(n, 3, Decimal(c)) for n, (_m, c) in enumerate(pairs)]

        amounts = star_amounts(shares, Decimal(200), Decimal(600) * len(shares))

        by_coefficient = sorted(shares, key=lambda s: s.coefficient)
        paid = [amounts[s.key] for s in by_coefficient]
        self.assertEqual(paid, sorted(paid))
