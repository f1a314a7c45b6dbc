"""Pay of a run against the month before (与上月比对), found when it is computed."""

from decimal import Decimal

from odoo import api, fields, models

from ...rules import changes
from .hr_payslip_run import PREPARERS

KINDS = [("joined", "Joined"), ("left", "Left"), ("changed", "Changed")]
CAUSES = [
    ("certificate", "Certificate"),
    ("anniversary", "Anniversary"),
    ("grade", "Monthly Grade"),
    ("movement", "Movement"),
    ("policy", "Policy Document"),
    ("part_month", "Part Month"),
    ("arrears", "Arrears"),
    ("probation", "Probation"),
    ("education", "Education"),
    ("wage", "Wage of the Profile"),
    ("star", "Stars"),
    ("bonus", "Annual Bonus"),
    ("meal", "Meals"),
    ("leave", "Leave or Absence"),
    ("loss", "Recovery of a Loss"),
    ("payer", "Payer or Staffing Type"),
    ("other", "Other"),
]


class GovPayslipChange(models.Model):
    """One person whose pay is new, gone or notably different; finance ticks it."""

    _name = "gov.payslip.change"
    _description = "Change against Last Month"
    _inherit = ["gov.protected.mixin"]
    _order = "run_id, kind, difference, staff_no"

    run_id = fields.Many2one(
        "hr.payslip.run", required=True, ondelete="cascade", index=True
    )
    kind = fields.Selection(KINDS, required=True)
    cause = fields.Selection(
        CAUSES, string="Main Reason", help="Of the element that changed most."
    )
    employee_id = fields.Many2one("hr.employee", string="Person", ondelete="cascade")
    staff_no = fields.Char(string="Staff No.")
    person_name = fields.Char(string="Name")
    department_id = fields.Many2one("hr.department", string="Site")
    slip_id = fields.Many2one("hr.payslip", string="Pay Slip", ondelete="cascade")
    previous_slip_id = fields.Many2one(
        "hr.payslip", string="Pay Slip of Last Month", ondelete="set null"
    )
    movement_id = fields.Many2one(
        "gov.staff.movement", ondelete="set null", groups=PREPARERS
    )
    before = fields.Float(string="Last Month", digits="Payroll")
    after = fields.Float(string="This Month", digits="Payroll")
    difference = fields.Float(digits="Payroll")
    percent = fields.Float(string="Difference (%)", digits=(12, 1), aggregator="avg")
    elements = fields.Json(help="[[code, before, after, cause, fact], ...]")
    explanation = fields.Char(string="What Changed", compute="_compute_explanation")
    checked_by_id = fields.Many2one("res.users")
    checked_on = fields.Datetime()

    @api.depends("elements")
    @api.depends_context("lang")
    def _compute_explanation(self):
        # sudo: whoever reads the list reads the names of the elements
        rules = self.env["hr.salary.rule"].sudo().search_fetch([], ["code", "name"])
        names = {rule.code: rule.name for rule in rules}
        causes = dict(self._fields["cause"]._description_selection(self.env))
        for change in self:
            change.explanation = "; ".join(
                change._element_text(names.get(code, code), before, after, why)
                for code, before, after, *why in change._elements(causes)
            )

    def _elements(self, causes):
        """The elements with the words of their causes, which only a change has."""
        for code, before, after, cause, fact in self.elements or []:
            why = [causes[cause], fact] if self.kind == "changed" else []
            yield [code, before, after, *filter(None, why)]

    def _element_text(self, name, before, after, why):
        if not why:
            return f"{name} {before:.2f} → {after:.2f}"
        return self.env._(
            "%(name)s %(before).2f → %(after).2f (%(why)s)",
            name=name,
            before=before,
            after=after,
            why=" ".join(why),
        )

    # -- checked -----------------------------------------------------------------

    def action_check(self):
        """已核对: finance has looked at these changes."""
        self.run_id._gov_check_changes(self)

    def action_open_slip(self):
        """The slip of this month, or of last month for who left."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.payslip",
            "res_id": (self.slip_id or self.previous_slip_id).id,
            "views": [(self.env.ref("gov_payroll.hr_payslip_view_form").id, "form")],
        }

    # -- found -------------------------------------------------------------------

    @api.model
    def _find(self, run, previous):
        """Values of all changes; the queries do not grow with the people."""
        percent = Decimal(str(run._gov_change_percent()))
        old = previous.slip_ids.grouped("employee_id")
        new = run.slip_ids.grouped("employee_id")
        pairs = [
            (old.get(person, previous.slip_ids[:0]), new.get(person, run.slip_ids[:0]))
            for person in new | old
        ]
        pairs = [pair for pair in pairs if self._is_listed(*pair, percent)]
        paid = self._paid(pairs)
        moved = self._movements(run, previous, pairs)
        is_new_policy = run.gov_table_version_id != previous.gov_table_version_id
        return [
            self._prepare_vals(run, before, after, paid, moved, is_new_policy)
            for before, after in pairs
        ]

    @api.model
    def _is_listed(self, before, after, percent):
        if not before or not after:
            return True
        gross = (Decimal(str(slip.gov_gross)) for slip in (before, after))
        return changes.is_notable(*gross, percent)

    @api.model
    def _prepare_vals(self, run, before, after, paid, moved, is_new_policy):
        slip = after or before
        movement = moved.get(slip.employee_id)
        elements = changes.moved(
            paid.get(before.id, {}),
            paid.get(after.id, {}),
            bool(movement),
            is_new_policy,
        )
        kind = "joined" if not before else "changed" if after else "left"
        difference = after.gov_gross - before.gov_gross
        cause = elements[0].cause if elements and kind == "changed" else False
        if movement and kind != "changed":
            cause = "movement"
        return {
            "run_id": run.id,
            "kind": kind,
            "cause": cause,
            "employee_id": slip.employee_id.id,
            "staff_no": slip.gov_staff_no,
            "person_name": slip.gov_person_name,
            "department_id": slip.gov_department_id.id,
            "slip_id": after.id,
            "previous_slip_id": before.id,
            "movement_id": movement and movement.id,
            "before": before.gov_gross,
            "after": after.gov_gross,
            "difference": difference,
            "percent": 100 * difference / before.gov_gross if before.gov_gross else 0,
            "elements": [
                [m.code, float(m.before), float(m.after), m.cause, m.basis]
                for m in elements
            ],
        }

    @api.model
    def _paid(self, pairs):
        """{slip id: {code: rules.changes.Paid}} of the earnings of some slips."""
        slips = [slip.id for before, after in pairs for slip in before | after]
        earnings = self.env.ref("gov_payroll.category_earning")
        lines = self.env["hr.payslip.line"].search_fetch(
            [("slip_id", "in", slips), ("category_id", "child_of", earnings.id)],
            ["slip_id", "code", "total", "gov_reason", "gov_basis"],
        )
        paid = {}
        for line in lines:
            if line.salary_rule_id.amount_select != "gov_total":
                paid.setdefault(line.slip_id.id, {})[line.code] = changes.Paid(
                    Decimal(str(line.total)),
                    line.gov_reason or "",
                    line.gov_basis or "",
                )
        return paid

    @api.model
    def _movements(self, run, previous, pairs):
        """{hr.employee: movement in effect within the two months}, the latest."""
        people = [(before or after).employee_id.id for before, after in pairs]
        found = self.env["gov.staff.movement"].search(
            [
                ("employee_id", "in", people),
                ("state", "=", "done"),
                ("effective_date", ">=", previous.date_start),
                ("effective_date", "<=", run.date_end),
            ],
            order="effective_date, id",
        )
        return {movement.employee_id: movement for movement in found}
