"""Which kinds of sessions count as training of the quarter."""

from odoo import api, fields, models


class GovTrainingKind(models.Model):
    """A meeting or a sports day is no training, however concentrated."""

    _inherit = "gov.training.kind"

    counts_for_quarter = fields.Boolean(
        string="Counts for the Quarter",
        compute="_compute_counts_for_quarter",
        store=True,
        readonly=False,
        precompute=True,
        help="Sessions of this kind count for the quarterly duty, when their form is "
        "a concentrated one.",
    )

    @api.depends("nature")
    def _compute_counts_for_quarter(self):
        for kind in self:
            kind.counts_for_quarter = kind.nature == "training"
