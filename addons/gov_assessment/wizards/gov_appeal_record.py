"""Record an appeal that came on paper."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovAppealRecord(models.TransientModel):
    """An officer enters what the person wrote; the rest goes as in the portal."""

    _name = "gov.appeal.record"
    _description = "Record an Appeal on Paper"

    appraisal_id = fields.Many2one(
        "gov.appraisal",
        string="Month of the Person",
        required=True,
        ondelete="cascade",
        domain="[('round_id.published_on', '!=', False)]",
    )
    submitted_on = fields.Date(
        string="Received On", required=True, default=fields.Date.context_today
    )
    appeal_until = fields.Date(
        string="Last Day to Appeal", compute="_compute_appeal_until"
    )
    is_late = fields.Boolean(compute="_compute_appeal_until")
    late_reason = fields.Char(
        string="Why It Is Taken Late", help="For example: the person was in hospital."
    )
    reason = fields.Text(string="What the Person Says", required=True)
    line_ids = fields.Many2many(
        "gov.appraisal.line",
        string="Lines",
        domain="[('appraisal_id', '=', appraisal_id), ('is_bonus', '=', False)]",
        help="Empty: the whole month.",
    )
    evidence_ids = fields.Many2many("ir.attachment", string="Scans")

    @api.depends("appraisal_id", "submitted_on")
    def _compute_appeal_until(self):
        for record in self:
            until = record.appraisal_id and record.appraisal_id._appeal_until()
            record.appeal_until = until
            record.is_late = bool(
                until and record.submitted_on and record.submitted_on > until
            )

    def action_confirm(self):
        """Number it and open it."""
        self.ensure_one()
        self._check_days()
        if self.line_ids.appraisal_id - self.appraisal_id:
            raise UserError(self.env._("These lines belong to another month."))
        appeal = self.env["gov.appeal"]._submit(
            self.appraisal_id,
            self.line_ids,
            {
                "reason": self.reason,
                "source": "paper",
                "submitted_on": self.submitted_on,
                "late_reason": self.is_late and self.late_reason,
                "files": [(file.raw, file.name) for file in self.evidence_ids],
            },
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appeal",
            "view_mode": "form",
            "res_id": appeal.id,
            "name": appeal.display_name,
        }

    def _check_days(self):
        if self.submitted_on > fields.Date.context_today(self):
            raise UserError(self.env._("The day of receipt is still to come."))
        if self.is_late and not (self.late_reason or "").strip():
            raise UserError(
                self.env._(
                    "The last day to appeal was %s. Say why the appeal is taken all "
                    "the same, or refuse it.",
                    self.appeal_until,
                )
            )
