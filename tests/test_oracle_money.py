"""The oracle's money at the boundaries of 涟水 2024: reward and the four allowances.

Period is 2026-10 unless a test says otherwise: 1 October is its first, 31 October its
last day.
"""

from datetime import date
from decimal import Decimal

import pytest

from tests.oracle import rules
from tests.oracle.folder import certificate, person

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)
ENTRY = date(2010, 3, 1)  # long before every certificate of these tests


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        ("100", "300.00"),
        ("95", "285.00"),
        ("110", "330.00"),
        ("89.99", "269.97"),
        ("60", "180.00"),
        ("99.375", "298.13"),  # 298.125 goes up
        ("99.374", "298.12"),  # 298.122
    ],
)
def test_reward_is_3_yuan_a_point_rounded_half_up(total, expected):
    assert rules.reward(Decimal(total), "一般", probation=False) == Decimal(expected)


@pytest.mark.parametrize(
    ("given", "probation"), [("差", False), ("暂停", False), ("好", True)]
)
def test_no_reward_for_差_暂停_or_probation(given, probation):
    assert rules.reward(Decimal(100), given, probation) == 0


@pytest.mark.parametrize(
    ("issued", "verified", "expected"),
    [
        ("2026-09-30", "2026-10-31", 100),
        ("2026-10-01", "2026-10-20", 0),  # issued on the first day: from next month
        ("2026-09-30", "2026-11-01", 0),  # verified too late
        ("2026-09-30", None, 0),
    ],
)
def test_certificate_is_paid_the_month_after_issue_once_verified(
    issued, verified, expected
):
    row = certificate(issued, verified)

    assert rules.skill_allowance([row], FIRST, LAST) == expected


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("五级/初级工", 100),
        ("四级/中级工", 150),
        ("三级/高级工", 200),
        ("二级/技师", 400),
        ("一级/高级技师", 600),
    ],
)
def test_skill_allowance_by_level(level, expected):
    row = certificate("2024-06-18", "2024-07-01", level)

    assert rules.skill_allowance([row], FIRST, LAST) == expected


def test_only_the_highest_verified_certificate_is_paid():
    rows = [
        certificate("2022-06-18", "2022-07-01", "五级/初级工"),
        certificate("2024-06-18", "2024-07-01", "四级/中级工"),
        certificate("2026-06-18", None, "三级/高级工"),
    ]

    assert rules.skill_allowance(rows, FIRST, LAST) == 150


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("2025-09-30", 20),  # its first anniversary is the day before the month
        ("2025-10-01", 0),
        ("2021-09-30", 50),
        ("2021-10-01", 20),
        ("2016-09-30", 100),
        ("2016-10-01", 50),
    ],
)
def test_seniority_steps_up_the_month_after_the_anniversary(base, expected):
    rows = [certificate(base, "2026-01-05")]

    assert rules.seniority_allowance(ENTRY, rows, FIRST, LAST) == expected


@pytest.mark.parametrize(
    ("entry", "expected"), [(date(2025, 9, 30), 20), (date(2025, 10, 1), 0)]
)
def test_seniority_begins_at_entry_when_that_is_later(entry, expected):
    rows = [certificate("2016-03-01", "2026-01-05")]

    assert rules.seniority_allowance(entry, rows, FIRST, LAST) == expected


def test_seniority_begins_at_the_earliest_certificate_that_is_verified():
    rows = [
        certificate("2012-03-01", None),
        certificate("2013-03-01", "2026-11-01"),
        certificate("2022-03-01", "2022-04-01"),
        certificate("2024-03-01", "2024-04-01", "四级/中级工"),
    ]

    assert rules.seniority_allowance(ENTRY, rows, FIRST, LAST) == 20


def test_no_certificate_no_seniority():
    assert rules.seniority_allowance(ENTRY, [], FIRST, LAST) == 0


@pytest.mark.parametrize(
    ("period", "base", "expected"),
    [
        ("2025-02", "2024-02-29", 0),
        ("2025-03", "2024-02-29", 20),  # 28 February 2025 is the first anniversary
        ("2025-03", "2020-02-29", 50),
        ("2026-03", "2016-02-29", 100),
        ("2028-02", "2024-02-29", 20),
        ("2028-03", "2023-02-28", 50),
    ],
)
def test_29_february_counts_as_28_in_other_years(period, base, expected):
    first, last = rules.month_days(period)
    rows = [certificate(base, "2024-12-05")]

    assert rules.seniority_allowance(ENTRY, rows, first, last) == expected


def test_29_february_stays_29_in_a_leap_year():
    assert rules.anniversary(date(2020, 2, 29), 4) == date(2024, 2, 29)
    assert rules.anniversary(date(2020, 2, 29), 5) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("education", "expected"),
    [
        ("高中", 0),
        ("大专", 0),
        (None, 0),
        ("本科", 100),
        ("硕士研究生", 200),
        ("博士研究生", 200),
    ],
)
def test_education_allowance(education, expected):
    row = person("A1", 学历=education)

    assert rules.pay(row, [], rules.fen(0), FIRST, LAST)["学历补贴"] == expected


def test_probation_is_paid_basic_wage_and_skill_allowance_only():
    row = person("A1", 试用期至="2026-10-31", 学历="本科", 基本工资=3000.5)
    rows = [certificate("2015-06-18", "2024-07-01")]

    paid = rules.pay(row, rows, rules.fen(0), FIRST, LAST)

    assert [str(amount) for amount in paid.values()] == [
        *("3000.50", "100.00", "0.00", "0.00", "0.00", "3100.50"),
    ]
