"""Fifty people confirm their month while the leader closes the confirmation.

Their county is larger than a part: what two officers press at once works on in jobs.
"""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from govhr.cluster.processes import wait_until

from tests.cluster import PORTAL_LOGINS, jobs, small
from tests.cluster.hall import ROUND, RUN
from tests.cluster.races import at_least_one, exactly_one, race
from tests.cluster.seats import Answer, token

ANSWERED, TOO_LATE = "您的答复已记录", "现在不能确认"
PATIENCE = 120


@pytest.fixture(scope="module")
def crowd(hall):
    """A county of people with a login each."""
    county = hall.new_county(len(PORTAL_LOGINS))
    hall.load("hr", "gov.import.roster", small.ROSTER, county.roster())
    for number, login in zip(county.staff_numbers(), PORTAL_LOGINS, strict=True):
        # stored at the person and at its resource
        hall.cluster.query(
            "WITH person AS (UPDATE hr_employee e SET user_id = u.id FROM res_users u"
            " WHERE e.gov_staff_no = %s AND u.login = %s"
            " RETURNING e.resource_id, u.id AS user_id)"
            " UPDATE resource_resource r SET user_id = person.user_id FROM person"
            " WHERE r.id = person.resource_id RETURNING r.id",
            number,
            login,
        )
    vals = {"county_id": county.id, "date_from": str(small.FIRST)}
    [county.documents[ROUND]] = hall["hr", 1].call(ROUND, "create", [vals])
    return county


def wait_for_work(hall, county, state):
    """Until the parts of the step are done."""

    def is_done():
        hall.cluster.query("NOTIFY queue_job, 'look'")
        assert not jobs.failed(hall.cluster), jobs.failed(hall.cluster)
        [found] = hall.cluster.query(
            "SELECT state, work_step FROM gov_appraisal_round WHERE id = %s",
            county.documents[ROUND],
        )
        return found == (state, None)

    wait_until(is_done, f"the month is {state}", PATIENCE, pause=0.2)


@pytest.mark.parametrize(
    ("button", "state"),
    [("action_open", "open"), ("action_score", "scored"), ("action_grade", "graded")],
)
def test_two_start_the_parts_of_a_step_at_once(hall, crowd, button, state):
    batch = crowd.documents[ROUND]

    # the second one reads that it is being worked on; later, it would do it once more
    at_least_one(hall.press_both("hr", "hr2", ROUND, batch, button))
    again = hall["hr2", 1].press(ROUND, batch, button)

    assert again.is_done or again.is_clear, again
    wait_for_work(hall, crowd, state)
    assert jobs.not_done(hall.cluster) == []
    sheets = "SELECT count(*) FROM gov_appraisal WHERE round_id = %s"
    assert hall.value(sheets, batch) == crowd.size


def confirm(seat, path, form_token, thinks=0):
    """The person presses the button after some seconds; which page comes then."""
    time.sleep(thinks)
    answer = seat.send(f"{path}/answer", form_token, answer="confirm")
    page = answer.text
    return Answer(
        seat.name,
        value="kept" if ANSWERED in page else "late" if TOO_LATE in page else page,
        status=answer.status_code,
    )


def open_pages(hall, batch):
    """Everybody has opened the own month: [(seat, path, token of the form)]."""
    rows = hall.cluster.query(
        "SELECT u.login, a.id FROM gov_appraisal a"
        " JOIN hr_employee e ON e.id = a.employee_id"
        " JOIN res_users u ON u.id = e.user_id WHERE a.round_id = %s",
        batch,
    )

    def open_page(number):
        login, sheet = rows[number]
        seat = hall.seat(login, hall.cluster.nodes[number % 2])
        path = f"/my/appraisals/{sheet}"
        return seat, path, token(seat.page(path))

    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(open_page, range(len(rows))))


def test_fifty_confirm_while_the_confirmation_is_closed(hall, crowd):
    batch = crowd.documents[ROUND]
    hall["hr", 1].call(ROUND, "action_publish", [batch])
    pages = open_pages(hall, batch)
    assert len(pages) == len(PORTAL_LOGINS)
    pauses = [hall.chance.uniform(0, 2) for _page in pages]

    *answers, ended = race(
        hall.chance,
        *(
            lambda page=page, pause=pause: confirm(*page, pause)
            for page, pause in zip(pages, pauses, strict=True)
        ),
        lambda: end_publicity(hall, batch),
    )

    assert ended.is_done, ended
    assert {answer.status for answer in answers} == {200}, answers
    assert {answer.value for answer in answers} <= {"kept", "late"}, answers
    kept = {a.seat.split("@")[0] for a in answers if a.value == "kept"}
    print(f"{len(kept)} of {len(answers)} were in time")
    assert confirmed(hall, batch) == kept
    close(hall, batch)
    crowd.documents["page"] = pages[0]
    late = confirm(*pages[0])
    assert (late.status, late.value) == (200, "late")
    assert confirmed(hall, batch) == kept


def end_publicity(hall, batch):
    """The leader ends it in the middle; whoever is told to wait presses again."""
    leader, model = hall["leader", 2], "gov.appraisal.decision"
    window = {"round_id": batch, "decision": "end_publicity", "comment": "急办"}
    [decision] = leader.call(model, "create", [window])
    time.sleep(hall.chance.uniform(0.5, 1.5))
    for _each in range(5):
        answer = leader.press(model, decision, "action_decide")
        if answer.is_done:
            break
        assert answer.is_clear, answer
    return answer


def confirmed(hall, batch):
    """Logins of those whose confirmation stands, with its time."""
    rows = hall.cluster.query(
        "SELECT u.login FROM gov_appraisal a"
        " JOIN hr_employee e ON e.id = a.employee_id"
        " JOIN res_users u ON u.id = e.user_id WHERE a.round_id = %s"
        " AND a.confirm_state = 'confirmed' AND a.answered_on IS NOT NULL",
        batch,
    )
    return {login for (login,) in rows}


def close(hall, batch):
    """The rest of the month's way, to its lock."""
    for login, button in (
        ("hr", "action_submit"),
        ("checker", "action_confirm"),
        ("leader", "action_confirm"),
        ("hr", "action_lock"),
    ):
        hall[login, 1].call(ROUND, button, [batch])


def test_an_appeal_answered_twice_at_once_is_answered_once(hall, crowd):
    model, (seat, path, _token) = "gov.appeal", crowd.documents["page"]
    path = f"{path}/appeal"
    seat.send(path, token(seat.page(path)), reason="当天已经请假")
    appeal = hall.value("SELECT max(id) FROM gov_appeal")
    # the second one takes it over from the first
    at_least_one(hall.press_both("checker2", "clerk", model, appeal, "action_accept"))
    handler = hall.value(
        "SELECT u.login FROM gov_appeal a JOIN res_users u ON u.id = a.handler_id"
        " WHERE a.id = %s",
        appeal,
    )
    words = {"answer": "经核实，维持原结果。", "outcome": "rejected"}
    hall[handler, 1].call(model, "write", [appeal], words)

    exactly_one(hall.press_both(handler, handler, model, appeal, "action_decide"))

    assert hall.state(model, appeal) == "rejected"
    assert set(hall.states(model, appeal).values()) <= {1}


def test_two_compute_the_parts_of_a_pay_run_at_once(hall, crowd):
    vals = {"gov_county_id": crowd.id, "date_start": str(small.FIRST)}
    [run] = hall["hr", 1].call(RUN, "create", [vals])

    at_least_one(hall.press_both("hr", "hr2", RUN, run, "action_gov_compute"))
    again = hall["checker", 1].press(RUN, run, "action_gov_compute")

    assert again.is_done or again.is_clear, again
    state = "SELECT state FROM hr_payslip_run WHERE id = %s"
    wait_until(
        lambda: hall.value(state, run) == "computed"
        and not jobs.not_done(hall.cluster),
        "the run is computed",
        PATIENCE,
        pause=0.2,
    )
    slips = "SELECT count(*) FROM hr_payslip WHERE payslip_run_id = %s"
    assert hall.value(slips, run) == crowd.size
