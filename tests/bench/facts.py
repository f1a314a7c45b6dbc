"""Made-up people and the facts of their months: plain values, the same at every run.

Standard library only. The shares are those of a county that records with care: about
five assessment records a person and month, few bad reviews, very few cases.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静强磊军洋勇艳杰娟涛明超霞平刚桂英华玲辉丽建文斌宇浩凯"
EDUCATIONS = {"high": 15, "college": 45, "bachelor": 35, "master": 5}  # percent
STAFFING = {"CIVIL": 25, "INSTITUTION": 35, "DISPATCH": 40}
CERTIFICATES = {0: 30, 1: 55, 2: 15}  # number held: percent
# number of records of a person in a month: percent; 5.07 on average
RECORDS = {2: 8, 3: 14, 4: 20, 5: 21, 6: 16, 7: 10, 8: 6, 10: 5}
# code: (weight, lowest and highest points a unit)
ITEMS = {
    "1.1": (20, 5, 5),
    "1.2": (4, 10, 10),
    "1.4a": (16, 2, 2),
    "2.4": (8, 1, 5),
    "3.1": (10, 5, 5),
    "4.1": (6, 2, 5),
    "4.3": (10, 1, 1),
    "4.6b": (1, 15, 15),
    "5.1": (8, 5, 5),
    "5.5a": (4, 5, 5),
    "6.2a": (5, 2, 2),
    "6.3": (2, 10, 10),
    "6.4": (6, 5, 5),
}
SOURCES = ("patrol", "video", "complaint", "attendance", "other")
REVIEWS = {0: 70, 1: 22, 2: 8}  # number of reviews of a person in a month: percent
RATINGS = {"5": 80, "4": 14, "3": 3, "2": 2, "1": 1}
VERDICTS = ("true", "true", "mistaken", "malicious", "unreachable")


@dataclass
class County:
    """Rows to load, each in the order of its columns."""

    people: list = field(default_factory=list)
    certificates: list = field(default_factory=list)
    events: list = field(default_factory=list)
    reviews: list = field(default_factory=list)
    cases: list = field(default_factory=list)


def make(count, months, seed=20261001, letter="", reviews=REVIEWS):
    """``count`` people with facts in each of the months.

    :param months: first days; everybody is in service in all of them
    :param letter: of the county, in all numbers that have to be unique
    :param reviews: number of good and bad reviews of a person in a month: percent
    """
    chance = random.Random(seed)
    county = County()
    for number in range(1, count + 1):
        entry = _entry(chance, months[0])
        county.people.append(_person(chance, number, entry, months[-1], letter))
        county.certificates += _certificates(chance, number, entry, months[-1], letter)
        if chance.random() < 0.004:
            county.cases.append((number, months[0] - timedelta(chance.randint(1, 90))))
        for first in months:
            county.events += _events(chance, number, first)
            county.reviews += _reviews(chance, number, first, reviews, letter)
    return county


def _pick(chance, shares):
    return chance.choices(list(shares), list(shares.values()))[0]


def _entry(chance, first):
    return first - timedelta(chance.randint(1, 15 * 365))


def _person(chance, number, entry, last, letter):
    """number, staff no., name, entry, end of trial, education, staffing, wage, ID."""
    is_new = (last - entry).days < 180
    return (
        number,
        f"GW{letter}{number:06d}",
        chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=2)),
        entry,
        last + timedelta(60) if is_new and chance.random() < 0.8 else None,
        _pick(chance, EDUCATIONS),
        _pick(chance, STAFFING),
        chance.randrange(3000, 6500, 50),
        _identity(number, letter),
    )


def _identity(number, letter):
    """An ID number of GB 11643; the same for the same person of the same county."""
    born = date(1970, 1, 1) + timedelta(number * 37 % 10950)
    digits = f"3208{30 + ord(letter or 'A') % 32}{born:%Y%m%d}{number % 1000:03d}"
    total = sum(int(digit) * 2 ** (17 - i) for i, digit in enumerate(digits))
    return digits + "10X98765432"[total % 11]


def _certificates(chance, number, entry, last, letter):
    """number, certificate number, rank, issued, verified; a second one is higher."""
    held = _pick(chance, CERTIFICATES)
    rank = chance.choices((1, 2, 3), (50, 30, 20))[0]
    rows = []
    for place in range(held):
        issued = entry + timedelta(chance.randint(0, 1 + (last - entry).days))
        verified = None if chance.random() < 0.03 else issued + timedelta(20)
        rows.append(
            (number, f"S{letter}{number:06d}{place}", rank + place, issued, verified)
        )
    return rows


def _events(chance, number, first):
    """number, date, item code, quantity, points a unit, source."""
    rows = []
    for _each in range(_pick(chance, RECORDS)):
        code = _pick(chance, {code: item[0] for code, item in ITEMS.items()})
        _weight, lowest, highest = ITEMS[code]
        rows.append(
            (
                number,
                _day(chance, first),
                code,
                chance.choice((1, 1, 1, 2)),
                chance.randint(lowest, highest),
                chance.choice(SOURCES),
            )
        )
    return rows


def _reviews(chance, number, first, shares, letter):
    """number, review number, date, rating, whether a default, verdict."""
    rows = []
    for place in range(_pick(chance, shares)):
        rating = _pick(chance, RATINGS)
        verdict = chance.choice(VERDICTS) if rating in ("1", "2") else None
        is_default = rating == "5" and chance.random() < 0.5
        name = f"R{letter}{first:%y%m}{number:06d}{place}"
        rows.append((number, name, _day(chance, first), rating, is_default, verdict))
    return rows


def _day(chance, first):
    return first.replace(day=chance.randint(1, 28))


def months_before(last, count):
    """First days of ``count`` months, the last one being ``last``.

    >>> months_before(date(2026, 1, 1), 2)
    [datetime.date(2025, 12, 1), datetime.date(2026, 1, 1)]
    """
    days = [last]
    while len(days) < count:
        days.insert(0, (days[0] - timedelta(1)).replace(day=1))
    return days
