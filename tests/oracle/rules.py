"""The rules of one person's month, each as the issue (section 2) says it.

Rows are dicts of raw cells by column name; ``first`` and ``last`` are the days of the
month; points and money are exact Decimals.
"""

import calendar
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from . import policy, workdays
from .workbooks import day, number, text


class PeriodRefused(ValueError):
    """No 涟水 document is in force in the month that was asked for."""


@dataclass(frozen=True)
class Score:
    """The points of one person in one month, by category, before any rounding."""

    categories: dict
    bonus: Decimal

    @property
    def total(self):
        """ "total = sum of the five + bonus, no cap" """
        return sum(self.categories.values()) + self.bonus

    @property
    def lost(self):
        """ "points lost in the five categories": a floor stops the loss."""
        return sum(policy.FULL_MARK.values()) - sum(self.categories.values())


# -- dates --------------------------------------------------------------------


def month_days(period):
    """First and last day of "2026-10"; "an earlier one is refused by name"."""
    year, month = (int(part) for part in period.split("-"))
    first = date(year, month, 1)
    if first < date.fromisoformat(policy.FIRST_DAY_IN_FORCE):
        raise PeriodRefused(f"{period} lies before {policy.FIRST_DAY_IN_FORCE}")
    return first, first.replace(day=calendar.monthrange(year, month)[1])


def anniversary(base, years):
    """The n-th anniversary; "29 February counts as 28 in other years"."""
    year = base.year + years
    if (base.month, base.day) == (2, 29) and not calendar.isleap(year):
        return date(year, 2, 28)
    return base.replace(year=year)


# -- who ----------------------------------------------------------------------


def in_population(person, last):
    """ "入职日期 <= last day of the month, and 离职日期 blank or >= last day" """
    left = day(person["离职日期"])
    return day(person["入职日期"]) <= last and (left is None or left >= last)


def left_inside(person, first, last):
    """ "people who left inside the month": gone before its last day"""
    left = day(person["离职日期"])
    return day(person["入职日期"]) <= last and bool(left) and first <= left < last


def in_probation(person, last):
    """ "probation (试用期至 >= last day)" """
    until = day(person["试用期至"])
    return until is not None and until >= last


def is_open(case, last):
    """ "a case open on the last day": opened by then, and not closed by then."""
    closed = day(case["结案日期"])
    return day(case["立案日期"]) <= last and (closed is None or closed > last)


# -- score --------------------------------------------------------------------


def event_points(event):
    """points x 数量: the policy's points, or 分值 in its range; 数量 blank is 1."""
    points = policy.ITEMS[text(event["条款"])]
    if isinstance(points, tuple):
        points = number(event["分值"], "0")
    return points * number(event["数量"], "1")


def costs_points(review):
    """ "A 属实, non-default 不满意 or 非常不满意 of the month costs 2 under 4.4b" """
    return (
        text(review["评价等级"]) in policy.BAD_REVIEWS
        and text(review["核实结论"]) == "属实"
        and text(review["是否默认评价"]) != "是"
    )


def score(events, reviews, first, last):
    """ "Category score = max(0, full - sum of points x 数量)";
    "only events dated in the month count"."""
    points = dict.fromkeys((*policy.CATEGORIES, "6"), Decimal(0))
    for event in events:
        if first <= day(event["日期"]) <= last:
            points[text(event["条款"])[0]] += event_points(event)
    for review in reviews:
        if first <= day(review["评价时间"]) <= last and costs_points(review):
            points[policy.BAD_REVIEW_CATEGORY] += policy.BAD_REVIEW_POINTS
    full = policy.FULL_MARK.items()
    left = {key: max(Decimal(0), mark - points[key]) for key, mark in full}
    return Score(left, points["6"])


# -- rank, quota, grade -------------------------------------------------------


def quota(headcount):
    """ "floor(30N/100) of the whole county" """
    return policy.GOOD_QUOTA_PERCENT * headcount // 100


def groups(scores):
    """(number of people ahead, the equal people), best first: "ranked by total, then by
    fewer points lost in the five categories"."""
    equal = {}
    for who, points in scores.items():
        equal.setdefault((-points.total, points.lost), []).append(who)
    ahead = 0
    for key in sorted(equal):
        yield ahead, equal[key]
        ahead += len(equal[key])


def ranks(scores):
    """名次 1, 2, 2, 4 of the people not suspended."""
    return {who: ahead + 1 for ahead, people in groups(scores) for who in people}


def good_and_tied(scores, places):
    """Who is 好, and the group that is "still equal across the border": it "stays out
    whole and is flagged for HR"."""
    able = {
        w: points for w, points in scores.items() if points.total >= policy.GOOD_LINE
    }
    good, tied = set(), set()
    for ahead, people in groups(able):
        if ahead + len(people) <= places:
            good.update(people)
        elif ahead < places:
            tied.update(people)
    return good, tied


def grade(total, is_good):
    """ "差: total < 60. The rest 一般." """
    if is_good:
        return policy.GOOD
    return policy.POOR if total < policy.POOR_LINE else policy.FAIR


# -- money --------------------------------------------------------------------


def fen(amount):
    """ "half-up to 0.01" """
    return Decimal(amount).quantize(policy.FEN, ROUND_HALF_UP)


def reward(total, given, probation):
    """ "考核奖励 = 300 x total / 100 ...; 0 for 差, 暂停 and probation" """
    if probation or given in (policy.POOR, policy.SUSPENDED):
        return fen(0)
    return fen(policy.REWARD_BASE * total / 100)


def verified(certificates, last):
    """The certificates with "核验日期 on or before its last day"."""
    dated = ((day(row["核验日期"]), row) for row in certificates)
    return [row for when, row in dated if when and when <= last]


def skill_allowance(certificates, first, last):
    """ "highest certificate with 发证日期 before the month's first day and 核验日期
    on or before its last day: 100/150/200/400/600" """
    amounts = [
        policy.SKILL_ALLOWANCE[text(row["等级"])]
        for row in verified(certificates, last)
        if day(row["发证日期"]) < first
    ]
    return fen(max(amounts, default=0))


def seniority_allowance(entry, certificates, first, last):
    """ "base = the later of 入职日期 and the earliest verified certificate's 发证日期;
    20/50/100 once the 1st/5th/10th anniversary lies before the month's first day" """
    issued = [day(row["发证日期"]) for row in verified(certificates, last)]
    if issued:
        base = max(entry, min(issued))
        for years, amount in policy.SENIORITY_ALLOWANCE:
            if anniversary(base, years) < first:
                return fen(amount)
    return fen(0)


def service(person, first, last):
    """The days of the month in service; 离职日期 is the last of them."""
    left = day(person["离职日期"]) or last
    return workdays.days_between(max(first, day(person["入职日期"])), min(last, left))


def basic_wage(wage, days, first, last):
    """ "BASIC = min(wage, wage / 21.75 x paid days)" of a part month, else the wage"""
    if days == workdays.days_between(first, last):
        return fen(wage)
    paid = sum(map(workdays.is_paid, days))
    return fen(min(wage, wage / policy.PAID_DAYS * paid))


def pay(person, certificates, earned, first, last):
    """The money columns of a person: 年限补贴 and 学历补贴 "not in probation";
    "allowances whole with 15 or more calendar days in service in the month, else none";
    "PERF only with 10 or more working days in service"; "应发合计 = the sum"."""
    days = service(person, first, last)
    whole = days == workdays.days_between(first, last)
    probation = in_probation(person, days[-1])
    education = policy.EDUCATION_ALLOWANCE.get(text(person["学历"]), 0)
    entry = day(person["入职日期"])
    allowances = {
        "技能补贴": skill_allowance(certificates, first, last),
        "年限补贴": seniority_allowance(entry, certificates, first, last),
        "学历补贴": fen(education),
    }
    if probation:
        allowances |= {"年限补贴": fen(0), "学历补贴": fen(0)}
    if not whole and len(days) < policy.ALLOWANCE_DAYS:
        allowances = dict.fromkeys(allowances, fen(0))
    worked = sum(map(workdays.is_worked, days))
    is_rewarded = whole or worked >= policy.REWARD_DAYS
    wage = number(person["基本工资"], "0")
    row = {
        "基本工资": basic_wage(wage, days, first, last),
        **allowances,
        "考核奖励": earned if is_rewarded else fen(0),
    }
    return row | {"应发合计": sum(row.values())}
