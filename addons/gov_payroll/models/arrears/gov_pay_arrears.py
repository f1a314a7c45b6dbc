"""Arrears of a closed month (补发补扣), one row for each person, month and element."""

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from odoo.addons.gov_assessment.wizards.gov_follow_reason import STEPS

OFFICER = "gov_window_staff.group_hr_officer"
CAUSES = [
    ("certificate", "Certificate Verified Late"),
    ("movement", "Back-dated Change of the Profile"),
    ("appeal", "Appeal Upheld"),
    ("case_closed", "Case Closed"),
    ("review_withdrawn", "Review Withdrawn"),
    ("late_event", "Late Record"),
    ("other", "Other Correction of Facts"),
]
# the window that asks for a reason calls nothing but what is named here
STEPS[("gov.pay.arrears", "hold")] = "_hold"


class GovPayArrears(models.Model):
    """Found anew with each computing of the paying run, final with its lock."""

    _name = "gov.pay.arrears"
    _description = "Arrears of a Closed Month"
    _inherit = ["gov.protected.mixin"]
    _order = "run_id desc, staff_no, date_from, code"

    run_id = fields.Many2one(
        "hr.payslip.run",
        string="Paid With",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    run_state = fields.Selection(related="run_id.state", string="State of the Run")
    origin_run_id = fields.Many2one(
        "hr.payslip.run",
        string="Closed Run",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    date_from = fields.Date(
        related="origin_run_id.date_start", string="Month Concerned", store=True
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    staff_no = fields.Char(string="Staff No.", readonly=True)
    person_name = fields.Char(string="Name", readonly=True)
    code = fields.Char(required=True, readonly=True)
    element_name = fields.Char(string="Pay Element", compute="_compute_element_name")
    paid = fields.Float(
        string="Paid So Far",
        digits="Payroll",
        readonly=True,
        help="On the slip of the month, with the arrears that other runs took since.",
    )
    due = fields.Float(string="Due by Present Facts", digits="Payroll", readonly=True)
    difference = fields.Float(
        string="Arrears",
        digits="Payroll",
        readonly=True,
        help="Negative: too much was paid and is taken back.",
    )
    cause = fields.Selection(CAUSES, required=True, readonly=True, index=True)
    basis = fields.Char(string="Because Of", readonly=True)
    hold_reason = fields.Char(
        string="Held Back Because",
        readonly=True,
        help="A row that is held back is not paid with this run; it comes up again "
        "with the next one.",
    )

    _row_uniq = models.Constraint(
        "UNIQUE(run_id, origin_run_id, employee_id, code)",
        "This element of the month has its arrears in this run already.",
    )

    @api.depends("code")
    @api.depends_context("lang")
    def _compute_element_name(self):
        # sudo: names of pay elements, for readers of the row
        rules = self.env["hr.salary.rule"].sudo()
        structure = self.env.ref("gov_payroll.structure_window_staff").sudo()
        names = {
            rule.code: rule.name
            for rule in rules.search(
                [
                    ("id", "in", structure.rule_ids.ids),
                    ("code", "in", self.mapped("code")),
                ]
            )
        }
        for row in self:
            row.element_name = names.get(row.code, row.code)

    def _as_text(self):
        """The row in one line, for the person's pay slip."""
        self.ensure_one()
        causes = dict(self._fields["cause"]._description_selection(self.env))
        because = " ".join(filter(None, [causes[self.cause], self.basis]))
        return self.env._(
            "%(month)s %(element)s %(difference)+.2f (%(because)s)",
            month=fields.Date.to_string(self.date_from)[:7],
            element=self.element_name,
            difference=self.difference,
            because=because,
        )

    # -- holding back ----------------------------------------------------------------

    def action_hold(self):
        """暂缓: ask for the reason for which the rows wait for the next run."""
        self._check_open()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Hold Back Arrears"),
            "res_model": "gov.follow.reason",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_res_model": self._name,
                "default_res_ids": self.ids,
                "default_step": "hold",
            },
        }

    def action_release(self):
        """Pay with this run after all; the run has to be computed again."""
        self._set_hold(False)

    def _hold(self, reason):
        self._set_hold(reason)

    def _set_hold(self, reason):
        self._check_open()
        # sudo: the rows are the system's; right and state were checked
        self.sudo()._unprotected().write({"hold_reason": reason})
        # figures that no longer fit their slips must not be approved
        self.run_id.filtered(lambda run: run.state == "computed")._gov_outdate()

    def _check_open(self):
        if not (self.env.su or self.env.user.has_group(OFFICER)):
            raise AccessError(self.env._("Only HR officers hold back arrears."))
        self.check_access("read")
        self.employee_id._gov_refuse_own()
        if any(run.state not in ("draft", "computed") for run in self.run_id):
            raise UserError(
                self.env._(
                    "The run is in approval or closed: its arrears stay as they are. "
                    "Ask for the run to be sent back first."
                )
            )
