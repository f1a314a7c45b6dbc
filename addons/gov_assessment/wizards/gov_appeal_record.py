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
    is_backdated = fields.Boolean(compute="_compute_is_backdated")
    received_by_id = fields.Many2one(
        "res.users",
        domain=[("share", "=", False)],
        default=lambda self: self.env.user,
        ondelete="cascade",
    )
    entry_reason = fields.Char(
        string="Why Entered Later",
        help="For example: the letter lay at the branch. It is logged with the appeal.",
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

    @api.depends("submitted_on")
    def _compute_is_backdated(self):
        today = fields.Date.context_today(self)
        for record in self:
            day = record.submitted_on
            record.is_backdated = bool(day and day < today)

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
        self._log_entry(appeal)
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
        published = self.appraisal_id.round_id.published_on
        if published and self.submitted_on < published:
            raise UserError(
                self.env._(
                    "The month was published on %s: no appeal against it came before "
                    "that day. Enter the day on the paper.",
                    published,
                )
            )
        # the day decides whether the appeal is in time: who vouches for it, and why
        vouched = self.received_by_id and (self.entry_reason or "").strip()
        if self.is_backdated and not vouched:
            raise UserError(
                self.env._(
                    "The paper is entered after the day of receipt. Say who received "
                    "it and why it is entered later."
                )
            )
        if self.is_late and not (self.late_reason or "").strip():
            raise UserError(
                self.env._(
                    "The last day to appeal was %s. Say why the appeal is taken all "
                    "the same, or refuse it.",
                    self.appeal_until,
                )
            )

    def _log_entry(self, appeal):
        """A day of receipt before today stays on record with who vouches for it."""
        if self.is_backdated:
            appeal.message_post(
                body=self.env._(
                    "Received on paper on %(day)s by %(who)s, entered later: "
                    "%(reason)s",
                    day=self.submitted_on,
                    who=self.received_by_id.name,
                    reason=self.entry_reason,
                )
            )
