"""Lines for the record of somebody else (连带)."""

from odoo import fields, models


class GovAppraisalLine(models.Model):
    """Lines may stand for the record of somebody else."""

    _inherit = "gov.appraisal.line"

    is_shared = fields.Boolean(
        string="Shared",
        help="连带: part of the points of another person's record, whose words are not "
        "shown here.",
    )
