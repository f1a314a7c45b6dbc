"""Closed training sessions of a county, set-wise: three a person, sixty people each."""

from datetime import datetime, timedelta

from tests.bench import rows

A_PERSON, A_SESSION = 3, 60
FIRST = datetime(2026, 1, 5, 1)
SESSION = {"session_id": "gov_training_session"}


def load(env, county, count):
    """Sessions of the year so far, with everybody who came.

    ``bench_staff`` (``people.py``) names the people of the county.
    """
    held = max(1, count * A_PERSON // A_SESSION)
    rows.load(
        env.cr, "bench_session",
        "place int PRIMARY KEY, name text, start timestamp", SESSION,
        [(n, f"第{n + 1}期窗口业务培训", _start(n)) for n in range(held)],
    )  # fmt: skip
    session, line = _patterns(env, county)
    _copy_sessions(env, session)
    _copy_people(env.cr, line, count)
    session.action_cancel()
    session.unlink()


def _start(place):
    """Four sessions a working day at most."""
    return FIRST + timedelta(days=place * 280 // 1000 % 300, hours=place % 4 * 2)


def _patterns(env, county):
    """One session with one person, as Odoo leaves them."""
    person = env["hr.employee"].search([("department_id", "=", county.id)], limit=1)
    session = env["gov.training.session"].create(
        {
            "name": "样板",
            "topic_ids": [(6, 0, env.ref("gov_training.topic_skills").ids)],
            "kind_id": env.ref("gov_training.kind_regular").id,
            "form_id": env.ref("gov_training.form_concentrated").id,
            "department_id": county.id,
            "date_start": FIRST,
            "date_end": FIRST + timedelta(hours=2),
        }
    )
    session.action_open()
    line = env["gov.training.enrollment"].create(
        {"session_id": session.id, "employee_id": person.id}
    )
    env.flush_all()
    return session, line


def _copy_sessions(env, session):
    rows.copy(
        env.cr, "gov_training_session", session.id, "bench_session x",
        id="x.session_id", name="x.name", date_start="x.start",
        date_end="x.start + interval '2 hours'", state="'done'",
        expected_count=str(A_SESSION), attended_count=str(A_SESSION),
        unmarked_count="0", attendance_rate="1",
    )  # fmt: skip
    topics = session._fields["topic_ids"]
    env.cr.execute(
        f"INSERT INTO {topics.relation} ({topics.column1}, {topics.column2})"
        f" SELECT x.session_id, t.{topics.column2} FROM bench_session x"
        f" JOIN {topics.relation} t ON t.{topics.column1} = %s",
        [session.id],
    )


def _copy_people(cr, line, count):
    # the sixty people of a session follow each other, round and round
    rows.copy(
        cr, "gov_training_enrollment", line.id,
        f"bench_session x, generate_series(0, {A_SESSION - 1}) seat, bench_staff p",
        id="nextval('gov_training_enrollment_id_seq')", session_id="x.session_id",
        employee_id="p.employee_id", staff_no="p.staff_no", department_id="p.site_id",
        date_start="x.start", date_end="x.start + interval '2 hours'",
        state="'attended'", session_state="'done'", hours="2",
        where=f"p.number = (x.place * {A_SESSION} + seat) % {count} + 1",
    )  # fmt: skip
