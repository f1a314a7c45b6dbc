"""Everybody of the made-up office at two seats, and small counties to race in."""

import os
from collections import Counter

from govhr import office

from tests.cluster import COLLEAGUES, small
from tests.cluster.races import race
from tests.cluster.seats import Seat, open_sessions

RACES = int(os.environ.get("RACES") or 2)  # small counties: each races once
PEOPLE = 6  # of a small county
LOGINS = (*office.ROLES, *COLLEAGUES)
ROUND, RUN = "gov.appraisal.round", "hr.payslip.run"


class Hall:
    """Seats by (login, number of the node), and small counties.

    :param chance: random.Random of all moments
    """

    def __init__(self, cluster, chance):
        self.cluster, self.chance = cluster, chance
        self._log_sizes = [node.log.stat().st_size for node in cluster.nodes]
        self.sessions = open_sessions(cluster)
        self.seats = {
            (login, number): self.seat(login, node)
            for login in LOGINS
            for number, node in enumerate(cluster.nodes, 1)
        }
        self.counties = [self.new_county(PEOPLE) for _each in range(RACES)]

    def __getitem__(self, key):
        return self.seats[key]

    def seat(self, login, node):
        return Seat(self.cluster, node, login, self.sessions[login])

    def new_county(self, size):
        """A county centre, imported, without people yet."""
        known = self.value("SELECT count(*) FROM hr_department WHERE gov_code ~ '^K'")
        county = small.County(f"K{known + 1:02d}", size)
        columns, rows = small.SITES, small.sites([county])
        self.load("hr", "gov.import.department", columns, rows)
        county.id = self.value(
            "SELECT id FROM hr_department WHERE gov_code = %s", county.code
        )
        return county

    def load(self, login, importer, columns, rows):
        answer = self[login, 1].call(importer, "load", list(columns), rows)
        assert answer["ids"], answer

    def press_both(self, first, second, model, record, button):
        """Two users press one button, the first at node 1, the second at node 2."""
        return race(
            self.chance,
            lambda: self[first, 1].press(model, record, button),
            lambda: self[second, 2].press(model, record, button),
        )

    def decide_both(self, first, second, model, vals, button):
        """Two users fill in a window each, and press its button."""
        one, two = self[first, 1], self[second, 2]
        [mine], [yours] = (seat.call(model, "create", [vals]) for seat in (one, two))
        return race(
            self.chance,
            lambda: one.press(model, mine, button),
            lambda: two.press(model, yours, button),
        )

    def both(self, first, second, model, method, *args):
        return race(
            self.chance,
            lambda: self[first, 1].ask(model, method, *args),
            lambda: self[second, 2].ask(model, method, *args),
        )

    def value(self, statement, *parameters):
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

    # --- what a record says afterwards

    def state(self, model, record):
        table = model.replace(".", "_")
        return self.value(f"SELECT state FROM {table} WHERE id = %s", record)

    def states(self, model, record):
        """How often the history of a record tells of each new state."""
        rows = self.cluster.query(
            "SELECT v.new_value_char FROM mail_tracking_value v"
            " JOIN mail_message m ON m.id = v.mail_message_id"
            " JOIN ir_model_fields f ON f.id = v.field_id"
            " WHERE f.name = 'state' AND m.model = %s AND m.res_id = %s",
            model,
            record,
        )
        return Counter(text for (text,) in rows)

    def messages(self, model, record):
        """How many messages the history of a record has."""
        return self.value(
            "SELECT count(*) FROM mail_message WHERE model = %s AND res_id = %s",
            model,
            record,
        )

    def steps(self, model, record):
        """How many steps of an approval have each status."""
        rows = self.cluster.query(
            "SELECT status FROM tier_review WHERE model = %s AND res_id = %s",
            model,
            record,
        )
        return Counter(status for (status,) in rows)

    def facts(self, table, county):
        """How many rows of a table are about people of a county."""
        return self.value(
            f"SELECT count(*) FROM {table} f JOIN hr_employee e ON e.id = f.employee_id"
            " WHERE e.gov_staff_no LIKE %s",
            f"{county.code}%",
        )
