"""The grades of the year as the policy puts them, and what holds for any year."""

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.annual import (
    STANDINGS,
    AnnualRule,
    Person,
    assign,
    count_months,
    gaps,
    places,
    reaches,
)

LIANSHUI = [
    AnnualRule("unqualified", "unqualified", from_poor=3, from_run=2),
    AnnualRule(
        "excellent",
        "excellent",
        min_good=4,
        max_poor=0,
        quota_percent=Decimal(30),
        is_vetoed=True,
    ),
    AnnualRule("qualified", "qualified", min_good=2, max_poor=0),
    AnnualRule("basic", "basic", max_poor=2),
]
WORDS = {"g": "good", "f": "fair", "p": "poor", "s": "suspended", "-": None}
MONTHS = st.lists(st.sampled_from(sorted(WORDS)), min_size=12, max_size=12)
CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=200)

# twelve months -> grade when a place is free; the words of the policy beside it
CASES = [
    ("ggggffffffff", "excellent", "好累计4次及以上且无差"),
    ("gggfffffffff", "qualified", "好3次"),
    ("ggffffffffff", "qualified", "好累计2次以上: 2 counts (D8)"),
    ("gfffffffffff", "basic", "好1次, 无差: literal text (D7)"),
    ("ffffffffffff", "basic", "好0次, 无差 (D7)"),
    ("ggggggggggpf", "basic", "差1次 closes 优秀 and 合格"),
    ("gggggpgggggp", "basic", "差2次, 不连续"),
    ("ggggggggggpp", "unqualified", "连续2个月为差 (D10)"),
    ("pgpgpggggggg", "unqualified", "一年内有3次为差"),
    ("pspgggggggff", "basic", "a suspended month breaks the chain (D9)"),
    ("p-pgggggggff", "basic", "so does a month without a sheet"),
    ("pppppppppppp", "unqualified", "every month poor"),
]


def person(word, key=0, score=90, **vals):
    counts = count_months([WORDS[letter] for letter in word])
    return Person(key, counts, Decimal(score), **vals)


def only(word, **vals):
    return assign([person(word, **vals)], LIANSHUI, 10)[0].key


class TestAnnualRules(BaseCase):
    def test_months_lead_to_the_grade_of_the_policy(self):
        for word, expected, why in CASES:
            with self.subTest(word=word, why=why):
                self.assertEqual(only(word), expected)

    def test_a_veto_closes_the_best_grade_only(self):
        self.assertEqual(only("g" * 12, is_barred=True), "qualified")
        self.assertEqual(only("f" * 12, is_barred=True), "basic")

    def test_lowering_never_raises(self):
        self.assertEqual(only("g" * 12, lowered_to="basic"), "basic")
        self.assertEqual(only("p" * 12, lowered_to="basic"), "unqualified")
        self.assertEqual(only("f" * 12, lowered_to="qualified"), "basic")

    def test_fallback_takes_a_year_without_poor_months(self):
        rules = [
            *LIANSHUI[:2],
            AnnualRule(
                "qualified", "qualified", min_good=2, max_poor=0, takes_no_poor=True
            ),
            LIANSHUI[3],
        ]
        pool = [person("f" * 12), person("p" + "f" * 11, 1)]

        found = assign(pool, rules, 10)

        self.assertEqual([found[0].key, found[1].key], ["qualified", "basic"])

    def test_places_go_to_more_good_months_then_score_then_fewer_deductions(self):
        pool = [
            person("g" * 5 + "f" * 7, "more good", 90),
            person("g" * 4 + "f" * 8, "score", 95),
            person("g" * 4 + "f" * 8, "events", 94, events=1),
            person("g" * 4 + "f" * 8, "last", 94, events=2),
        ]
        found = assign(pool, LIANSHUI, 10)

        best = [key for key, outcome in found.items() if outcome.key == "excellent"]
        self.assertEqual(best, ["more good", "score", "events"])
        self.assertTrue(found["last"].is_full)

    def test_equals_at_the_border_stay_out_until_one_is_chosen(self):
        pool = [person("g" * 12, key) for key in range(4)]

        found = assign(pool, LIANSHUI, 10)

        self.assertEqual({o.key for o in found.values()}, {"qualified"})
        self.assertTrue(all(o.is_tied for o in found.values()))

        pool = [person("g" * 12, key, is_chosen=key < 3) for key in range(4)]
        found = assign(pool, LIANSHUI, 10)

        self.assertEqual(
            [found[key].key for key in range(4)], ["excellent"] * 3 + ["qualified"]
        )
        self.assertFalse(any(o.is_tied for o in found.values()))

    def test_choosing_too_many_never_exceeds_the_quota(self):
        pool = [person("g" * 12, key, is_chosen=True) for key in range(8)]

        found = assign(pool, LIANSHUI, 10)

        self.assertEqual(sum(o.key == "excellent" for o in found.values()), 3)

    def test_four_grades_by_score_are_a_year_rule_too(self):
        # 乡便民中心: 优秀 from 90, 称职, 基本称职, 不称职
        marks = {"excellent": 90, "qualified": 75, "basic": 60, "unqualified": None}
        rules = [
            AnnualRule(name, name, min_score=mark and Decimal(mark))
            for name, mark in marks.items()
        ]
        for score, expected in ((90, 0), (89, 1), (75, 1), (60, 2), (59, 3)):
            with self.subTest(score=score):
                found = assign([person("f" * 12, score=score)], rules, 1)
                self.assertEqual(found[0].key, STANDINGS[expected])
        self.assertEqual(gaps(rules), [])

    def test_a_text_with_a_gap_is_found(self):
        found = gaps(LIANSHUI[:3])

        self.assertIn((1, 1, 1), [(c.good, c.fair, c.poor) for c in found])
        self.assertEqual(gaps(LIANSHUI), [])


class TestAnnualProperties(BaseCase):
    @CHECKED
    @given(MONTHS)
    def test_every_year_falls_in_exactly_one_grade(self, word):
        found = assign([person(word)], LIANSHUI, 10)

        self.assertEqual(list(found), [0])
        self.assertIn(found[0].key, STANDINGS)

    def test_every_count_of_twelve_months_falls_in_one_grade(self):
        # all numbers of good, fair, poor months and all chains that they allow
        for months in range(13):
            self.assertEqual(gaps(LIANSHUI, months), [])

    @CHECKED
    @given(MONTHS, st.integers(0, 11))
    def test_a_worse_month_never_leads_to_a_better_grade(self, word, place):
        worse = [*word]
        worse[place] = {"g": "f", "f": "p"}.get(word[place], word[place])

        before, after = only(word), only(worse)

        self.assertLessEqual(STANDINGS.index(before), STANDINGS.index(after))

    @CHECKED
    @given(st.lists(MONTHS, max_size=25), st.integers(0, 5), st.integers(0, 24))
    def test_the_quota_of_the_year_is_never_exceeded(self, words, leavers, chosen):
        pool = [person(w, n, is_chosen=n == chosen) for n, w in enumerate(words)]
        headcount = max(len(pool) - leavers, 0)

        found = assign(pool, LIANSHUI, headcount)

        best = [p for p in pool if found[p.key].key == "excellent"]
        self.assertEqual(len(found), len(pool))
        self.assertLessEqual(len(best), places(Decimal(30), headcount))
        self.assertTrue(all(reaches(p.counts, p.score, LIANSHUI[1]) for p in best))

    @CHECKED
    @given(st.lists(MONTHS, max_size=25), st.randoms(use_true_random=False))
    def test_the_order_of_people_never_matters(self, words, random):
        pool = [person(w, n) for n, w in enumerate(words)]
        shuffled = random.sample(pool, len(pool))

        self.assertEqual(assign(pool, LIANSHUI, 25), assign(shuffled, LIANSHUI, 25))
