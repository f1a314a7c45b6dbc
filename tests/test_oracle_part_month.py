"""The oracle's part months: who joins or leaves inside October 2026.

1 to 7 October are off (1 to 3 statutory), Saturday 10 is worked: 18 working days, and
Thursday 1 and Friday 2 are paid as well.
"""

from datetime import date
from decimal import Decimal

import pytest

from tests.oracle import rules, workdays
from tests.oracle.folder import certificate, event, person, write_folder
from tests.oracle.month import settle

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)


def paid(entry, left=None, earned=300, first=FIRST, last=LAST, wage=3000, **cells):
    row = person("A1", entry, 离职日期=left, 学历="本科", 基本工资=wage, **cells)
    rows = [certificate("2015-06-18", "2024-07-01")]
    return rules.pay(row, rows, rules.fen(earned), first, last)


@pytest.mark.parametrize(
    ("entry", "basic", "skill", "reward"),
    [
        ("2026-10-01", "3000.00", 100, 300),
        ("2026-10-02", "2620.69", 100, 300),  # 19 paid days
        ("2026-10-16", "1517.24", 100, 300),  # 11
        ("2026-10-17", "1379.31", 100, 300),  # 15 calendar, 10 working days
        ("2026-10-18", "1379.31", 0, 300),
        ("2026-10-20", "1241.38", 0, 0),  # 9 working days
        ("2026-10-31", "0.00", 0, 0),
    ],
)
def test_joiner(entry, basic, skill, reward):
    row = paid(entry)

    assert row["基本工资"] == Decimal(basic)
    assert (row["技能补贴"], row["考核奖励"]) == (skill, reward)


@pytest.mark.parametrize(
    ("left", "basic", "education"),
    [
        ("2026-10-31", "3000.00", 100),
        ("2026-10-30", "2758.62", 100),  # 20 paid days
        ("2026-10-15", "1241.38", 100),  # 9, and 15 calendar days
        ("2026-10-14", "1103.45", 0),
        ("2026-10-01", "137.93", 0),
    ],
)
def test_leaver(left, basic, education):
    row = paid("2020-03-01", left)

    assert (row["基本工资"], row["学历补贴"]) == (Decimal(basic), education)


def test_whoever_leaves_in_probation_gets_no_education_allowance():
    assert paid("2026-09-01", "2026-10-20", 试用期至="2026-10-20")["学历补贴"] == 0
    assert paid("2026-09-01", "2026-10-20", 试用期至="2026-10-19")["学历补贴"] == 100


def test_23_working_days_less_one_pay_the_whole_wage():
    july = date(2026, 7, 1), date(2026, 7, 31)

    assert paid("2026-07-02", first=july[0], last=july[1])["基本工资"] == 3000


def test_years_have_their_working_days():
    for year, count in ((2025, 248), (2026, 248), (2027, 261)):
        days = workdays.days_between(date(year, 1, 1), date(year, 12, 31))
        assert sum(map(workdays.is_worked, days)) == count
        assert sum(day.isoformat() in workdays.STATUTORY for day in days) in (0, 13)


def test_who_left_inside_the_month_is_paid_and_neither_graded_nor_counted(tmp_path):
    people = [
        person("A2", 基本工资=2175),
        person("A1", 离职日期="2026-10-16", 基本工资=2175),
        person("A3", 离职日期="2026-09-30"),
    ]

    month = settle(
        write_folder(tmp_path, people=people, events=[event("A1", "1.5")]), "2026-10"
    )

    assert [row["工号"] for row in month.appraisals] == ["A2"]
    assert [(row["序号"], row["工号"]) for row in month.payroll] == [
        (1, "A1"),
        (2, "A2"),
    ]
    assert month.payroll[0]["应发合计"] == 1000
    assert month.headcount == 1
