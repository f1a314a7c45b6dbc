"""Two officers do the same at once, each at another node: it happens once.

Small counties go their whole way, from the roster to the bank's answer, and every step
is done by two at the same moment. One of them does it; the other reads a clear sentence
or, where a step may be repeated and changes nothing, sees what the first one did.
``RACES=10`` repeats each race in ten counties.
"""

import os
import random
from collections import Counter

import pytest
from govhr import office

from tests.cluster import COLLEAGUES, small
from tests.cluster.races import at_least_one, exactly_one, race
from tests.cluster.seats import Seat

SEED = int(os.environ.get("SEED") or random.randrange(10_000))
CHANCE = random.Random(SEED)
RACES = int(os.environ.get("RACES") or 2)
ROUND, RUN = "gov.appraisal.round", "hr.payslip.run"
LOGINS = (*office.ROLES, *COLLEAGUES)


@pytest.fixture(autouse=True)
def seed_is_told():
    print(f"SEED={SEED} repeats the moments of this run")


@pytest.fixture(scope="module")
def hall(stage):
    """Everybody at two seats, and the counties of this module."""
    opened = Hall(stage.cluster)
    yield opened
    opened.check_logs()


class Hall:
    """Seats by (login, number of the node), and small counties."""

    def __init__(self, cluster):
        self.cluster = cluster
        self._log_sizes = [node.log.stat().st_size for node in cluster.nodes]
        self.seats = {}
        for number, login in enumerate(LOGINS):
            seat = Seat(cluster, cluster.nodes[number % 2], login)
            for place, node in enumerate(cluster.nodes, 1):
                self.seats[login, place] = seat.at(node)
        self.counties = [self.new_county(6) for _each in range(RACES)]

    def __getitem__(self, key):
        return self.seats[key]

    def new_county(self, size):
        """A county centre, imported, without people yet."""
        known = self.count("SELECT count(*) FROM hr_department WHERE gov_code ~ '^K'")
        county = small.County(f"K{known + 1:02d}", size)
        columns, rows = small.SITES, small.sites([county])
        self.load("hr", "gov.import.department", columns, rows)
        county.id = self.count(
            "SELECT id FROM hr_department WHERE gov_code = %s", county.code
        )
        return county

    def load(self, login, importer, columns, rows):
        answer = self[login, 1].call(importer, "load", list(columns), rows)
        assert answer["ids"], answer

    def press_both(self, first, second, model, record, button):
        """Two users press one button, the first at node 1, the second at node 2."""
        return race(
            CHANCE,
            lambda: self[first, 1].press(model, record, button),
            lambda: self[second, 2].press(model, record, button),
        )

    def both(self, first, second, model, method, *args):
        return race(
            CHANCE,
            lambda: self[first, 1].ask(model, method, *args),
            lambda: self[second, 2].ask(model, method, *args),
        )

    def count(self, statement, *parameters):
        """The one value that a statement gives."""
        [(number,)] = self.cluster.query(statement, *parameters)
        return number

    def check_logs(self):
        """What users were told is no error of the program."""
        for node, size in zip(self.cluster.nodes, self._log_sizes, strict=True):
            with node.log.open(errors="replace") as log:
                log.seek(size)
                lines = log.read().splitlines()
            bad = [x for x in lines if x.startswith("Traceback")]
            # Odoo notes each statement that a constraint refused
            bad += [x for x in lines if " ERROR " in x and "odoo.sql_db" not in x]
            assert not bad, (node.name, bad[:5])


def states_of(hall, model, record):
    """How often the history of a record tells of each new state."""
    rows = hall.cluster.query(
        "SELECT v.new_value_char FROM mail_tracking_value v"
        " JOIN mail_message m ON m.id = v.mail_message_id"
        " JOIN ir_model_fields f ON f.id = v.field_id"
        " WHERE f.name = 'state' AND m.model = %s AND m.res_id = %s",
        model,
        record,
    )
    return Counter(text for (text,) in rows)


def messages(hall, model, record):
    return hall.count(
        "SELECT count(*) FROM mail_message WHERE model = %s AND res_id = %s",
        model,
        record,
    )


# --- what comes in


def loads(hall, importer, columns, rows):
    """The same rows imported by two officers at once; the answers of the screen."""
    answers = hall.both("hr", "hr2", importer, "load", list(columns), rows)
    at_least_one(answers)  # a row that is there already is known by its number
    for answer in answers:
        assert not answer.is_done or not answer.value["messages"], answer
    return answers


def test_a_roster_imported_twice_at_once_makes_each_person_once(hall):
    for county in hall.counties:
        loads(hall, "gov.import.roster", small.ROSTER, county.roster())

        numbers = hall.cluster.query(
            "SELECT gov_staff_no FROM hr_employee WHERE gov_staff_no LIKE %s",
            f"{county.code}%",
        )
        assert sorted(n for (n,) in numbers) == county.staff_numbers()


def test_records_imported_twice_at_once_count_once(hall):
    columns = ("staff_no", "date", "item_code", "quantity", "points", "state")
    for county in hall.counties:
        rows = [
            [number, "2025-11-12", "1.1", "1", "5", "已确认"]
            for number in county.staff_numbers()
        ]

        loads(hall, "gov.import.event", columns, rows)

        assert facts_of(hall, "gov_assessment_event", county) == county.size


def test_reviews_imported_twice_at_once_count_once(hall):
    columns = ("number", "staff_no", "rating", "reviewed_at")
    for county in hall.counties:
        rows = [
            [f"P{number}", number, "满意", "2025-11-13 10:00"]
            for number in county.staff_numbers()
        ]

        loads(hall, "gov.import.review", columns, rows)

        assert facts_of(hall, "gov_service_review", county) == county.size


def test_attendance_imported_twice_at_once_counts_once(hall):
    columns = ("staff_no", "date", "am_in", "pm_out")
    for county in hall.counties:
        rows = [
            [number, f"2025-11-{day:02d}", "08:50", "17:40"]
            for number in county.staff_numbers()
            for day in (17, 18, 19)
        ]

        loads(hall, "gov.import.attendance.day", columns, rows)

        assert facts_of(hall, "gov_attendance_day", county) == 3 * county.size


def test_contribution_bases_imported_twice_at_once_stand_once(hall):
    columns = ("staff_no", "date_from", "social_base", "housing_base")
    for county in hall.counties:
        rows = [
            [number, "2025-01-01", "5000", "5000"] for number in county.staff_numbers()
        ]

        loads(hall, "gov.import.contribution.base", columns, rows)

        assert facts_of(hall, "gov_contribution_base", county) == county.size


def facts_of(hall, table, county):
    return hall.count(
        f"SELECT count(*) FROM {table} f JOIN hr_employee e ON e.id = f.employee_id"
        " WHERE e.gov_staff_no LIKE %s",
        f"{county.code}%",
    )


# --- the month


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
        assert hall.count(sheets, batch) == county.size


def test_lines_of_the_month_stand_once(hall):
    for county in hall.counties:
        lines = hall.count(
            "SELECT count(*) FROM gov_appraisal_line l"
            " JOIN gov_appraisal a ON a.id = l.appraisal_id WHERE a.round_id = %s"
            " AND l.event_id IS NOT NULL",
            county.documents[ROUND],
        )
        assert lines == county.size


def test_a_month_published_twice_at_once_is_published_once(hall):
    for county in hall.counties:
        batch = county.documents[ROUND]

        exactly_one(hall.press_both("hr", "hr2", ROUND, batch, "action_publish"))


def test_publicity_ended_by_two_leaders_at_once_ends_once(hall):
    model = "gov.appraisal.decision"
    for county in hall.counties:
        batch = county.documents[ROUND]
        window = {"round_id": batch, "decision": "end_publicity", "comment": "急办"}
        first, second = hall["leader", 1], hall["leader2", 2]
        [one], [two] = (s.call(model, "create", [window]) for s in (first, second))
        before = messages(hall, ROUND, batch)

        # the second one finds the publicity over, and changes nothing
        at_least_one(
            race(
                CHANCE,
                lambda one=one: first.press(model, one, "action_decide"),
                lambda two=two: second.press(model, two, "action_decide"),
            )
        )

        assert messages(hall, ROUND, batch) - before <= 1 + 1  # words, tracked dates


def test_a_double_click_hands_the_month_in_once(hall):
    for county in hall.counties:
        batch = county.documents[ROUND]

        at_least_one(hall.press_both("hr", "hr", ROUND, batch, "action_submit"))

        assert reviews(hall, ROUND, batch) == Counter({"pending": 1, "waiting": 1})


@pytest.mark.parametrize("pair", [("checker", "checker2"), ("leader", "leader2")])
def test_one_step_approved_by_two_at_once_is_approved_once(hall, pair):
    for county in hall.counties:
        batch = county.documents[ROUND]
        before = reviews(hall, ROUND, batch)["approved"]

        exactly_one(hall.press_both(*pair, ROUND, batch, "action_confirm"))

        assert reviews(hall, ROUND, batch)["approved"] == before + 1


def reviews(hall, model, record):
    """How many steps of an approval have each status."""
    rows = hall.cluster.query(
        "SELECT status FROM tier_review WHERE model = %s AND res_id = %s",
        model,
        record,
    )
    return Counter(status for (status,) in rows)


def test_a_month_locked_twice_at_once_is_locked_once(hall):
    for county in hall.counties:
        batch = county.documents[ROUND]

        # a second click on a locked month changes nothing
        at_least_one(hall.press_both("hr", "hr2", ROUND, batch, "action_lock"))

        assert max(states_of(hall, ROUND, batch).values()) == 1


# --- pay


def test_a_pay_run_created_twice_at_once_exists_once(hall):
    for county in hall.counties:
        vals = {"gov_county_id": county.id, "date_start": str(small.FIRST)}

        winner = exactly_one(hall.both("hr", "hr2", RUN, "create", [vals]))

        [county.documents[RUN]] = winner.value


def test_a_pay_run_computed_twice_at_once_has_each_slip_once(hall):
    for county in hall.counties:
        run = county.documents[RUN]

        # computing again gives the same slips
        at_least_one(hall.press_both("hr", "hr2", RUN, run, "action_gov_compute"))

        slips = "SELECT count(*) FROM hr_payslip WHERE payslip_run_id = %s"
        assert hall.count(slips, run) == county.size
        nets = hall.count(
            "SELECT count(*) FROM hr_payslip_line l JOIN hr_payslip s"
            " ON s.id = l.slip_id WHERE s.payslip_run_id = %s AND l.code = 'NET'",
            run,
        )
        assert nets == county.size


def test_a_double_click_hands_the_pay_run_in_once(hall):
    for county in hall.counties:
        run = county.documents[RUN]

        at_least_one(hall.press_both("hr", "hr", RUN, run, "action_gov_submit"))

        assert reviews(hall, RUN, run) == Counter({"pending": 1, "waiting": 2})
        hall["finance", 1].call(RUN, "action_gov_check_changes", [run])


@pytest.mark.parametrize("login", ["checker", "finance", "leader"])
def test_one_step_of_pay_approved_by_two_at_once_is_approved_once(hall, login):
    # a second click on an approved run changes nothing
    expect = at_least_one if login == "leader" else exactly_one
    for county in hall.counties:
        run = county.documents[RUN]
        before = reviews(hall, RUN, run)["approved"]

        expect(hall.press_both(login, f"{login}2", RUN, run, "action_gov_approve"))

        assert reviews(hall, RUN, run)["approved"] == before + 1


def test_a_pay_run_locked_twice_at_once_is_locked_once(hall):
    for county in hall.counties:
        run = county.documents[RUN]

        # a second click on a locked run changes nothing
        at_least_one(hall.press_both("hr", "hr2", RUN, run, "action_gov_lock"))

        assert hall.count("SELECT state FROM hr_payslip_run WHERE id = %s", run) == (
            "locked"
        )


def test_two_bank_exports_at_once_pay_everybody_once(hall):
    for county in hall.counties:
        run = county.documents[RUN]

        at_least_one(hall.press_both("finance", "finance2", RUN, run, "action_gov_export"))

        paid = "SELECT count(*) FROM gov_bank_payment WHERE run_id = %s AND state = 'sent'"
        assert hall.count(paid, run) == county.size
