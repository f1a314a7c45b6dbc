"""Days in which people answer to their year, between confirmation and lock (D15)."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovAnnualRound(models.Model):
    """Year that asks its people, and waits for their answers."""

    _inherit = "gov.annual.round"

    confirm_end = fields.Date(
        string="Answers Until",
        compute="_compute_confirm_end",
        store=True,
        help="Whoever has not answered by the end of this day agrees (D15).",
    )
    pending_answer_count = fields.Integer(
        string="Not Answered Yet", compute="_compute_answer_counts"
    )
    open_objection_count = fields.Integer(
        string="Objections to Answer", compute="_compute_answer_counts"
    )

    @api.depends("confirmed_on", "version_id")
    def _compute_confirm_end(self):
        calendar = self.env["gov.calendar.year"]._calendar()
        for batch in self:
            days, start = batch.version_id.annual_confirm_days, batch.confirmed_on
            batch.confirm_end = calendar.add(start, days) if start and days else False

    def _compute_answer_counts(self):
        groups = self.env["gov.annual.appraisal"]._read_group(
            [
                ("round_id", "in", self.ids),
                ("confirm_state", "in", ("pending", "objected")),
            ],
            ["round_id", "confirm_state"],
            ["__count", "objection_answered_by_id:count"],
        )
        counts = {(batch, state): (n, done) for batch, state, n, done in groups}
        for batch in self:
            batch.pending_answer_count = counts.get((batch, "pending"), (0, 0))[0]
            objected, answered = counts.get((batch, "objected"), (0, 0))
            batch.open_objection_count = objected - answered

    def action_confirm(self):
        result = super().action_confirm()
        for batch in self.filtered(lambda b: b.state == "confirmed"):
            # sudo: the leader confirms without a right to write the results
            results = batch.sudo().appraisal_ids._unprotected()
            results._ask_for_answers(bool(batch.version_id.annual_confirm_days))
        return result

    def _check_lockable(self):
        result = super()._check_lockable()
        today = self.env["gov.staff.movement"]._today()
        if self.pending_answer_count and today <= (self.confirm_end or today):
            raise UserError(
                self.env._(
                    "People may answer to %(name)s until %(day)s. Lock it afterwards.",
                    name=self.display_name,
                    day=self.confirm_end,
                )
            )
        if self.open_objection_count:
            raise UserError(
                self.env._(
                    "%(count)s objections to %(name)s are not answered yet. Answer "
                    "them, or have the leader send the year back.",
                    count=self.open_objection_count,
                    name=self.display_name,
                )
            )
        self.appraisal_ids._lapse_answers()
        return result

    def action_open_objections(self):
        """The people who object."""
        domain = [("round_id", "=", self.id), ("confirm_state", "=", "objected")]
        return {**self.action_open_appraisals(), "domain": domain}

    @api.model
    def _cron_answers(self):
        """People who did not answer in time agree (逾期未反馈视为无异议)."""
        today = self.env["gov.staff.movement"]._today()
        over = self.search([("state", "=", "confirmed"), ("confirm_end", "<", today)])
        over.appraisal_ids._lapse_answers()
