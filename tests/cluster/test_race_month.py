"""Each step of a month taken by two at once: it is taken once, in small counties.

The other one reads a clear sentence or, where a step may be repeated and changes
nothing, sees what the first one did. The order of the tests is that of the steps.
"""

from collections import Counter

import pytest

from tests.cluster import small
from tests.cluster.hall import ROUND
from tests.cluster.races import assert_clear, at_least_one, exactly_one, race


def test_a_month_created_twice_at_once_exists_once(hall):
    for county in hall.counties:
        vals = {"county_id": county.id, "date_from": str(small.FIRST)}

        winner = exactly_one(hall.both("hr", "hr2", ROUND, "create", [vals]))

        [county.documents[ROUND]] = winner.value


@pytest.mark.parametrize(
    ("button", "state"),
    [("action_open", "open"), ("action_score", "scored"), ("action_grade", "graded")],
)
def test_a_step_of_the_month_taken_twice_at_once_has_one_result(hall, button, state):
    # whoever comes second takes the step once more, with the same result
    for county in hall.counties:
        batch = county.documents[ROUND]

        at_least_one(hall.press_both("hr", "hr2", ROUND, batch, button))

        [(found, people)] = hall.cluster.query(
            "SELECT state, headcount FROM gov_appraisal_round WHERE id = %s", batch
        )
        assert (found, people) == (state, county.size)
        sheets = "SELECT count(*) FROM gov_appraisal WHERE round_id = %s"
        assert hall.value(sheets, batch) == county.size


def test_a_fact_that_comes_while_the_month_is_scored_is_not_lost(hall):
    importer, columns = "gov.import.event", ("staff_no", "date", "item_code", "state")
    for number, county in enumerate(hall.counties, 1):
        batch, [person, *_others] = county.documents[ROUND], county.staff_numbers()
        rows = [[person, f"2025-11-{number:02d}", "5.1", "已确认"]]
        before = hall.facts("gov_assessment_event", county)

        came, scored = race(
            hall.chance,
            lambda rows=rows: hall["hr", 1].ask(importer, "load", list(columns), rows),
            lambda batch=batch: hall["hr2", 2].press(ROUND, batch, "action_score"),
        )

        at_least_one([came, scored])
        counted = hall.facts("gov_assessment_event", county)
        assert counted == before + came.is_done
        # either the score has it, or the month says that it has to be scored again
        if hall.state(ROUND, batch) == "scored":
            assert lines(hall, batch) == counted
        for button in ("action_score", "action_grade"):
            hall["hr", 1].call(ROUND, button, [batch])
        assert lines(hall, batch) == counted


def lines(hall, batch):
    """How many lines of a month rest on a record."""
    return hall.value(
        "SELECT count(*) FROM gov_appraisal_line l"
        " JOIN gov_appraisal a ON a.id = l.appraisal_id WHERE a.round_id = %s"
        " AND l.event_id IS NOT NULL",
        batch,
    )


def test_a_record_confirmed_while_the_month_is_published_is_counted_or_refused(hall):
    model = "gov.assessment.event"
    for county in hall.counties:
        batch = county.documents[ROUND]
        before = lines(hall, batch)
        event = draft(hall, county)

        confirmed, published = race(
            hall.chance,
            lambda event=event: hall["hr2", 1].press(model, event, "action_confirm"),
            lambda batch=batch: hall["hr", 2].press(ROUND, batch, "action_publish"),
        )

        assert_clear([confirmed, published])
        counts = hall.value(
            "SELECT state = 'confirmed' AND count_month = %s"
            " FROM gov_assessment_event WHERE id = %s",
            small.FIRST,
            event,
        )
        if hall.state(ROUND, batch) == "published":
            assert not counts, "a published month has not counted a record of its days"
            continue
        for button in ("action_score", "action_grade"):
            hall["hr", 1].call(ROUND, button, [batch])
        assert lines(hall, batch) == before + bool(counts)
        exactly_one(hall.press_both("hr", "hr2", ROUND, batch, "action_publish"))


def draft(hall, county):
    """A record that nobody has confirmed yet."""
    [_first, second, *_others] = county.staff_numbers()
    columns = ["staff_no", "date", "item_code", "state"]
    rows = [[second, "2025-11-20", "5.1", "线索"]]
    answer = hall["hr", 1].call("gov.import.event", "load", columns, rows)
    [event] = answer["ids"]
    return event


def test_publicity_ended_by_two_leaders_at_once_ends_once(hall):
    model = "gov.appraisal.decision"
    for county in hall.counties:
        batch = county.documents[ROUND]
        window = {"round_id": batch, "decision": "end_publicity", "comment": "急办"}
        before = hall.messages(ROUND, batch)

        # the second one finds the publicity over, and changes nothing
        at_least_one(
            hall.decide_both("leader", "leader2", model, window, "action_decide")
        )

        assert hall.messages(ROUND, batch) - before <= 1 + 1  # words, tracked dates


def test_a_double_click_hands_the_month_in_once(hall):
    for county in hall.counties:
        batch = county.documents[ROUND]

        at_least_one(hall.press_both("hr", "hr", ROUND, batch, "action_submit"))

        assert hall.steps(ROUND, batch) == Counter({"pending": 1, "waiting": 1})


@pytest.mark.parametrize("pair", [("checker", "checker2"), ("leader", "leader2")])
def test_one_step_approved_by_two_at_once_is_approved_once(hall, pair):
    for county in hall.counties:
        batch = county.documents[ROUND]
        before = hall.steps(ROUND, batch)["approved"]

        exactly_one(hall.press_both(*pair, ROUND, batch, "action_confirm"))

        assert hall.steps(ROUND, batch)["approved"] == before + 1


def test_a_month_locked_twice_at_once_is_locked_once(hall):
    for county in hall.counties:
        batch = county.documents[ROUND]

        # a second click on a locked month changes nothing
        at_least_one(hall.press_both("hr", "hr2", ROUND, batch, "action_lock"))

        assert hall.states(ROUND, batch)["已锁定"] == 1
