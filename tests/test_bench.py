"""The bench's arithmetic and its made-up people; speed itself is never a test."""

from collections import Counter
from datetime import date

from tests.bench import facts, table

MONTHS = [date(2026, 9, 1), date(2026, 10, 1)]


def _sample(seconds, statements=10):
    return {
        "seconds": seconds,
        "cpu_seconds": seconds / 2,
        "sql_seconds": seconds / 4,
        "statements": statements,
    }


def _result(people, ms, stock_ms=20.0):
    """A result in which each phase costs the same ms a person."""
    phases = {
        name: [_sample(ms * people / 1000)]
        for part in table.PARTS.values()
        for name in part
    }
    return {
        "people": people,
        "months": 1,
        "build": 1.0,
        "phases": phases,
        "floor": {
            "month": [people / 1000, 2 * people],
            "pay": [people / 500, 7 * people],
        },
        "stock": {
            "phases": {"wizard": [_sample(stock_ms / 10)]},
            "paid": 100,
            "agrees": "same yuan for each",
        },
    }


def test_the_same_number_gives_the_same_county():
    assert facts.make(50, MONTHS) == facts.make(50, MONTHS)


def test_everybody_is_in_service_in_all_months():
    county = facts.make(500, MONTHS)

    assert len({person[1] for person in county.people}) == 500
    assert all(person[3] < MONTHS[0] for person in county.people)


def test_5000_people_have_25000_records_in_a_month():
    events = Counter(event[1].month for event in facts.make(5000, MONTHS).events)

    assert set(events) == {9, 10}
    assert all(25_000 <= count < 26_000 for count in events.values())


def test_certificate_and_review_numbers_are_unique():
    county = facts.make(1000, MONTHS)

    for rows in (county.certificates, county.reviews):
        numbers = [row[1] for row in rows]
        assert len(numbers) == len(set(numbers))


def test_a_cost_is_the_median_of_its_samples_for_one_person():
    cost = table.cost([_sample(1.0), _sample(9.0), _sample(2.0)], 1000)

    assert (cost.ms, cost.cpu_ms, cost.sql_ms) == (2.0, 1.0, 0.5)


def test_the_month_is_the_sum_of_its_six_buttons():
    assert round(table.part_cost(_result(1000, 0.25), "month").ms, 6) == 1.5


def test_figures_within_the_aims_pass():
    report = "\n".join(table.lines([_result(1000, 0.33), _result(5000, 0.33)]))

    assert report.count("PASS") == 10
    assert "MISS" not in report


def test_a_month_above_two_ms_misses_its_aim():
    report = table.lines([_result(1000, 0.34)])

    assert [line for line in report if line.startswith("month ms")][0].endswith(
        "MISS (aim 2.00)"
    )


def test_growth_above_a_fifth_misses_its_aim():
    report = table.lines([_result(1000, 0.10), _result(5000, 0.13)])

    assert sum("MISS (aim 1.20)" in line for line in report) == 6


def test_a_year_costs_so_much_a_person_and_month():
    result = {**_result(1000, 6.0), "months": 12}

    assert table.part_cost(result, "year").ms == 0.5


def test_ratios_are_those_of_one_person():
    report = table.lines([_result(1000, 0.5)])

    # month 3.0 over a floor of 1.0, pay 1.5 over 2.0, stock 20 over pay 1.5
    words = [" ".join(line.split()) for line in report]
    assert "month: ours / floor 3.0" in words
    assert "pay: ours / floor 0.8" in words
    assert "pay: stock / ours 13.3" in words
