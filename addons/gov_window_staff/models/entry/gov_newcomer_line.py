"""An item of one newcomer's checklist: done on which day, by whom."""

from odoo import fields, models

from ...exceptions import DocumentLocked


class GovNewcomerLine(models.Model):
    """Made with the entry; ticked by button, so day and person are true."""

    _name = "gov.newcomer.line"
    _description = "Newcomer Checklist"
    _inherit = ["gov.protected.mixin"]
    _order = "movement_id, sequence, id"
    _rec_name = "item_id"
    _hand_fields = frozenset({"note"})

    movement_id = fields.Many2one(
        "gov.staff.movement", required=True, index=True, ondelete="cascade"
    )
    item_id = fields.Many2one("gov.newcomer.item", required=True, ondelete="restrict")
    sequence = fields.Integer(related="item_id.sequence", store=True)
    is_required = fields.Boolean(readonly=True)
    is_done = fields.Boolean(string="Done", readonly=True)
    done_date = fields.Date(string="Done On", readonly=True)
    done_user_id = fields.Many2one("res.users", string="Done By", readonly=True)
    note = fields.Char()

    _item_uniq = models.UniqueIndex(
        "(movement_id, item_id)", "Each item stands once on a checklist."
    )

    def action_done(self):
        """Tick the item, today, by me."""
        self._tick(
            {
                "is_done": True,
                "done_date": self.env["gov.staff.movement"]._today(),
                "done_user_id": self.env.uid,
            }
        )

    def action_undo(self):
        """Take a tick back that was a mistake."""
        self._tick({"is_done": False, "done_date": False, "done_user_id": False})

    def _tick(self, vals):
        self.check_access("write")
        for line in self:
            if line.movement_id.state in ("refused", "cancelled"):
                raise DocumentLocked(
                    self.env._(
                        "%(name)s has ended without effect.",
                        name=line.movement_id.display_name,
                    )
                )
        self._unprotected().write(vals)
