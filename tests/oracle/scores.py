"""Plans of points for a random county: (条款, 数量), None where 数量 is blank."""

from . import policy

# what each plan comes to; ties are many, because people share a plan
CLEAN = []  # 100
EXACTLY_90 = [("2.2", None)]
NINETY_BY_BONUS = [("2.2", None), ("1.1", None), ("6.4", None)]  # 90, but 15 lost
JUST_BELOW_90 = [("2.2", None), ("4.3", 0.01)]  # 89.99
HUNDRED_BY_BONUS = [("3.1", 1), ("6.2b", None)]  # 100, but 5 lost
EXACTLY_60 = [("1.5", None), ("2.2", None)]
JUST_BELOW_60 = [("1.6", None), ("2.1b", 1), ("4.4a", 0.01)]  # 59.99
FLOOR = [("1.2", 3), ("1.3", 1.5), ("6.5", None)]  # 考勤纪律 0, total 75
TWO_FLOORS = [("4.6b", 2), ("4.4b", None), ("5.2", 3)]  # 70
NOTHING_LEFT = [("1.5", 2), ("2.2", 2), ("3.3a", 2), ("4.6b", None), ("5.5b", None)]
OVER_100 = [("6.1c", None), ("6.2b", 2)]  # 130
HALF_DAYS = [("1.4a", 0.5), ("4.2", None)]
TWICE_A_DAY = [("1.1", None), ("1.1", None)]
PLANS = (
    *(CLEAN, EXACTLY_90, NINETY_BY_BONUS, JUST_BELOW_90, HUNDRED_BY_BONUS, EXACTLY_60),
    *(JUST_BELOW_60, FLOOR, TWO_FLOORS, NOTHING_LEFT, OVER_100, HALF_DAYS, TWICE_A_DAY),
)
LOW_PLANS = (JUST_BELOW_90, EXACTLY_60, JUST_BELOW_60, FLOOR, TWO_FLOORS, NOTHING_LEFT)
QUANTITIES = (None, None, 1, 2, 0.5, 1.5)


def any_items(rng):
    """Up to four different items of the rubric with any 数量."""
    items = rng.sample(list(policy.ITEMS), rng.randint(1, 4))
    return [(item, rng.choice(QUANTITIES)) for item in items]


def shape_of_scores(rng, shape):
    """A plan for one person of a county of that shape."""
    if shape == "clean":
        return rng.choice((CLEAN, CLEAN, CLEAN, OVER_100, any_items(rng)))
    if shape == "few good":
        return rng.choice((*LOW_PLANS, *LOW_PLANS, EXACTLY_90))
    if shape == "border":
        return rng.choice(LOW_PLANS)
    return rng.choice((*PLANS, any_items(rng), any_items(rng), any_items(rng)))


def border_scores(rng, people, places):
    """Plans by which three people share the last place and all others lie above.

    ``people`` are two more than the places; the first ``places - 1`` each have their
    own bonus, and the last three are equal: clean, at 90, or at 90 by a bonus.
    """
    above = max(0, places - 1)
    equal = rng.choice((CLEAN, EXACTLY_90, NINETY_BY_BONUS))
    plans = {who: [("6.2a", 1 + place)] for place, who in enumerate(people[:above])}
    return plans | dict.fromkeys(people[above:], equal)
