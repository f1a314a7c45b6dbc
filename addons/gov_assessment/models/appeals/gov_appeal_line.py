"""One line of a month that a person appeals against, and what was decided on it."""

from odoo import fields, models

from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

DECISIONS = [("upheld", "Upheld"), ("rejected", "Rejected")]
BY_HAND = frozenset({"decision", "comment"})


class GovAppealLine(models.Model):
    """Copy of the line as it was appealed against: a correction removes the line."""

    _name = "gov.appeal.line"
    _description = "Line Appealed"
    _inherit = ["gov.protected.mixin"]
    _order = "appeal_id, date, id"

    appeal_id = fields.Many2one(
        "gov.appeal", required=True, readonly=True, index=True, ondelete="cascade"
    )
    employee_id = fields.Many2one(related="appeal_id.employee_id", string="Person")
    department_id = fields.Many2one(
        related="appeal_id.department_id", string="Site", store=True, index=True
    )
    state = fields.Selection(related="appeal_id.state", store=True, index=True)
    date = fields.Date(required=True, readonly=True)
    item_id = fields.Many2one(
        "gov.rubric.item", required=True, readonly=True, ondelete="restrict"
    )
    points_total = fields.Float(
        string="Points", digits=(16, 4), min_display_digits=1, readonly=True
    )
    facts = fields.Char(readonly=True)
    event_id = fields.Many2one(
        "gov.assessment.event",
        string="Record",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    review_id = fields.Many2one(
        "gov.service.review",
        string="Citizen Review",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    decision = fields.Selection(DECISIONS)
    comment = fields.Char(string="Why")

    def write(self, vals):
        if set(vals) <= BY_HAND and self.env.context.get("gov_unlock") is not UNLOCK:
            self.appeal_id._check_in_hand()
            return super(GovAppealLine, self._unprotected()).write(vals)
        return super().write(vals)

    def _facts(self):
        """Records and reviews behind these lines, as two recordsets."""
        return [self.event_id, self.review_id]
