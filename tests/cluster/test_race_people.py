"""A training and a movement on which two work at once."""

from datetime import datetime, timedelta

import pytest

from tests.cluster.hall import PEOPLE
from tests.cluster.races import at_least_one, exactly_one

SESSION, MOVEMENT = "gov.training.session", "gov.staff.movement"
DECISION = "gov.movement.decision"


@pytest.fixture(scope="module")
def people(hall):
    """Ids of the first county's people."""
    [county, *_others] = hall.counties
    rows = hall.cluster.query(
        "SELECT id FROM hr_employee WHERE gov_staff_no LIKE %s ORDER BY 1",
        f"{county.code}%",
    )
    return [person for (person,) in rows]


def test_attendance_confirmed_and_a_training_closed_twice_at_once(hall, people):
    session = new_session(hall, people)

    # the second one finds everybody marked, and the training closed
    for button in ("action_mark_all_present", "action_close"):
        at_least_one(hall.press_both("hr", "hr2", SESSION, session, button))

    assert hall.state(SESSION, session) == "done"
    came = "SELECT count(*) FROM gov_training_enrollment WHERE session_id = %s"
    assert hall.value(f"{came} AND state = 'attended'", session) == PEOPLE
    closed = (
        "SELECT count(*) FROM mail_message WHERE model = %s AND res_id = %s"
        " AND body LIKE '%%已结班%%'"
    )
    assert hall.value(closed, SESSION, session) == 1


def new_session(hall, people):
    """A training that is being held."""
    start = datetime.now() - timedelta(hours=3)
    hr = hall["hr", 1]
    ids = {
        name: hall.value(
            "SELECT res_id FROM ir_model_data WHERE module = 'gov_training'"
            " AND name = %s",
            name,
        )
        for name in ("topic_skills", "kind_regular", "form_concentrated")
    }
    [session] = hr.call(
        SESSION,
        "create",
        [
            {
                "name": "同时结班",
                "topic_ids": [[6, 0, [ids["topic_skills"]]]],
                "kind_id": ids["kind_regular"],
                "form_id": ids["form_concentrated"],
                "department_id": hall.counties[0].id,
                "date_start": f"{start:%Y-%m-%d %H:%M:%S}",
                "date_end": f"{start + timedelta(hours=2):%Y-%m-%d %H:%M:%S}",
            }
        ],
    )
    hr.call(SESSION, "action_open", [session])
    lines = [{"session_id": session, "employee_id": person} for person in people]
    hr.call("gov.training.enrollment", "create", lines)
    hr.call(SESSION, "action_start", [session])
    return session


def test_a_movement_agreed_to_twice_at_once_takes_effect_once(hall, people):
    [person, *_others] = people
    county, today = hall.counties[0], datetime.now()
    vals = {
        "kind": "transfer",
        "employee_id": person,
        "effective_date": f"{today:%Y-%m-01}",
        "to_department_id": hall.counties[-1].id,
        "reason": "工作需要",
    }
    [movement] = hall["hr", 1].call(MOVEMENT, "create", [vals])
    hall["hr", 1].call(MOVEMENT, "action_submit", [movement])
    before = versions(hall, person)

    while hall.state(MOVEMENT, movement) == "submitted":
        steps = hall.steps(MOVEMENT, movement)
        window = {"movement_id": movement, "decision": "agree"}
        pair = asked(hall, movement)
        exactly_one(hall.decide_both(*pair, DECISION, window, "action_confirm"))
        after = hall.steps(MOVEMENT, movement)
        assert after["approved"] == steps["approved"] + 1

    assert hall.state(MOVEMENT, movement) == "done", county
    assert versions(hall, person) == before + 1
    applied = (
        "SELECT count(*) FROM gov_staff_movement_step"
        " WHERE movement_id = %s AND action = 'apply'"
    )
    assert hall.value(applied, movement) == 1


def versions(hall, person):
    return hall.value("SELECT count(*) FROM hr_version WHERE employee_id = %s", person)


def asked(hall, movement):
    """Two logins of this office whose turn it is, or one of them twice."""
    rows = hall.cluster.query(
        "SELECT DISTINCT u.login FROM tier_review r"
        " JOIN res_users_tier_review_rel l ON l.tier_review_id = r.id"
        " JOIN res_users u ON u.id = l.res_users_id"
        " WHERE r.model = %s AND r.res_id = %s AND r.status = 'pending'",
        MOVEMENT,
        movement,
    )
    logins = sorted({login for (login,) in rows if (login, 1) in hall.seats})
    return logins[0], logins[-1]
