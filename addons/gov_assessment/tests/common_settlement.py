"""Short words for the tests of the settlement rules: texts, people, facts."""

from decimal import Decimal

from ..rules.grading import GradeRule
from ..rules.reward import RewardRule
from ..rules.scoring import Category, Fact, Limits
from ..rules.settlement import GradePay, Person, Policy, settle

CATEGORIES = (
    Category("1", Decimal(30)),
    Category("2", Decimal(70)),
    Category("6", is_bonus=True),
)
GRADES = (
    GradeRule("good", Decimal(90), Decimal(30), "good"),
    GradeRule("fair", Decimal(60), standing="fair"),
    GradeRule("poor", standing="poor"),
)
PAY = {"poor": GradePay(is_rewarded=False)}


def policy(categories=CATEGORIES, grades=GRADES, pay=None, limits=None, **vals):
    """A text of two categories and a bonus, graded and paid as 涟水 unless told."""
    return Policy(
        categories=categories,
        grades=grades,
        limits=Limits(**{k: Decimal(v) for k, v in (limits or {}).items()}),
        reward=vals.pop("reward", RewardRule(base=Decimal(300))),
        pay=PAY if pay is None else pay,
        **vals,
    )


def fact(category, points, **vals):
    return Fact(category, Decimal(str(points)), **vals)


def person(key, *facts, **vals):
    """A person with facts given as (category, points) or as facts."""
    made = (one if isinstance(one, Fact) else fact(*one) for one in facts)
    return Person(key, tuple(made), **vals)


def settled(text, *people, field="grade"):
    """{key: a field of the result}."""
    results = settle(text, people)
    return {key: getattr(result, field) for key, result in results.items()}
