"""What is missing before a run can be computed (准备情况检查)."""

from odoo import api, fields, models

from odoo.addons.gov_window_staff.exceptions import NotInForce
from odoo.addons.gov_window_staff.rules.month import Month

KINDS = [
    ("no_round", "No Appraisal Round"),
    ("round_not_locked", "Month Not Locked"),
    ("no_table", "No Allowance Table in Force"),
    ("no_version", "No Profile in Force"),
    ("no_entry_date", "No Entry Date"),
    ("no_wage", "Basic Wage Is 0"),
    ("no_contract_type", "Staffing Type Missing"),
    ("unverified_certificate", "Certificate Not Verified"),
]
# these can be right (paid elsewhere, checked next month), so they only warn
WARNINGS = ("no_wage", "no_contract_type", "unverified_certificate")


class GovPayslipGap(models.Model):
    """One gap of a run, by person where it concerns one; found anew at each check."""

    _name = "gov.payslip.gap"
    _description = "Gap before a Pay Run"
    _inherit = ["gov.protected.mixin"]
    _order = "run_id, is_warning, kind, staff_no"

    run_id = fields.Many2one(
        "hr.payslip.run", required=True, ondelete="cascade", index=True
    )
    kind = fields.Selection(KINDS, required=True)
    is_warning = fields.Boolean(string="Only a Warning")
    employee_id = fields.Many2one("hr.employee", string="Person", ondelete="cascade")
    staff_no = fields.Char(string="Staff No.")
    person_name = fields.Char(string="Name")
    detail = fields.Char()
    message = fields.Char(string="What to Do", compute="_compute_message")

    @api.depends("kind", "detail")
    @api.depends_context("lang")
    def _compute_message(self):
        for gap in self:
            gap.message = getattr(gap, f"_message_{gap.kind}")()

    def _as_text(self):
        """The gap in one line, with number and name of the person."""
        self.ensure_one()
        who = " ".join(filter(None, [self.staff_no, self.person_name]))
        return f"{who}: {self.message}" if who else self.message

    @api.model
    def _find(self, run):
        """Values of all gaps of a run; the queries do not grow with the people."""
        vals = self._find_month(run)
        batch = run._gov_round()
        if batch.state == "locked":
            vals += self._find_people(run, batch)
        return [dict(v, run_id=run.id, is_warning=v["kind"] in WARNINGS) for v in vals]

    @api.model
    def _find_month(self, run):
        gaps = []
        batch = run._gov_round()
        if not batch:
            gaps.append({"kind": "no_round"})
        elif batch.state != "locked":
            gaps.append({"kind": "round_not_locked", "detail": batch.display_name})
        try:
            run._gov_table_version()
        except NotInForce as error:
            gaps.append({"kind": "no_table", "detail": str(error)})
        return gaps

    @api.model
    def _find_people(self, run, batch):
        appraisals = batch.appraisal_ids
        last = Month.of(run.date_start).last
        versions = self.env["hr.version"]._gov_as_of(appraisals.employee_id, last)
        waiting = self._unverified(appraisals.employee_id, last)
        gaps = []
        for appraisal in appraisals:
            person = appraisal.employee_id
            kinds = self._person_kinds(person, versions.get(person.id))
            details = {kind: "" for kind in kinds}
            if person.id in waiting:
                details["unverified_certificate"] = waiting[person.id]
            gaps += [
                {
                    "kind": kind,
                    "detail": detail,
                    "employee_id": person.id,
                    "staff_no": appraisal.staff_no,
                    "person_name": appraisal.person_name,
                }
                for kind, detail in details.items()
            ]
        return gaps

    @api.model
    def _person_kinds(self, person, version):
        """Hook: kinds of gaps of one person; `version` is None when there is none."""
        if not version:
            return ["no_version"]
        tests = {
            "no_entry_date": not person.gov_entry_date,
            "no_wage": not version.wage,
            "no_contract_type": not version.contract_type_id,
        }
        return [kind for kind, is_gap in tests.items() if is_gap]

    @api.model
    def _unverified(self, employees, last):
        """{employee id: numbers} of certificates issued by then and not verified."""
        found = {}
        for certificate in self.env["gov.certificate"].search(
            [
                ("employee_id", "in", employees.ids),
                ("state", "=", "draft"),
                ("issue_date", "<=", last),
            ]
        ):
            found.setdefault(certificate.employee_id.id, []).append(certificate.number)
        return {person: ", ".join(numbers) for person, numbers in found.items()}

    def _message_no_round(self):
        return self.env._("Open, grade and lock the month's appraisals first.")

    def _message_round_not_locked(self):
        return self.env._("Confirm and lock the appraisals of %s first.", self.detail)

    def _message_no_table(self):
        return self.detail

    def _message_no_version(self):
        return self.env._("The profile has no version by the last day of the month.")

    def _message_no_entry_date(self):
        return self.env._("Enter the entry date on the profile.")

    def _message_no_wage(self):
        return self.env._("The basic wage is 0; allowances and reward are still paid.")

    def _message_no_contract_type(self):
        return self.env._("Enter the staffing type; the register leaves it blank.")

    def _message_unverified_certificate(self):
        return self.env._(
            "Certificate %s is not verified and does not count this month.", self.detail
        )
