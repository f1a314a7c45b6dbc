"""The oracle itself at the boundaries of 涟水 2024, to be read before it is trusted.

Period is 2026-10 unless a test says otherwise: 1 October is its first, 31 October its
last day.
"""

from datetime import date
from decimal import Decimal

import pytest

from tests.oracle import policy, rules
from tests.oracle.folder import case, event, person, review, write_folder
from tests.oracle.month import settle

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)


def score_of(events=(), reviews=()):
    return rules.score(events, reviews, FIRST, LAST)


def total_of(*items):
    """The total of one person with these items, each (条款, 数量)."""
    return score_of([event("A1", item, quantity=n) for item, n in items]).total


def settle_scores(folder, plans, **more):
    """Settle a county of people A01, A02 ... with these items each."""
    names = [f"A{number:02d}" for number in range(1, len(plans) + 1)]
    people = [person(who) for who in names]
    pairs = [
        (who, item) for who, plan in zip(names, plans, strict=True) for item in plan
    ]
    events = [event(who, item) for who, item in pairs]
    return settle(write_folder(folder, people=people, events=events, **more), "2026-10")


def grades(month):
    return "".join(row["等次"][0] for row in month.appraisals)


# -- the rubric ---------------------------------------------------------------


def test_rubric_has_35_deductions_and_8_bonuses():
    assert (len(policy.DEDUCTIONS), len(policy.BONUSES)) == (35, 8)


def test_full_marks_add_up_to_100():
    assert sum(policy.FULL_MARK.values()) == 100


def test_period_before_2025_is_refused_and_january_2025_is_not():
    assert rules.month_days("2025-01") == (date(2025, 1, 1), date(2025, 1, 31))

    with pytest.raises(rules.PeriodRefused, match="2024-12"):
        rules.month_days("2024-12")


def test_last_day_of_february_follows_the_leap_year():
    assert rules.month_days("2028-02")[1] == date(2028, 2, 29)
    assert rules.month_days("2027-02")[1] == date(2027, 2, 28)


# -- population ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "left", "counted"),
    [
        ("2026-10-31", None, True),  # newcomer on the last day
        ("2026-11-01", None, False),  # the day after
        ("2020-01-01", "2026-10-31", True),  # leaver on the last day
        ("2020-01-01", "2026-10-30", False),  # the day before
        ("2020-01-01", "2026-11-05", True),
        ("2026-10-31", "2026-10-31", True),
    ],
)
def test_population_is_who_serves_on_the_last_day(entry, left, counted):
    assert rules.in_population(person("A1", entry, 离职日期=left), LAST) is counted


@pytest.mark.parametrize(
    ("until", "probation"),
    [("2026-10-30", False), ("2026-10-31", True), ("2026-11-01", True), (None, False)],
)
def test_probation_that_ends_on_the_last_day_is_still_probation(until, probation):
    assert rules.in_probation(person("A1", 试用期至=until), LAST) is probation


@pytest.mark.parametrize(
    ("opened", "closed", "suspended"),
    [
        ("2026-10-31", None, True),
        ("2026-11-01", None, False),
        ("2026-08-01", "2026-10-31", False),  # closed on the last day
        ("2026-08-01", "2026-11-01", True),
        ("2026-10-31", "2026-10-31", False),
    ],
)
def test_case_suspends_when_open_on_the_last_day(opened, closed, suspended):
    assert rules.is_open(case(opened, closed), LAST) is suspended


# -- score --------------------------------------------------------------------


def test_nobody_loses_points_without_events():
    assert total_of() == 100


def test_category_stops_at_zero_and_the_others_keep_theirs():
    points = score_of([event("A1", "1.2", quantity=2), event("A1", "1.3", quantity=2)])

    assert points.categories["1"] == 0
    assert points.total == 70


def test_points_lost_stop_at_the_floor_too():
    assert score_of([event("A1", "1.5", quantity=2)]).lost == 30


def test_bonus_has_no_cap():
    assert total_of(("6.1c", 10)) == 300


def test_bonus_does_not_mend_a_category():
    points = score_of([event("A1", "2.2"), event("A1", "6.3")])

    assert (points.total, points.lost) == (100, 10)


def test_range_item_costs_what_the_officer_chose_times_quantity():
    chosen = event("A1", "2.4", points=2.5, quantity=2)

    assert score_of([chosen]).total == 95


def test_half_a_day_of_leave_costs_one_point():
    assert total_of(("1.4a", 0.5)) == 99


@pytest.mark.parametrize(
    ("when", "total"),
    [("2026-09-30", 100), ("2026-10-01", 95), ("2026-10-31", 95), ("2026-11-01", 100)],
)
def test_only_events_dated_in_the_month_count(when, total):
    assert score_of([event("A1", "1.1", when)]).total == total


@pytest.mark.parametrize(
    ("level", "verdict", "default", "total"),
    [
        ("不满意", "属实", "否", 98),
        ("非常不满意", "属实", None, 98),
        ("不满意", "属实", "是", 100),
        ("不满意", "误评", "否", 100),
        ("不满意", "恶意", "否", 100),
        ("不满意", "无法联系", "否", 100),
        ("不满意", None, "否", 100),
        ("基本满意", "属实", "否", 100),
    ],
)
def test_review_costs_2_only_when_bad_and_true_and_chosen(
    level, verdict, default, total
):
    assert score_of(reviews=[review(level, verdict, default)]).total == total


@pytest.mark.parametrize(
    ("when", "total"),
    [("2026-09-30", 100), ("2026-10-01", 98), ("2026-10-31", 98), ("2026-11-01", 100)],
)
def test_review_counts_in_the_month_of_its_评价时间(when, total):
    assert score_of(reviews=[review("不满意", when=when)]).total == total


def test_reviews_stop_at_the_floor_of_审批业务():
    assert score_of(reviews=[review("不满意")] * 8).categories["4"] == 0


# -- quota, rank, grade -------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "places"),
    [(0, 0), (3, 0), (4, 1), (6, 1), (7, 2), (10, 3), (33, 9), (34, 10), (118, 35)],
)
def test_quota_is_30_percent_rounded_down(people, places):
    assert rules.quota(people) == places


def test_quota_of_3_people_is_0_and_nobody_is_flagged(tmp_path):
    month = settle_scores(tmp_path, [["6.3"], [], []])

    assert (grades(month), month.tied) == ("一一一", [])


def test_90_is_good_and_just_below_is_not(tmp_path):
    month = settle_scores(tmp_path, [["2.2"], ["2.2", "4.3"], *[["1.6"]] * 8])

    assert month.quota == 3
    assert grades(month)[:2] == "好一"


def test_89_99_is_not_good():
    exact = rules.Score({"1": Decimal("89.99")}, Decimal(0))

    assert rules.good_and_tied({"A1": exact}, 1) == (set(), set())


@pytest.mark.parametrize(
    ("total", "expected"),
    [("60", "一般"), ("59.99", "差"), ("0", "差"), ("89.99", "一般")],
)
def test_below_60_is_差(total, expected):
    assert rules.grade(Decimal(total), is_good=False) == expected


def test_group_inside_the_border_is_good_whole(tmp_path):
    month = settle_scores(tmp_path, [[], [], [], *[["1.1"]] * 7])

    assert (grades(month)[:3], month.tied) == ("好好好", [])


def test_group_across_the_border_stays_out_whole_and_is_flagged(tmp_path):
    month = settle_scores(tmp_path, [["6.3"], ["6.4"], [], [], *[["1.1"]] * 6])

    assert grades(month) == "好好" + "一" * 8
    assert month.tied == ["A03", "A04"]


def test_nobody_below_a_tie_moves_up(tmp_path):
    month = settle_scores(tmp_path, [[], [], [], [], ["4.3"], *[["1.6"]] * 5])

    assert "好" not in grades(month)
    assert month.tied == ["A01", "A02", "A03", "A04"]


def test_group_that_begins_right_after_the_border_is_not_flagged(tmp_path):
    month = settle_scores(tmp_path, [["6.3"], ["6.4"], ["6.5"], *[[]] * 7])

    assert (grades(month)[:4], month.tied) == ("好好好一", [])


def test_fewer_points_lost_ranks_first_at_equal_total(tmp_path):
    month = settle_scores(tmp_path, [["1.1", "6.4"], [], ["1.6"], ["1.6"]])

    assert [row["名次"] for row in month.appraisals] == [2, 1, 3, 3]
    assert (grades(month), month.tied) == ("一好一一", [])


def test_equal_people_share_a_rank_and_the_next_is_skipped(tmp_path):
    month = settle_scores(tmp_path, [[], ["1.1"], ["1.1"], ["2.2"]])

    assert [row["名次"] for row in month.appraisals] == [1, 2, 2, 4]


def test_suspended_person_has_no_rank_but_counts_in_n(tmp_path):
    month = settle_scores(
        tmp_path, [["6.3"], [], ["1.1"], ["2.2"]], cases=[case("2026-10-31", who="A01")]
    )

    row = month.appraisals[0]
    assert (row["等次"], row["名次"], row["考核奖励"], row["总分"]) == (
        "暂停",
        None,
        0,
        110,
    )
    assert (month.headcount, month.quota) == (4, 1)
    assert grades(month) == "暂好一一"


def test_person_in_probation_may_be_good_and_takes_a_place(tmp_path):
    people = [person("A1", 试用期至="2026-10-31"), *(person(f"B{n}") for n in range(3))]
    events = [event("A1", "6.3")]

    month = settle(write_folder(tmp_path, people=people, events=events), "2026-10")

    row = month.appraisals[0]
    assert (month.quota, row["等次"], row["考核奖励"]) == (1, "好", 0)


def test_people_stand_in_plain_string_order_of_工号(tmp_path):
    people = [person(who) for who in ("9", "10", "B1", "a1", "2")]

    month = settle(write_folder(tmp_path, people=people), "2026-10")

    assert [row["工号"] for row in month.payroll] == ["10", "2", "9", "B1", "a1"]
    assert [row["序号"] for row in month.payroll] == [1, 2, 3, 4, 5]
