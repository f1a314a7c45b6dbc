"""Settle one month from a folder of six workbooks: the two tables of issue 2.

    expected = settle("config/sample_county", "2026-10")
    expected.appraisals   # rows of 月度考核.xlsx
    expected.payroll      # rows of 工资发放表.xlsx
    expected.tied         # 工号 of a group that is equal across the border of the quota

    python -m tests.oracle.month FOLDER PERIOD

prints both tables (from the checkout).
"""

import sys
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from . import policy, rules
from .capital import capital
from .workbooks import CASES, CERTIFICATES, EVENTS, PEOPLE, REVIEWS, SITES, read, text

RESULTS = ["加分", "总分", "名次", "等次", "考核奖励"]
MONEY_COLUMNS = ["基本工资", "技能补贴", "年限补贴", "学历补贴", "考核奖励", "应发合计"]
APPRAISAL_COLUMNS = ["工号", "姓名", "机构", *policy.CATEGORIES.values(), *RESULTS]
PAYROLL_COLUMNS = ["序号", "工号", "姓名", "机构", "用工形式", *MONEY_COLUMNS]


@dataclass(frozen=True)
class Month:
    """What must come out of a folder for a period."""

    first: date
    last: date
    appraisals: list
    payroll: list
    tied: list

    @property
    def headcount(self):
        """N: the population's "count, suspended and probation included"."""
        return len(self.appraisals)

    @property
    def quota(self):
        """How many people may be 好."""
        return rules.quota(self.headcount)

    @property
    def totals(self):
        """The total row of the pay register."""
        amounts = {name: [row[name] for row in self.payroll] for name in MONEY_COLUMNS}
        return {name: sum(column, Decimal(0)) for name, column in amounts.items()}

    @property
    def capital(self):
        """The total of 应发合计 in 人民币大写."""
        return capital(self.totals["应发合计"])

    @property
    def grades(self):
        """How many people hold each 等次."""
        names = (policy.GOOD, policy.FAIR, policy.POOR, policy.SUSPENDED)
        given = [row["等次"] for row in self.appraisals]
        return {name: given.count(name) for name in names}


@dataclass(frozen=True)
class Facts:
    """The workbooks of a folder, with all rows of a person together."""

    first: date
    last: date
    sites: dict  # 机构编码 -> 机构名称
    people: dict  # 工号 -> row of 花名册, the population only, in 工号 order
    leavers: dict  # 工号 -> row of who left inside the month: paid, not graded
    certificates: dict  # 工号 -> rows
    events: dict
    reviews: dict
    cases: dict

    def rows(self, kind, who):
        """The rows of one kind that name a person."""
        return getattr(self, kind).get(who, [])

    def is_suspended(self, who):
        """ "Suspended: a case open on the last day" """
        return any(rules.is_open(case, self.last) for case in self.rows("cases", who))

    def score(self, who):
        """The points of a person."""
        events, reviews = self.rows("events", who), self.rows("reviews", who)
        return rules.score(events, reviews, self.first, self.last)


def by_person(rows):
    """工号 -> its rows."""
    grouped = {}
    for row in rows:
        grouped.setdefault(text(row["工号"]), []).append(row)
    return grouped


def read_facts(folder, period):
    """Read a folder; keep "exactly the population, in 工号 order", and the leavers."""
    first, last = rules.month_days(period)
    people = {text(row["工号"]): row for row in read(folder, PEOPLE)}
    inside = {
        w: people[w] for w in sorted(people) if rules.in_population(people[w], last)
    }
    leavers = {w: r for w, r in people.items() if rules.left_inside(r, first, last)}
    sites = read(folder, SITES)
    return Facts(
        first,
        last,
        {text(row["机构编码"]): text(row["机构名称"]) for row in sites},
        inside,
        leavers,
        *(by_person(read(folder, f)) for f in (CERTIFICATES, EVENTS, REVIEWS, CASES)),
    )


def settle(folder, period):
    """Both result tables of a folder for a period."""
    facts = read_facts(folder, period)
    scores = {who: facts.score(who) for who in facts.people}
    rated = {w: points for w, points in scores.items() if not facts.is_suspended(w)}
    good, tied = rules.good_and_tied(rated, rules.quota(len(scores)))
    order = rules.ranks(rated)
    appraisals, earned = [], dict.fromkeys(facts.leavers, rules.fen(0))
    for who, points in scores.items():
        given = rules.grade(points.total, who in good)
        if who not in rated:
            given = policy.SUSPENDED
        appraisals.append(appraisal_row(facts, who, points, order.get(who), given))
        earned[who] = appraisals[-1]["考核奖励"]
    payroll = [
        {"序号": place} | payroll_row(facts, who, earned[who])
        for place, who in enumerate(sorted(earned), 1)
    ]
    return Month(facts.first, facts.last, appraisals, payroll, sorted(tied))


def name_cells(facts, who):
    """工号, 姓名 and 机构, which both tables begin with."""
    person = facts.people.get(who) or facts.leavers[who]
    site = facts.sites[text(person["机构编码"])]
    return {"工号": who, "姓名": text(person["姓名"]), "机构": site}


def appraisal_row(facts, who, points, rank, given):
    """A row of 月度考核."""
    probation = rules.in_probation(facts.people[who], facts.last)
    marks = {title: points.categories[key] for key, title in policy.CATEGORIES.items()}
    earned = rules.reward(points.total, given, probation)
    results = (points.bonus, points.total, rank, given, earned)
    return name_cells(facts, who) | marks | dict(zip(RESULTS, results, strict=True))


def payroll_row(facts, who, earned):
    """A row of 工资发放表, without its 序号."""
    person = facts.people.get(who) or facts.leavers[who]
    certificates = facts.rows("certificates", who)
    money = rules.pay(person, certificates, earned, facts.first, facts.last)
    return name_cells(facts, who) | {"用工形式": text(person["用工形式"])} | money


def main(folder, period):
    """Print both tables, tab-separated, and the figures below them."""
    expected = settle(folder, period)
    for columns, rows in (
        (APPRAISAL_COLUMNS, expected.appraisals),
        (PAYROLL_COLUMNS, expected.payroll),
    ):
        print("\t".join(columns))
        for row in rows:
            cells = (row[name] for name in columns)
            print("\t".join("" if cell is None else str(cell) for cell in cells))
    print(f"N={expected.headcount} 名额={expected.quota} {expected.grades}")
    print(f"同分跨线: {expected.tied}")
    print(" ".join(f"{name} {amount}" for name, amount in expected.totals.items()))
    print(expected.capital)


if __name__ == "__main__":
    main(*sys.argv[1:])
