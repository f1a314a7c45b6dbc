"""A whole month worked out at once: facts in, score, rank, grade and reward out.

Nothing is read or written here, so a month can be settled, simulated under another
text, or settled again without a withdrawn fact by the same function.

>>> policy = Policy(
...     categories=(Category("1", Decimal(30)), Category("2", Decimal(70))),
...     grades=(GradeRule("good", Decimal(90), Decimal(50)), GradeRule("fair")),
... )
>>> month = settle(policy, [Person("a"), Person("b", (Fact("1", Decimal(5)),))])
>>> [(key, str(r.total), r.rank, r.grade) for key, r in month.items()]
[('a', '100', 1, 'good'), ('b', '95', 2, 'fair')]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from .grading import Candidate, GradeRule, Outcome, competition_ranks, grade_pools
from .reward import Earner, RewardRule, rewards
from .scoring import NO_LIMITS, Category, Fact, Limits, Score, highest_only, score

ZERO = Decimal(0)
ONE = Decimal(1)
SUSPENDED = "suspended"


@dataclass(frozen=True)
class GradePay:
    """What a grade is paid: not at all, a fixed amount, a coefficient."""

    is_rewarded: bool = True
    amount: Decimal = ZERO
    coefficient: Decimal = ONE


@dataclass(frozen=True)
class Policy:
    """A text as the rules read it.

    :param grades: best first; the last one takes whoever is left
    :param pay: {grade code: GradePay}
    :param post_on_score: coefficients of posts multiply the total, not the reward
    """

    categories: tuple[Category, ...]
    grades: tuple[GradeRule, ...]
    limits: Limits = NO_LIMITS
    reward: RewardRule = field(default_factory=RewardRule)
    pay: Mapping[str, GradePay] = field(default_factory=dict)
    pays_probation: bool = False
    post_on_score: bool = False


@dataclass(frozen=True)
class Person:
    """A person of the month's population with the facts that count.

    :param pool: whose quota the person takes a place of
    :param coefficient: of the post level (系数, A74)
    :param more: further keys of the order, the higher the better (D4)
    :param at_most: code of the best grade after a decision of HR (D1)
    :param is_chosen: HR took this one out of a tied group
    :param is_withheld: an approved decision stops the reward (扣发, A69, A71)
    :param categories: codes of those the person is scored in, None for all (A74)
    """

    key: Hashable
    facts: tuple[Fact, ...] = ()
    is_suspended: bool = False
    is_in_probation: bool = False
    pool: Hashable = None
    coefficient: Decimal = ONE
    more: tuple[Decimal, ...] = ()
    at_most: str | None = None
    is_chosen: bool = False
    is_withheld: bool = False
    categories: frozenset[str] | None = None

    def has(self, category: str) -> bool:
        """Whether the person is scored in a category."""
        return self.categories is None or category in self.categories


@dataclass(frozen=True)
class Result:
    """A person's month.

    :param grade: code of the grade, None while suspended
    :param standing: `good`, `fair`, `poor` or `suspended`
    :param rank: 0 while suspended
    :param reward: yuan
    :param lines: the facts that were counted
    """

    by_category: Mapping[str, Decimal]
    lost: Decimal
    bonus: Decimal
    total: Decimal
    rank: int
    grade: str | None
    standing: str
    is_tied: bool
    reward: Decimal
    lines: tuple[Fact, ...]


def settle(policy: Policy, people: Iterable[Person]) -> dict[Hashable, Result]:
    """Score, rank, grade and pay a population.

    :return: {key of the person: Result}
    """
    people = tuple(people)
    lines = {
        person.key: highest_only(f for f in person.facts if person.has(f.category))
        for person in people
    }
    scores = {p.key: _score(policy, p, lines[p.key]) for p in people}
    candidates = [
        _candidate(policy, person, scores[person.key], lines[person.key])
        for person in people
        if not person.is_suspended
    ]
    ranks = competition_ranks(candidates)
    heads = Counter(person.pool for person in people)
    outcomes = grade_pools(candidates, policy.grades, heads)
    paid = _rewards(policy, people, scores, outcomes, lines)
    standings = {rule.code: rule.standing for rule in policy.grades}
    results = {}
    for person in people:
        key, outcome = person.key, outcomes.get(person.key)
        result = scores[key]
        results[key] = Result(
            by_category=result.by_category,
            lost=result.lost,
            bonus=result.bonus,
            total=result.total,
            rank=ranks.get(key, 0),
            grade=outcome.code if outcome else None,
            standing=standings[outcome.code] if outcome else SUSPENDED,
            is_tied=bool(outcome and outcome.is_tied),
            reward=paid.get(key, ZERO),
            lines=lines[key],
        )
    return results


def _score(policy: Policy, person: Person, facts: tuple[Fact, ...]) -> Score:
    coefficient = person.coefficient if policy.post_on_score else ONE
    categories = (c for c in policy.categories if person.has(c.code))
    return score(categories, facts, policy.limits, coefficient)


def _candidate(
    policy: Policy, person: Person, result: Score, facts: tuple[Fact, ...]
) -> Candidate:
    return Candidate(
        person.key,
        result.total,
        result.lost,
        more=(result.bonus, *person.more),
        at_most=_lowest(policy, person, facts),
        pool=person.pool,
        is_chosen=person.is_chosen,
    )


def _lowest(policy: Policy, person: Person, facts: tuple[Fact, ...]) -> str | None:
    """The lowest of the grades that the facts and HR's decision leave open."""
    limits = {fact.at_most for fact in facts} | {person.at_most}
    found = [rule.code for rule in policy.grades if rule.code in limits]
    return found[-1] if found else None


def _rewards(
    policy: Policy,
    people: tuple[Person, ...],
    scores: Mapping[Hashable, Score],
    outcomes: Mapping[Hashable, Outcome],
    lines: Mapping[Hashable, tuple[Fact, ...]],
) -> dict[Hashable, Decimal]:
    earners = []
    for person in people:
        outcome = outcomes.get(person.key)
        if not outcome or not _is_paid(policy, person, lines[person.key]):
            continue
        pay = policy.pay.get(outcome.code, GradePay())
        if pay.is_rewarded:
            post = ONE if policy.post_on_score else person.coefficient
            earners.append(
                Earner(
                    person.key,
                    scores[person.key].total,
                    weight=pay.coefficient * post,
                    amount=pay.amount,
                )
            )
    return rewards(policy.reward, earners, len(people))


def _is_paid(policy: Policy, person: Person, facts: tuple[Fact, ...]) -> bool:
    if person.is_withheld or (person.is_in_probation and not policy.pays_probation):
        return False
    return not any(fact.stops_reward for fact in facts)
