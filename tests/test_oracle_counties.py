"""Random counties are valid, deterministic, and full of boundaries."""

from collections import Counter
from datetime import datetime

import pytest

from tests.oracle import counties, policy
from tests.oracle.identity import bank_card, check_digit
from tests.oracle.month import settle
from tests.oracle.rules import month_days, service
from tests.oracle.workbooks import (
    CASES,
    CERTIFICATES,
    COLUMNS,
    EVENTS,
    PEOPLE,
    REVIEWS,
    SITES,
    day,
    number,
    read,
    text,
)
from tests.oracle.workdays import is_worked

SEEDS = range(24)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """seed -> (folder, period)."""
    folders = {seed: tmp_path_factory.mktemp(f"county{seed}") for seed in SEEDS}
    return {s: (f, counties.make(f, s, people=10 + 3 * s)) for s, f in folders.items()}


@pytest.fixture(scope="module")
def months(made):
    return {seed: settle(*county) for seed, county in made.items()}


def rows(made, file):
    """The rows of one file of all counties."""
    return [row for folder, _ in made.values() for row in read(folder, file)]


def test_same_seed_gives_the_same_county(made, tmp_path):
    folder, period = made[7]

    assert counties.make(tmp_path, 7, people=10 + 3 * 7) == period
    for file in COLUMNS:
        assert read(tmp_path, file) == read(folder, file)


def test_other_seed_gives_another_county(made):
    assert read(made[1][0], PEOPLE) != read(made[2][0], PEOPLE)


def test_asked_period_is_used(tmp_path):
    assert counties.make(tmp_path, 3, period="2026-02") == "2026-02"


def test_id_numbers_are_valid_and_no_two_are_equal(tmp_path):
    counties.make(tmp_path, 5, people=1200)

    people = [row for row in read(tmp_path, PEOPLE) if row["证件号码"]]
    numbers = [row["证件号码"] for row in people]

    assert len(set(numbers)) == len(numbers)
    for row in people:
        number_ = row["证件号码"]
        datetime.strptime(number_[6:14], "%Y%m%d")
        assert check_digit(number_[:17]) == number_[17]
        assert row["性别"] in (None, "男" if int(number_[16]) % 2 else "女")


def test_bank_cards_pass_luhn():
    for sequence in range(200):
        digits = [int(digit) for digit in reversed(bank_card(sequence))]
        doubled = [2 * digit - 9 * (digit > 4) for digit in digits[1::2]]
        assert (sum(digits[::2]) + sum(doubled)) % 10 == 0


def test_rows_name_known_sites_and_people(made):
    for folder, _ in made.values():
        sites = {text(row["机构编码"]) for row in read(folder, SITES)}
        above = {text(row["上级编码"]) for row in read(folder, SITES)} - {""}
        people = {text(row["工号"]) for row in read(folder, PEOPLE)}
        assert above <= sites
        assert {text(row["机构编码"]) for row in read(folder, PEOPLE)} <= sites
        for file in (CERTIFICATES, EVENTS, REVIEWS, CASES):
            assert {text(row["工号"]) for row in read(folder, file)} <= people


def test_dates_are_in_order(made):
    pairs = (
        (PEOPLE, "入职日期", "离职日期"),
        (PEOPLE, "入职日期", "试用期至"),
        (CERTIFICATES, "发证日期", "核验日期"),
        (CASES, "立案日期", "结案日期"),
    )
    for file, earlier, later in pairs:
        for row in rows(made, file):
            assert day(row[later]) is None or day(row[earlier]) <= day(row[later])


def test_facts_fall_into_the_time_of_service(made):
    for folder, _ in made.values():
        people = {text(row["工号"]): row for row in read(folder, PEOPLE)}
        for file, column in ((EVENTS, "日期"), (REVIEWS, "评价时间")):
            for row in read(folder, file):
                person = people[text(row["工号"])]
                left = day(person["离职日期"])
                assert day(person["入职日期"]) <= day(row[column])
                assert left is None or day(row[column]) <= left


def test_points_lie_in_the_range_of_their_item(made):
    for row in rows(made, EVENTS):
        fixed, points = policy.ITEMS[text(row["条款"])], text(row["分值"])
        assert number(row["数量"], "1") > 0
        if isinstance(fixed, tuple):
            assert fixed[0] <= number(points, "0") <= fixed[1]
        else:
            assert number(points, fixed) == fixed


def test_scores_have_at_most_two_decimals(months):
    for month in months.values():
        for row in month.appraisals:
            assert row["总分"] == round(row["总分"], 2)


def test_optional_cells_are_sometimes_blank_and_sometimes_not(made):
    required = ["工号", "姓名", "机构编码", "入职日期"]
    for row in (people := rows(made, PEOPLE)):
        assert all(row[column] is not None for column in required)
    for column in set(COLUMNS[PEOPLE]) - set(required):
        assert {row[column] is None for row in people} == {True, False}, column


def test_dates_come_as_excel_dates_and_as_text(made):
    kinds = Counter(type(row["入职日期"]) for row in rows(made, PEOPLE))

    assert set(kinds) == {str, datetime}


def test_every_column_order_is_another(made):
    orders = {tuple(row) for row in rows(made, PEOPLE)}

    assert len(orders) > len(SEEDS) // 2


def test_counties_reach_the_boundaries(made, months):
    reached = Counter()
    for seed, (folder, period) in made.items():
        first, last = month_days(period)
        month = months[seed]
        totals = {row["总分"] for row in month.appraisals}
        people = read(folder, PEOPLE)
        reached["tied"] += bool(month.tied)
        reached["not tied"] += not month.tied
        reached["below its quota"] += month.grades["好"] < month.quota
        reached["quota full"] += month.grades["好"] == month.quota > 0
        for total in ("90", "89.99", "60", "59.99", "0"):
            reached[total] += float(total) in map(float, totals)
        reached["over 100"] += max(totals) > 100
        reached["newcomer"] += any(day(row["入职日期"]) == last for row in people)
        reached["leaver"] += any(day(row["离职日期"]) == last for row in people)
        reached["probation"] += any(day(row["试用期至"]) == last for row in people)
        reached["first day"] += any(day(row["入职日期"]) == first for row in people)
        served = [service(row, first, last) for row in people]
        for days in (14, 15):
            reached[f"{days} days"] += days in map(len, served)
        for days in (9, 10):
            worked = (sum(map(is_worked, one)) for one in served)
            reached[f"{days} working days"] += days in worked
        reached["leap day"] += any(
            f"{day(r['入职日期']):%m%d}" == "0229" for r in people
        )
        closed = [day(row["结案日期"]) for row in read(folder, CASES)]
        reached["closed on the last day"] += last in closed
        reached["suspended"] += month.grades["暂停"] > 0

    assert min(reached.values()) > 0, reached


def test_large_county_is_settled(tmp_path):
    period = counties.make(tmp_path, 11, people=1500)

    month = settle(tmp_path, period)

    assert month.headcount > 1200
    assert 0 < month.grades["好"] <= month.quota
