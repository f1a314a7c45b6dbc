"""What holds for the grading of any county."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.grading import Candidate, competition_ranks, grade, quota
from .test_rules_grading import LIANSHUI

# few different values, so that ties are frequent
TOTALS = st.sampled_from([Decimal(n) / 2 for n in (*range(110, 130), *range(176, 202))])
LOST = st.sampled_from([Decimal(n) for n in (0, 1, 5)])
PAIRS = st.lists(st.tuples(TOTALS, LOST), max_size=40)
SUSPENDED = st.integers(0, 10)
# the same examples in each run, and no example files left in the working folder
CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=100)


def people(pairs):
    return [Candidate(n, total, lost) for n, (total, lost) in enumerate(pairs)]


def graded(pool, suspended):
    """(headcount, good people, others)."""
    headcount = len(pool) + suspended
    outcomes = grade(pool, LIANSHUI, headcount)
    best = [c for c in pool if outcomes[c.key].code == "good"]
    return headcount, best, [c for c in pool if c not in best]


class TestGradingProperties(BaseCase):
    @CHECKED
    @given(PAIRS, SUSPENDED)
    def test_good_people_never_exceed_the_quota(self, pairs, suspended):
        headcount, best, _others = graded(people(pairs), suspended)

        self.assertLessEqual(len(best), quota(Decimal(30), headcount))
        self.assertLessEqual(100 * len(best), 30 * headcount)

    @CHECKED
    @given(PAIRS, SUSPENDED)
    def test_every_good_person_is_strictly_better_than_all_others(
        self, pairs, suspended
    ):
        _headcount, best, others = graded(people(pairs), suspended)

        for one in best:
            self.assertTrue(all(one.order < other.order for other in others))

    @CHECKED
    @given(PAIRS, SUSPENDED)
    def test_places_stay_empty_only_for_a_tie_or_for_want_of_90(self, pairs, suspended):
        pool = people(pairs)
        headcount, best, _others = graded(pool, suspended)
        outcomes = grade(pool, LIANSHUI, headcount)

        reaching = sum(candidate.total >= 90 for candidate in pool)
        wanted = min(reaching, quota(Decimal(30), headcount))

        is_tie = any(outcome.is_tied for outcome in outcomes.values())
        self.assertEqual(len(best) < wanted, is_tie)

    @CHECKED
    @given(PAIRS, SUSPENDED)
    def test_flagged_people_are_one_group_of_equals_and_not_good(
        self, pairs, suspended
    ):
        pool = people(pairs)
        outcomes = grade(pool, LIANSHUI, len(pool) + suspended)
        flagged = [c for c in pool if outcomes[c.key].is_tied]

        self.assertEqual({outcomes[c.key].code for c in flagged} - {"fair"}, set())
        orders = {c.order for c in flagged}
        self.assertLessEqual(len(orders), 1)
        self.assertEqual(flagged, [c for c in pool if c.order in orders])

    @CHECKED
    @given(PAIRS, SUSPENDED)
    def test_everybody_has_one_grade_and_only_below_60_is_poor(self, pairs, suspended):
        pool = people(pairs)
        outcomes = grade(pool, LIANSHUI, len(pool) + suspended)

        self.assertEqual(set(outcomes), {c.key for c in pool})
        for candidate in pool:
            is_poor = outcomes[candidate.key].code == "poor"
            self.assertEqual(is_poor, candidate.total < 60)

    @CHECKED
    @given(PAIRS)
    def test_rank_is_one_more_than_the_number_of_better_people(self, pairs):
        pool = people(pairs)
        ranks = competition_ranks(pool)

        for candidate in pool:
            better = sum(other.order < candidate.order for other in pool)
            self.assertEqual(ranks[candidate.key], better + 1)

    @CHECKED
    @given(PAIRS, st.randoms(use_true_random=False))
    def test_the_order_in_which_people_come_changes_nothing(self, pairs, random):
        pool = people(pairs)
        shuffled = random.sample(pool, len(pool))

        self.assertEqual(
            grade(pool, LIANSHUI, len(pool)), grade(shuffled, LIANSHUI, len(pool))
        )
        self.assertEqual(competition_ranks(pool), competition_ranks(shuffled))
