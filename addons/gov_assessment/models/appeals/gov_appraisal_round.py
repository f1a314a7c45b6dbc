"""A month with its corrections."""

from odoo import fields, models


class GovAppraisalRound(models.Model):
    """Month with the people who worked its results out."""

    _inherit = "gov.appraisal.round"

    correction_count = fields.Integer(
        compute="_compute_correction_count",
        groups="gov_window_staff.group_hr_officer,gov_window_staff.group_leader",
    )

    def _compute_correction_count(self):
        groups = self.env["gov.appraisal.correction"]._read_group(
            [("round_id", "in", self.ids)], ["round_id"], ["__count"]
        )
        counts = dict(groups)
        for batch in self:
            batch.correction_count = counts.get(batch, 0)

    def _gov_graders(self):
        """Users who scored or graded these months: they decide about no correction."""
        return self.sudo()._own_workers()  # sudo: answers who is barred

    def action_open_corrections(self):
        """Corrections of this month."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.correction",
            "view_mode": "list,form",
            "domain": [("round_id", "=", self.id)],
            "name": self.env._("Corrections"),
        }
