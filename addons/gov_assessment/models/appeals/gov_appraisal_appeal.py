"""A person's month: until when it can be appealed against, and its appeals."""

from odoo import api, fields, models

from .gov_appeal import OPEN_STATES
from .gov_appraisal_correction import NOT_SETTLED


class GovAppraisal(models.Model):
    """Result that its person may appeal against for some days."""

    _inherit = "gov.appraisal"

    appeal_ids = fields.One2many("gov.appeal", "appraisal_id", string="Appeals")
    appeal_count = fields.Integer(compute="_compute_appeal_count")

    @api.depends("appeal_ids")
    def _compute_appeal_count(self):
        groups = self.env["gov.appeal"]._read_group(
            [("appraisal_id", "in", self.ids)], ["appraisal_id"], ["__count"]
        )
        counts = dict(groups)
        for appraisal in self:
            appraisal.appeal_count = counts.get(appraisal, 0)

    def _appeal_until(self):
        """Last day to appeal: working days of the text from the publication (D15)."""
        self.ensure_one()
        published = self.round_id.published_on
        if not published or self.round_id.state in NOT_SETTLED:
            return None
        days = self.round_id.version_id.appeal_days
        return self.env["gov.calendar.year"]._calendar().add(published, days)

    def _answer_due(self, day):
        """Last day to answer an appeal that was submitted on a day."""
        days = self.round_id.version_id.answer_days
        return self.env["gov.calendar.year"]._calendar().add(day, days)

    def _is_appealable(self, day):
        """Whether the person may appeal on a day: in time, and none is open."""
        until = self._appeal_until()
        return bool(until and day <= until) and not self._open_appeal()

    def _open_appeal(self):
        return self.env["gov.appeal"].search(
            [("appraisal_id", "=", self.id), ("state", "in", OPEN_STATES)]
        )

    def _appealable_lines(self):
        """Deductions; nobody appeals against a bonus."""
        return self.line_ids.filtered(lambda line: not line.is_bonus)

    def action_open_appeals(self):
        """Appeals about this sheet."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appeal",
            "view_mode": "list,form",
            "domain": [("appraisal_id", "=", self.id)],
            "name": self.env._("Appeals"),
        }
