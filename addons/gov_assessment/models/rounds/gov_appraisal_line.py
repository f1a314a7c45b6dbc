"""One line of a person's month: the fact, the item and the points it was worth."""

from odoo import fields, models


class GovAppraisalLine(models.Model):
    """Frozen copy of a counted fact, so that each point can be explained later."""

    _name = "gov.appraisal.line"
    _description = "Appraisal Line"
    _inherit = ["gov.protected.mixin"]
    _order = "appraisal_id, date, id"

    appraisal_id = fields.Many2one(
        "gov.appraisal", required=True, ondelete="cascade", index=True
    )
    date = fields.Date(required=True)
    item_id = fields.Many2one("gov.rubric.item", required=True, ondelete="restrict")
    category_id = fields.Many2one(related="item_id.category_id")
    is_bonus = fields.Boolean(related="item_id.is_bonus")
    quantity = fields.Float(digits=(12, 2))
    points = fields.Float(string="Points a Unit", digits=(12, 2))
    points_total = fields.Float(
        string="Points",
        digits=(16, 4),
        min_display_digits=1,
        help="Deducted, or won under a bonus item.",
    )
    reason = fields.Char(string="Facts")
    # a fact of a closed month cannot be deleted; before that the month is scored again
    event_id = fields.Many2one(
        "gov.assessment.event", ondelete="set null", index="btree_not_null"
    )
    review_id = fields.Many2one(
        "gov.service.review", ondelete="set null", index="btree_not_null"
    )
