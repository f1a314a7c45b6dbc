"""Every address of the product, against one table, and with somebody else's records.

`routes.csv` says which methods an address takes, whether it asks for a login ("user")
or not ("public"), and whose records it shows.
"""

import csv
import re
from pathlib import Path

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import PayrollCommon

# Odoo's own, which ours only makes stricter: other tests say how
ODOOS = ("/web/content", "/web/image", "/web/binary/", "/mail/attachment/", "/report/")
PATH = Path(__file__).with_name("routes.csv")
ADD = "Say in tests/routes.csv who may open %s, and test it with another's record."
STRANGER = "某甲某乙某丙"  # nothing of this person may show
# first part of an address -> model of the first number in it
MODELS = {
    "/my/appraisals": "gov.appraisal",
    "/my/certificates": "gov.certificate",
    "/my/movements": "gov.staff.movement",
    "/my/payslips": "hr.payslip",
}

# report -> how to find its document from the run
PAPERS = {
    "xlsx/gov_payroll.register": lambda run: run,
    "html/gov_payroll.payslip_form": lambda run: run.slip_ids,
    "html/payroll.report_payslip": lambda run: run.slip_ids,
    "html/gov_assessment.bulletin": lambda run: run.slip_ids.gov_appraisal_id.round_id,
    "xlsx/gov_assessment.month": lambda run: run.slip_ids.gov_appraisal_id.round_id,
    "html/gov_assessment.score_sheet": lambda run: run.slip_ids.gov_appraisal_id,
    "html/gov_window_staff.dossier": lambda run: run.slip_ids.employee_id,
    "html/gov_training.training_sheet": lambda run: run.slip_ids.employee_id,
    "html/hr.print_employee_badge": lambda run: run.slip_ids.employee_id,
    "html/hr_skills.report_employee_cv": lambda run: run.slip_ids.employee_id,
}


def table():
    """Rows of the table: {address: row}."""
    with PATH.open(encoding="utf-8", newline="") as file:
        return {row["route"]: row for row in csv.DictReader(file)}


@tagged("post_install", "-at_install")
class TestRoutes(HttpCase, PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person(user_id=cls.portal_user.id)
        cls.stranger = cls.new_person(name=STRANGER)
        cls.new_certificate(cls.stranger)
        cls.env["gov.staff.movement"].create(
            {
                "kind": "transfer",
                "employee_id": cls.stranger.id,
                "to_department_id": cls.town_b.id,
            }
        )
        cls.run_ = cls.locked_run()

    def actual(self):
        """Addresses of our controllers: {address: (methods, login)}."""
        found = {}
        for rule in self.env["ir.http"].routing_map().iter_rules():
            function = rule.endpoint.original_endpoint
            is_odoos = rule.rule.startswith(ODOOS)
            if ".addons.gov_" in function.__module__ and not is_odoos:
                routing = rule.endpoint.routing
                methods = " ".join(sorted(routing.get("methods") or ["ANY"]))
                found[rule.rule] = (methods, routing["auth"])
        return found

    def strange(self, route):
        """The address with the number of a record of the stranger, or with 1."""
        found = [model for start, model in MODELS.items() if route.startswith(start)]
        number = 1
        if found:
            domain = [("employee_id", "=", self.stranger.id)]
            number = self.env[found[0]].search(domain, limit=1).ensure_one().id
        path = re.sub(r"<any\((\w+).*?\):\w+>", r"\1", route)
        return re.sub(r"<string:\w+>", "x", re.sub(r"<int:\w+>", str(number), path))

    def open(self, path, **kwargs):
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(path, **kwargs)

    def test_every_address_is_in_the_table_as_it_is(self):
        rows, actual = table(), self.actual()

        for route in sorted(set(rows) | set(actual)):
            row = rows.get(route, {})
            with self.subTest(route=route):
                self.assertEqual(
                    (row.get("methods"), row.get("login")), actual[route], ADD % route
                )

    def test_no_address_without_login_changes_anything(self):
        for route, row in table().items():
            if row["login"] == "public":
                with self.subTest(route=route):
                    self.assertNotIn("POST", row["methods"])

    def test_visitor_is_sent_to_the_login(self):
        self.authenticate(None, None)
        for route, row in table().items():
            if row["login"] == "public" or row["methods"] == "POST":
                continue
            if route.endswith("/now"):  # of a script: answers with an error
                continue
            response = self.open(self.strange(route), allow_redirects=False)
            with self.subTest(route=route):
                self.assertEqual(response.status_code, 303)
                self.assertIn("/web/login", response.headers["Location"])

    def test_form_without_a_token_is_refused(self):
        login = self.portal_user.login
        self.authenticate(login, login)
        for route, row in table().items():
            if "POST" in row["methods"]:
                response = self.open(self.strange(route), data={"a": "b"})
                with self.subTest(route=route):
                    self.assertEqual(response.status_code, 400)

    def test_person_sees_nothing_of_somebody_else(self):
        self.assert_strange_to(self.portal_user)

    def test_plain_user_sees_nothing_of_somebody_else(self):
        self.assert_strange_to(self.plain_user)

    def assert_strange_to(self, user):
        self.authenticate(user.login, user.login)
        for route, row in table().items():
            if row["methods"] == "POST" or row["login"] == "public" or "<" not in route:
                continue
            response = self.open(self.strange(route))
            with self.subTest(route=route):
                self.assertLess(response.status_code, 500)
                self.assertNotIn("pdf", response.headers["Content-Type"])
                self.assertNotIn(STRANGER, response.text)

    def test_papers_are_not_printed_for_who_may_not_read_them(self):
        for user in (self.plain_user, self.portal_user):
            self.authenticate(user.login, user.login)
            for paper, document in PAPERS.items():
                record = document(self.run_)[:1]
                with self.subTest(paper=paper, user=user.login):
                    status = self.open(f"/report/{paper}/{record.id}").status_code
                    self.assertEqual((bool(record), status), (True, 403))
