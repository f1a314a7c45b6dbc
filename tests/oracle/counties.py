"""A random county: six valid workbooks whose dates and points crowd at the boundaries.

    make(folder, seed=7, people=60)               -> the period, say "2028-02"
    make(folder, seed=7, people=60, period="2026-10")

    python -m tests.oracle.counties FOLDER SEED [PEOPLE [PERIOD]]   (from the checkout)

The same seed always gives the same county. All rows are valid by the issue; blank
optional cells, column order, row order and date styles vary (see ``workbook_style``).
"""

import random
import sys
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from . import identity, policy
from . import vocabulary as words
from .rules import in_population, month_days, quota
from .scores import border_scores, shape_of_scores
from .workbook_style import Style, write
from .workbooks import CASES, CERTIFICATES, COLUMNS, EVENTS, PEOPLE, REVIEWS, SITES

# first month in force, Februaries with 28 and 29 days, a March after each, ends of year
PERIODS = [
    "2025-01",
    "2025-02",
    "2025-03",
    "2025-12",
    "2026-01",
    "2026-03",
    "2026-10",
    "2026-11",
    "2027-02",
    "2028-02",
    "2028-03",
]
LEAP_DAYS = [date(year, 2, 29) for year in (2012, 2016, 2020, 2024)]
DAY = timedelta(days=1)
SHAPES = ("spread", "spread", "clean", "few good", "border", "border")


@dataclass
class County:
    """What a county is made with: its dice, its month, and the rows so far."""

    rng: random.Random
    first: date
    last: date
    people: dict  # 工号 -> row of 花名册
    events: list
    reviews: list

    def sometimes(self, value, chance):
        """The value with that chance, else a blank."""
        return value if self.rng.random() < chance else None

    def employed(self, person, when):
        """``when`` moved into the person's time of service."""
        when = max(when, person["入职日期"])
        return min(when, person["离职日期"]) if person["离职日期"] else when

    def day_inside(self):
        """A day of the month, often its first or last."""
        days = (self.last - self.first).days
        inside = self.first + self.rng.randint(0, days) * DAY
        return self.rng.choice((self.first, self.last, inside, inside))

    def middle(self):
        """A day around which a part month pays allowances and reward, or not."""
        return self.first + self.rng.randint(11, 21) * DAY

    def day_outside(self):
        """A day just before or after the month, or some weeks away."""
        weeks = self.rng.randint(2, 60) * DAY
        near = (self.first - DAY, self.last + DAY)
        return self.rng.choice((*near, self.first - weeks, self.last + weeks))

    def anniversary_edge(self):
        """A day with its 1st, 5th or 10th anniversary at the month's first day."""
        start = self.first.replace(year=self.first.year - self.rng.choice((1, 5, 10)))
        return start + self.rng.choice((-1, 0, 1)) * DAY


# -- who ----------------------------------------------------------------------


def make_sites(rng, people):
    """A county centre, branches, towns, villages; 上级编码 of each."""
    rows = [("AL", "云汀县政务服务中心", "县中心", None)]
    for number in range(1, rng.randint(1, 3) + 1):
        rows.append((f"AL-F{number}", f"第{number}分中心", "分中心", "AL"))
    for town in range(1, 2 + people // 60):
        rows.append((f"AL-{town:02d}", f"第{town}镇便民服务中心", "镇街", "AL"))
        for village in range(1, rng.randint(1, 4)):
            name = f"第{town}镇第{village}村便民服务站"
            rows.append((f"AL-{town:02d}-{village}", name, "村社", f"AL-{town:02d}"))
    return [dict(zip(COLUMNS[SITES], row, strict=True)) for row in rows]


def staff_numbers(rng, people):
    """工号 of one style a county; plain string order, so "10" stands before "9"."""
    style = rng.choice(("{:05d}", "W{:04d}", "{}", "{mark}{dash}{}"))
    numbers = []
    for number in range(1, people + 1):
        marks = {"mark": rng.choice("ABab"), "dash": rng.choice(("", "-"))}
        numbers.append(style.format(number, **marks))
    return numbers


def entry_day(county):
    """入职日期: anniversaries at the month's start, its edges, leap days."""
    rng = county.rng
    long_ago = date(rng.randint(2010, county.first.year - 1), rng.randint(1, 12), 15)
    edges = (county.first, county.first - DAY, county.last, county.last + DAY)
    edges += (county.middle(), county.middle())
    kind = rng.choices(("long ago", "anniversary", "leap day", "edge"), (12, 4, 2, 2))
    return {
        "long ago": long_ago,
        "anniversary": county.anniversary_edge(),
        "leap day": rng.choice(LEAP_DAYS),
        "edge": rng.choice(edges),
    }[kind[0]]


def employment(county):
    """入职日期, 试用期至 and 离职日期 of a person, in this order of time."""
    rng, last = county.rng, county.last
    entry = entry_day(county)
    recent = entry > county.first - 200 * DAY
    until = rng.choice((last - DAY, last, last + DAY, county.first, last + 60 * DAY))
    until = county.sometimes(max(until, entry), 0.8 if recent else 0.06)
    left = rng.choice(
        (
            *(last - DAY, last, last + DAY, county.first, county.day_outside()),
            *(county.middle(), county.middle()),
        )
    )
    return entry, until, county.sometimes(max(left, entry), 0.1)


def birthday(rng, entry, sequence):
    """A birth date 20 to 40 years before entry; 500 sequences share a month, so that no
    ID number, whose sequence has three digits, comes twice."""
    month = sequence // 500 % 12 + 1
    return date(entry.year - rng.randint(20, 40), month, rng.randint(1, 28))


def make_person(county, sequence, site):
    """One row of 花名册 with its optional cells sometimes blank."""
    rng, maybe = county.rng, county.sometimes
    sex = rng.choice("男女")
    entry, until, left = employment(county)
    born = birthday(rng, entry, sequence)
    wage = rng.choice((0, 2490, 3000, 3186.5, 4580.75, round(rng.uniform(2e3, 8e3), 2)))
    return {
        "姓名": identity.name(rng, sex),
        "性别": maybe(sex, 0.95),
        "证件号码": maybe(identity.id_number(born, sex, sequence), 0.95),
        "手机号": maybe(identity.phone(sequence), 0.9),
        "机构编码": site,
        "窗口": maybe(rng.choice(words.WINDOWS), 0.8),
        "岗位": maybe(rng.choice(words.JOBS), 0.9),
        "用工形式": maybe(rng.choice(words.STAFFING), 0.9),
        "派驻单位": maybe("云汀县" + rng.choice(words.UNITS), 0.6),
        "学历": maybe(rng.choice(words.EDUCATION), 0.9),
        "政治面貌": maybe(rng.choice(("群众", "共青团员", "中共党员")), 0.8),
        "入职日期": entry,
        "试用期至": until,
        "离职日期": left,
        "基本工资": maybe(wage, 0.95),
        "开户行": maybe("云汀农村商业银行", 0.8),
        "银行卡号": maybe(identity.bank_card(sequence), 0.8),
    }


# -- what happened ------------------------------------------------------------


def make_certificates(county):
    """None to three certificates a person, verified late, never, or just in time."""
    rng, rows = county.rng, []
    for who, person in county.people.items():
        for _ in range(rng.choices((0, 1, 2, 3), (3, 5, 2, 1))[0]):
            edges = [county.first + shift * DAY for shift in (-1, 0, 1)]
            ordinary = person["入职日期"] + rng.randint(-900, 900) * DAY
            days = (county.anniversary_edge(), rng.choice(LEAP_DAYS), ordinary)
            issued = rng.choice((*days, *days, *edges))
            late = (county.last, county.last + DAY, county.first, issued + 20 * DAY)
            verified = county.sometimes(max(issued, rng.choice(late)), 0.85)
            level = rng.choice(list(policy.SKILL_ALLOWANCE))
            number = f"ZS{len(rows) + 1:07d}"
            issuer = county.sometimes("云汀县评价中心", 0.8)
            row = (who, level, number, issued, issuer, verified)
            rows.append(dict(zip(COLUMNS[CERTIFICATES], row, strict=True)))
    return rows


def add_event(county, who, item, quantity=None, points=None, outside=False):
    """One row of 考核记录; a range needs 分值, a fixed item seldom repeats its own."""
    rng = county.rng
    when = county.day_outside() if outside else county.day_inside()
    fixed = policy.ITEMS[item]
    if isinstance(fixed, tuple):
        points = points or rng.choice((*fixed, 2.5))
    else:
        points = county.sometimes(fixed, 0.03)
    if quantity is None and rng.random() < 0.1:
        quantity = 1
    when = county.employed(county.people[who], when)
    extras = (
        county.sometimes(rng.choice(words.SOURCES), 0.8),
        rng.choice(words.REASONS),
    )
    row = (who, when, item, quantity, points, *extras)
    county.events.append(dict(zip(COLUMNS[EVENTS], row, strict=True)))


def add_review(county, who):
    """One row of 好差评; the time of day reaches from the first to the last minute."""
    rng = county.rng
    when = county.day_inside() if rng.random() < 0.8 else county.day_outside()
    when = county.employed(county.people[who], when)
    hours = rng.choice(((0, 10), (7, 59), (8, 1), (15, 59), (16, 1), (23, 50)))
    when = rng.choice((when, datetime(when.year, when.month, when.day, *hours)))
    number = len(county.reviews) + 1
    row = (
        f"PJ{number:06d}",
        county.sometimes(f"BJ{number:06d}", 0.9),
        who,
        rng.choice(words.REVIEW_LEVELS),
        when,
        rng.choice(("是", "否", "否", None)),
        rng.choice((*words.VERDICTS, "属实")),
    )
    county.reviews.append(dict(zip(COLUMNS[REVIEWS], row, strict=True)))


def make_cases(county, people):
    """立案 of some people: open, or closed around the last day, or twice."""
    rng, rows, last = county.rng, [], county.last
    for who in people:
        if rng.random() > 0.08:
            continue
        opened = rng.choice((last, last + DAY, county.first, last - 90 * DAY))
        opened = county.employed(county.people[who], opened)
        closed = rng.choice((None, last - DAY, last, last + DAY))
        if closed:
            closed = max(closed, opened)
            rows.append((who, opened, closed))
            if rng.random() < 0.2:
                rows.append((who, closed + DAY, None))
        else:
            rows.append((who, opened, None))
    return [dict(zip(COLUMNS[CASES], row, strict=True)) for row in rows]


def make_facts(county):
    """Events, reviews and cases, by the shape that the county's month has."""
    rng = county.rng
    shape = rng.choice(SHAPES)
    inside = [w for w, row in county.people.items() if in_population(row, county.last)]
    plans = {who: shape_of_scores(rng, shape) for who in county.people}
    fixed = []
    if shape == "border":
        fixed = rng.sample(inside, min(len(inside), quota(len(inside)) + 2))
        plans |= border_scores(rng, fixed, quota(len(inside)))
    for who, plan in plans.items():
        for item, quantity in plan:
            add_event(county, who, item, quantity)
    free = [who for who in county.people if who not in set(fixed)]
    for who in county.people:
        if rng.random() < 0.2:
            add_event(county, who, rng.choice(list(policy.ITEMS)), outside=True)
    for who in free:
        for _ in range(rng.choices((0, 1, 2, 9), (8, 8, 4, 1))[0]):
            add_review(county, who)
    return make_cases(county, free)


def make(folder, seed, people=60, period=None):
    """Write the six workbooks of a random county and return its period."""
    rng = random.Random(seed)
    period = period or rng.choice(PERIODS)
    sites = make_sites(rng, people)
    codes = [row["机构编码"] for row in sites]
    county = County(rng, *month_days(period), {}, [], [])
    for sequence, who in enumerate(staff_numbers(rng, people), 1):
        person = make_person(county, sequence, rng.choice(codes))
        county.people[who] = {"工号": who} | person
    certificates, cases = make_certificates(county), make_facts(county)
    style = Style(rng)
    Path(folder).mkdir(parents=True, exist_ok=True)
    write(folder, SITES, sites, style)
    write(folder, PEOPLE, list(county.people.values()), style)
    write(folder, CERTIFICATES, certificates, style)
    write(folder, EVENTS, county.events, style)
    write(folder, REVIEWS, county.reviews, style)
    write(folder, CASES, cases, style)
    return period


if __name__ == "__main__":
    where, dice, *rest = sys.argv[1:]
    print(make(where, int(dice), *(int(rest[0]),) if rest else (), *rest[1:]))
