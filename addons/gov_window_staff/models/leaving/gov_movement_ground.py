"""Ground of a proposal of dismissal, as the facts stood that day (S6-S9)."""

from odoo import api, fields, models

from ...exceptions import DocumentLocked
from ..base.gov_protected_mixin import UNLOCK

GROUNDS = [
    ("annual", "Year Result Not Qualified"),  # S6
    ("level5", "Level 5 Not Passed in Time"),  # S7
    ("unfit", "Unfit, and a Reasonable Transfer Refused"),  # S8
    ("absence", "Repeated Absence without Leave"),  # S9
    ("other", "Other"),
]


class GovMovementGround(models.Model):
    """Copied from what the system collected; people add `other` grounds only."""

    _name = "gov.movement.ground"
    _description = "Ground of a Proposal"
    _inherit = ["gov.protected.mixin"]
    _order = "movement_id, date, id"
    _rec_name = "text"

    movement_id = fields.Many2one(
        "gov.staff.movement", required=True, index=True, ondelete="cascade"
    )
    code = fields.Selection(
        GROUNDS, string="Kind of Ground", default="other", required=True
    )
    text = fields.Char(string="Facts", required=True)
    date = fields.Date(required=True, default=fields.Date.context_today)
    source = fields.Char(help="Record or document on which it rests.")

    @api.model_create_multi
    def create(self, vals_list):
        if any(vals.get("code", "other") != "other" for vals in vals_list):
            self._check_protection()
        grounds = super(GovMovementGround, self._unprotected()).create(vals_list)
        grounds.movement_id._refuse_closed()
        if self.env.context.get("default_code", "other") != "other":
            self._check_protection()
        return grounds.with_env(self.env)

    def write(self, vals):
        self._check_by_hand()
        if vals.get("code", "other") != "other" or "movement_id" in vals:
            self._check_protection()
        return super(GovMovementGround, self._unprotected()).write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_by_system_only(self):
        """Replaces the guard of the mixin: an own ground of a draft may go."""
        self._check_by_hand()

    def _check_by_hand(self):
        self.movement_id._refuse_closed()
        if self.env.context.get("gov_unlock") is UNLOCK:
            return
        if self.filtered(lambda ground: ground.code != "other"):
            raise DocumentLocked(
                self.env._("A ground that the system found stays as it was found.")
            )
