"""Figures of a year for its screens: people by grade, ties, those who wait."""

from odoo import fields, models


class GovAnnualRound(models.Model):
    """Counts, never stored: they follow the results."""

    _inherit = "gov.annual.round"

    excellent_count = fields.Integer(string="Excellent", compute="_compute_counts")
    qualified_count = fields.Integer(string="Qualified", compute="_compute_counts")
    basic_count = fields.Integer(
        string="Basically Qualified", compute="_compute_counts"
    )
    unqualified_count = fields.Integer(
        string="Not Qualified", compute="_compute_counts"
    )
    none_count = fields.Integer(string="No Grade", compute="_compute_counts")
    pending_count = fields.Integer(
        string="Waiting for a Case", compute="_compute_counts"
    )
    tied_count = fields.Integer(string="Tied at the Quota", compute="_compute_counts")
    fallback_count = fields.Integer(
        string="Basically Qualified without a Poor Month",
        compute="_compute_counts",
        help="Their good months are too few (D7).",
    )
    bonus_total = fields.Float(
        string="Bonuses (Yuan)", digits=(14, 2), compute="_compute_counts"
    )
    month_count = fields.Integer(string="Months Locked", compute="_compute_month_count")

    def _compute_counts(self):
        results = self.env["gov.annual.appraisal"]
        own = [("round_id", "in", self.ids)]
        standings = results._read_group(
            own, ["round_id", "standing"], ["__count", "bonus_amount:sum"]
        )
        statuses = results._read_group(own, ["round_id", "status"], ["__count"])
        tied = results._read_group(
            [*own, ("is_tied", "=", True)], ["round_id"], ["__count"]
        )
        without_poor = [("standing", "=", "basic"), ("poor_count", "=", 0)]
        fallback = results._read_group([*own, *without_poor], ["round_id"], ["__count"])
        for batch in self:
            graded = {s: n for r, s, n, _sum in standings if r == batch}
            for name in ("excellent", "qualified", "basic", "unqualified"):
                batch[f"{name}_count"] = graded.get(name, 0)
            waiting = {s: n for r, s, n in statuses if r == batch}
            batch.none_count = waiting.get("none", 0)
            batch.pending_count = waiting.get("pending", 0)
            batch.tied_count = dict(tied).get(batch, 0)
            batch.fallback_count = dict(fallback).get(batch, 0)
            batch.bonus_total = sum(
                total for r, _s, _n, total in standings if r == batch
            )

    def _compute_month_count(self):
        for batch in self:
            rounds = batch._month_rounds() if batch.county_id else []
            batch.month_count = sum(r.state == "locked" for r in rounds)
