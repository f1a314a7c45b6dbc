"""Log of a movement (办理记录): who decided what, when, with which words; for ever."""

from odoo import api, fields, models

from .gov_staff_movement import STATES

ACTIONS = [
    ("create", "Drafted"),
    ("submit", "Submitted"),
    ("skip", "Step Skipped"),
    ("approve", "Agreed"),
    ("refuse", "Refused"),
    ("complete", "Approved"),
    ("apply", "Took Effect"),
    ("fail", "Could Not Take Effect"),
    ("withdraw", "Withdrawn"),
    ("cancel", "Cancelled"),
    ("file", "Filed"),
    ("return_filing", "Filing Returned"),
    ("file_again", "Presented Again"),
    ("end", "Ended"),
    ("note", "Note"),
]


class GovStaffMovementStep(models.Model):
    """One step. The reviews of the approval add-on vanish on a restart; these stay."""

    _name = "gov.staff.movement.step"
    _description = "Step of a Staff Movement"
    _inherit = ["gov.protected.mixin"]
    _order = "movement_id, id"
    _rec_name = "action"

    movement_id = fields.Many2one(
        "gov.staff.movement", required=True, index=True, ondelete="restrict"
    )
    date = fields.Datetime(required=True, default=fields.Datetime.now)
    user_id = fields.Many2one(
        "res.users", string="Person", required=True, ondelete="restrict"
    )
    action = fields.Selection(ACTIONS, required=True)
    definition_id = fields.Many2one("tier.definition", ondelete="set null")
    tier_name = fields.Char(help="As it was called on that day.")
    tier_label = fields.Char(string="Step", compute="_compute_tier_label")
    comment = fields.Text()
    state_from = fields.Selection(STATES, string="State Before")
    state_to = fields.Selection(STATES, string="State After")

    @api.depends("tier_name", "definition_id")
    @api.depends_context("lang")
    def _compute_tier_label(self):
        """In the reader's language as long as the step exists."""
        for step in self:
            # sudo: a name; who reads the log need not read the steps of the kind
            step.tier_label = step.sudo().definition_id.name or step.tier_name
