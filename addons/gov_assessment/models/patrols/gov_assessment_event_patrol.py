"""Records that come from patrols."""

from odoo import fields, models


class GovAssessmentEvent(models.Model):
    """Record with the finding behind it."""

    _inherit = "gov.assessment.event"

    finding_id = fields.Many2one(
        "gov.patrol.finding",
        readonly=True,
        copy=False,
        ondelete="set null",
        index="btree_not_null",
    )
