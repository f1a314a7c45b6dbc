"""名次和等次: 好 at 90 within floor(30% of N), ties out whole, 差 below 60."""

from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.grading import Candidate, GradeRule, competition_ranks, grade, quota

LIANSHUI = (
    GradeRule("good", Decimal(90), Decimal(30)),
    GradeRule("fair", Decimal(60)),
    GradeRule("poor"),
)


def candidates(people):
    """{name: total} or {name: (total, points lost)} as candidates."""
    for name, value in people.items():
        total, lost = value if isinstance(value, tuple) else (value, 0)
        yield Candidate(name, Decimal(str(total)), Decimal(str(lost)))


def codes(people, headcount):
    outcomes = grade(candidates(people), LIANSHUI, headcount)
    return {name: outcome.code for name, outcome in outcomes.items()}


def tied(people, headcount):
    outcomes = grade(candidates(people), LIANSHUI, headcount)
    return {name for name, outcome in outcomes.items() if outcome.is_tied}


def good(people, headcount):
    return {n for n, code in codes(people, headcount).items() if code == "good"}


class TestQuota(BaseCase):
    def test_thirty_percent_is_rounded_down(self):
        table = {1: 0, 3: 0, 4: 1, 9: 2, 10: 3, 33: 9, 34: 10, 100: 30, 1000: 300}

        found = {headcount: quota(Decimal(30), headcount) for headcount in table}

        self.assertEqual(found, table)

    def test_quota_of_all_sizes_equals_integer_division(self):
        for headcount in range(2000):
            self.assertEqual(quota(Decimal("30.00"), headcount), 30 * headcount // 100)

    def test_percentage_with_decimals_is_exact(self):
        self.assertEqual(quota(Decimal("33.33"), 10000), 3333)


class TestThresholds(BaseCase):
    def test_good_begins_at_90(self):
        self.assertEqual(codes({"at": 90, "below": "89.99"}, 100)["at"], "good")
        self.assertEqual(codes({"at": 90, "below": "89.99"}, 100)["below"], "fair")

    def test_poor_ends_below_60(self):
        found = codes({"at": 60, "below": "59.99"}, 100)

        self.assertEqual(found, {"at": "fair", "below": "poor"})

    def test_zero_is_poor_and_more_than_100_is_good(self):
        self.assertEqual(
            codes({"zero": 0, "star": 130}, 10), {"zero": "poor", "star": "good"}
        )

    def test_places_left_do_not_lower_the_threshold(self):
        self.assertEqual(good({"a": 95, "b": 89, "c": 88}, 10), {"a"})


class TestQuotaOfGood(BaseCase):
    def test_only_as_many_as_the_quota_allows(self):
        people = {f"p{n}": 100 - n for n in range(10)}

        self.assertEqual(good(people, 10), {"p0", "p1", "p2"})

    def test_headcount_counts_people_who_are_not_graded(self):
        # 10 in the county, 4 of them suspended: 3 places for the 6 others
        people = {f"p{n}": 100 - n for n in range(6)}

        self.assertEqual(good(people, 10), {"p0", "p1", "p2"})

    def test_33_people_have_nine_places(self):
        people = {n: 200 - n for n in range(33)}

        self.assertEqual(len(good(people, 33)), 9)

    def test_three_people_have_no_place_and_nobody_is_flagged(self):
        people = {"a": 100, "b": 100, "c": 99}

        self.assertEqual(set(codes(people, 3).values()), {"fair"})
        self.assertEqual(tied(people, 3), set())

    def test_equal_total_with_fewer_points_lost_wins(self):
        people = {"clean": (100, 0), "lost_and_won": (100, 10), "c": 70, "d": 70}

        self.assertEqual(good(people, 4), {"clean"})
        self.assertEqual(tied(people, 4), set())


class TestTies(BaseCase):
    def test_tie_across_the_border_stays_out_whole_and_is_flagged(self):
        people = {"a": 100, "b": 95, "c": 95, "d": 95, **dict.fromkeys("efghij", 80)}

        self.assertEqual(good(people, 10), {"a"})
        self.assertEqual(tied(people, 10), {"b", "c", "d"})

    def test_the_places_of_a_tie_do_not_go_to_worse_people(self):
        people = {"a": 98, "b": 98, "c": 95, "d": 91}

        self.assertEqual(good(people, 4), set())
        self.assertEqual(codes(people, 4)["c"], "fair")

    def test_everybody_equal_is_nobody_good(self):
        people = dict.fromkeys(range(10), 100)

        self.assertEqual(good(people, 10), set())
        self.assertEqual(tied(people, 10), set(range(10)))

    def test_tie_wholly_inside_is_in_and_not_flagged(self):
        people = {"a": 100, "b": 97, "c": 97, "d": 90, **dict.fromkeys("efghij", 80)}

        self.assertEqual(good(people, 10), {"a", "b", "c"})
        self.assertEqual(tied(people, 10), set())

    def test_tie_that_begins_after_the_border_is_not_flagged(self):
        people = {
            "a": 100,
            "b": 99,
            "c": 98,
            "d": 97,
            "e": 97,
            **dict.fromkeys("fghij", 80),
        }

        self.assertEqual(good(people, 10), {"a", "b", "c"})
        self.assertEqual(tied(people, 10), set())

    def test_tie_below_90_at_the_border_is_not_flagged(self):
        people = {"a": 100, "b": 95, **dict.fromkeys("cdefghij", 80)}

        self.assertEqual(good(people, 10), {"a", "b"})
        self.assertEqual(tied(people, 10), set())

    def test_tied_people_are_fair(self):
        found = codes({"a": 92, "b": 92, "c": 61, "d": 59}, 4)

        self.assertEqual(found, {"a": "fair", "b": "fair", "c": "fair", "d": "poor"})


class TestRanks(BaseCase):
    def ranks(self, people):
        return competition_ranks(candidates(people))

    def test_equal_people_share_a_rank_and_the_next_is_skipped(self):
        found = self.ranks({"d": 90, "b": 95, "a": 100, "c": 95})

        self.assertEqual(found, {"a": 1, "b": 2, "c": 2, "d": 4})

    def test_fewer_points_lost_ranks_first(self):
        found = self.ranks({"a": (100, 5), "b": (100, 0), "c": (100, 5)})

        self.assertEqual(found, {"b": 1, "a": 2, "c": 2})

    def test_nobody_has_no_ranks(self):
        self.assertEqual(self.ranks({}), {})
