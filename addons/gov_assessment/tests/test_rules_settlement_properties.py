"""What holds for the month of any county under any text."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.grading import GradeRule
from ..rules.reward import RewardRule
from ..rules.scoring import Category, Fact
from ..rules.settlement import GradePay, Person, settle
from .common_settlement import fact, policy

CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=120)

POINTS = st.sampled_from([Decimal(n) for n in ("1", "2.5", "5", "10", "30")])
FACTS = st.lists(
    st.builds(
        Fact,
        st.sampled_from(["1", "2", "6"]),
        POINTS,
        at_most=st.sampled_from([None, None, None, "fair", "poor"]),
        stops_reward=st.sampled_from([False, False, False, True]),
    ),
    max_size=5,
)
PEOPLE = st.lists(
    st.tuples(FACTS, st.booleans(), st.integers(0, 2), st.booleans()), max_size=14
)
QUOTA = st.sampled_from(
    [
        {"quota_percent": Decimal(30)},
        {"quota_percent": Decimal("33.3"), "rounding": "half_up"},
        {"quota_percent": Decimal(20), "rounding": "up"},
        {"quota_number": 2},
    ]
)
REWARD = st.sampled_from(
    [
        RewardRule(base=Decimal(300)),
        RewardRule(base=Decimal(300), cap_percent=Decimal(100)),
        RewardRule("pool", Decimal(200)),
        RewardRule("fixed"),
    ]
)
# the better the grade, the more it is paid
PAY = {
    "good": GradePay(amount=Decimal(600), coefficient=Decimal("1.5")),
    "fair": GradePay(amount=Decimal(400)),
    "poor": GradePay(is_rewarded=False),
}


@st.composite
def texts(draw):
    categories = (
        Category("1", Decimal(30), is_floored=draw(st.booleans())),
        Category("2", Decimal(70), is_floored=draw(st.booleans())),
        Category("6", is_bonus=True, cap=draw(st.sampled_from([None, Decimal(5)]))),
    )
    threshold = draw(st.sampled_from([None, Decimal(90)]))
    grades = (
        GradeRule("good", threshold, standing="good", **draw(QUOTA)),
        GradeRule("fair", Decimal(60), standing="fair"),
        GradeRule("poor", standing="poor"),
    )
    limits = draw(st.sampled_from([{}, {"bonus": 5}, {"total": 110}]))
    return policy(categories, grades, PAY, limits, reward=draw(REWARD))


def population(drawn):
    return [
        Person(n, tuple(facts), is_suspended=suspended and not n, pool=pool)
        for n, (facts, suspended, pool, _chosen) in enumerate(drawn)
    ]


class TestSettlementProperties(BaseCase):
    @CHECKED
    @given(texts(), PEOPLE)
    def test_quota_of_each_pool_is_never_exceeded(self, text, drawn):
        people = [
            replace(person, is_chosen=chosen)
            for person, (_f, _s, _p, chosen) in zip(
                population(drawn), drawn, strict=True
            )
        ]
        results = settle(text, people)
        heads = Counter(person.pool for person in people)
        best = Counter(p.pool for p in people if results[p.key].grade == "good")

        for pool, number in best.items():
            self.assertLessEqual(number, text.grades[0].places(heads[pool]))

    @CHECKED
    @given(texts(), PEOPLE.filter(bool), st.sampled_from(["1", "2"]), POINTS)
    def test_a_deduction_never_raises_score_rank_grade_or_reward(
        self, text, drawn, category, points
    ):
        people = population(drawn)
        hit = people[-1]
        more = replace(hit, facts=(*hit.facts, fact(category, points)))
        before = settle(text, people)[hit.key]
        after = settle(text, [*people[:-1], more])[hit.key]

        codes = [rule.code for rule in text.grades]
        self.assertLessEqual(after.total, before.total)
        self.assertGreaterEqual(after.rank, before.rank)
        self.assertLessEqual(after.reward, before.reward)
        if before.grade:
            self.assertGreaterEqual(codes.index(after.grade), codes.index(before.grade))

    @CHECKED
    @given(texts(), PEOPLE, st.randoms(use_true_random=False))
    def test_the_order_of_events_and_people_never_matters(self, text, drawn, random):
        people = population(drawn)
        shuffled = [
            replace(p, facts=tuple(random.sample(p.facts, len(p.facts))))
            for p in people
        ]
        results = settle(text, people)
        again = settle(text, random.sample(shuffled, len(shuffled)))

        for key, result in results.items():
            self.assertEqual(replace(again[key], lines=()), replace(result, lines=()))

    @CHECKED
    @given(texts(), PEOPLE)
    def test_everybody_gets_one_result_and_a_pool_is_not_overspent(self, text, drawn):
        people = population(drawn)
        results = settle(text, people)

        self.assertEqual(set(results), {person.key for person in people})
        for person in people:
            result = results[person.key]
            self.assertEqual(result.grade is None, person.is_suspended)
            self.assertGreaterEqual(result.reward, 0)
        if text.reward.kind == "pool":
            spent = sum(result.reward for result in results.values())
            self.assertLessEqual(spent, text.reward.base * len(people))

    @CHECKED
    @given(texts(), PEOPLE)
    def test_a_fact_that_stops_the_reward_leaves_none(self, text, drawn):
        people = population(drawn)
        results = settle(text, people)

        for person in people:
            if any(one.stops_reward for one in person.facts):
                self.assertEqual(results[person.key].reward, 0)
