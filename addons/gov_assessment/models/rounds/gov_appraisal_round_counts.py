"""Figures of a round for its screens: people by grade, ties, rewards."""

from odoo import fields, models


class GovAppraisalRound(models.Model):
    """Counts, never stored: they follow the appraisals."""

    _inherit = "gov.appraisal.round"

    good_count = fields.Integer(string="Good", compute="_compute_counts")
    fair_count = fields.Integer(string="Fair", compute="_compute_counts")
    poor_count = fields.Integer(string="Poor", compute="_compute_counts")
    suspended_count = fields.Integer(string="Suspended", compute="_compute_counts")
    tied_count = fields.Integer(string="Tied at the Quota", compute="_compute_counts")
    reward_total = fields.Float(
        string="Rewards (Yuan)", digits=(14, 2), compute="_compute_counts"
    )

    def _compute_counts(self):
        appraisals = self.env["gov.appraisal"]
        groups = appraisals._read_group(
            [("round_id", "in", self.ids)],
            ["round_id", "grade"],
            ["__count", "reward_amount:sum"],
        )
        ties = dict(
            appraisals._read_group(
                [("round_id", "in", self.ids), ("is_tied", "=", True)],
                ["round_id"],
                ["__count"],
            )
        )
        for batch in self:
            counts = {g: c for r, g, c, _reward in groups if r == batch}
            batch.good_count = counts.get("good", 0)
            batch.fair_count = counts.get("fair", 0)
            batch.poor_count = counts.get("poor", 0)
            batch.suspended_count = counts.get("suspended", 0)
            batch.tied_count = ties.get(batch, 0)
            batch.reward_total = sum(s for r, _g, _c, s in groups if r == batch)
