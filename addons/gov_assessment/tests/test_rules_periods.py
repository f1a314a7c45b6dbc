"""Periods, weights and categories by level: what holds for any of them."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.annual import weighted
from ..rules.months import first_not_closed, period_end, period_start
from ..rules.scoring import Category, Fact
from ..rules.settlement import Person
from .common_settlement import policy, settled

CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=150)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
SPANS = st.sampled_from([1, 3, 6, 12])
MARKS = st.decimals(0, 100, places=2)


class TestPeriods(BaseCase):
    @given(DAYS, SPANS)
    @CHECKED
    def test_a_day_lies_within_its_period(self, day, months):
        start, end = period_start(day, months), period_end(day, months)

        self.assertLessEqual(start, day)
        self.assertLessEqual(end.replace(day=1), end)
        self.assertEqual(start.year, end.year)
        self.assertEqual(end.month - start.month + 1, months)
        self.assertEqual(period_end(start, months), end)
        self.assertLessEqual((day.year, day.month), (end.year, end.month))

    @given(DAYS, SPANS, st.sets(st.integers(0, 30), max_size=8))
    @CHECKED
    def test_a_fact_counts_in_a_period_that_is_not_closed(self, day, months, gone):
        end = period_end(day, months)
        closed = {
            date(end.year + (end.month - 1 + n) // 12, (end.month - 1 + n) % 12 + 1, 1)
            for n in gone
        }

        found = first_not_closed(day, closed, months)

        self.assertNotIn(found, closed)
        self.assertGreaterEqual(found, end)
        self.assertEqual(period_end(found, months), found)

    @given(DAYS, st.sets(DAYS.map(lambda day: day.replace(day=1)), max_size=6))
    @CHECKED
    def test_one_month_is_a_period_of_its_own(self, day, closed):
        self.assertEqual(
            first_not_closed(day, closed), first_not_closed(day, closed, 1)
        )


class TestWeights(BaseCase):
    @given(st.lists(MARKS, min_size=1, max_size=5), st.data())
    @CHECKED
    def test_the_score_lies_between_its_parts(self, marks, data):
        cuts = sorted(data.draw(st.sets(st.integers(1, 99), max_size=len(marks) - 1)))
        weights = [
            Decimal(b - a) for a, b in zip([0, *cuts], [*cuts, 100], strict=True)
        ]
        marks = marks[: len(weights)]

        score = weighted(zip(marks, weights, strict=True))

        cent = Decimal("0.01")
        self.assertGreaterEqual(score, min(marks) - cent)
        self.assertLessEqual(score, max(marks) + cent)

    @given(MARKS)
    @CHECKED
    def test_equal_parts_make_the_same_score(self, mark):
        parts = [(mark, Decimal(30)), (mark, Decimal(50)), (mark, Decimal(20))]

        self.assertEqual(weighted(parts), mark)


class TestCategoriesByLevel(BaseCase):
    TEXT = policy(
        categories=(
            Category("1", Decimal(40)),
            Category("2", Decimal(60)),
            Category("3", Decimal(60)),
        )
    )

    def total(self, facts, categories):
        person = Person("a", tuple(facts), categories=categories)
        return settled(self.TEXT, person, field="total")["a"]

    def test_full_mark_is_that_of_the_own_categories(self):
        self.assertEqual(self.total((), frozenset("12")), 100)
        self.assertEqual(self.total((), None), 160)

    @given(
        st.lists(
            st.builds(Fact, st.sampled_from("123"), MARKS),
            max_size=6,
        )
    )
    @CHECKED
    def test_facts_of_other_categories_change_nothing(self, facts):
        own = frozenset("13")
        within = [fact for fact in facts if fact.category in own]

        self.assertEqual(self.total(facts, own), self.total(within, own))
        self.assertLessEqual(self.total(facts, own), 100)
