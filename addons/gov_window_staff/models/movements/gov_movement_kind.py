"""Kinds of movement (人员变动类型) with the numbers that the policies set for them."""

from odoo import api, fields, models, tools
from odoo.exceptions import ValidationError

KINDS = [
    ("entry", "Entry"),
    ("regular", "Regularisation"),
    ("transfer", "Transfer"),
    ("secondment", "Secondment"),
    ("head", "Appointment of Head"),
    ("return", "Return or Replacement"),
    ("resign", "Resignation"),
    ("retire", "Retirement"),
    ("dismiss", "Proposal of Dismissal"),
    ("level_up", "Post Level Promotion"),
]
# after these the person is no longer at a window
LEAVING = ("return", "resign", "retire", "dismiss")
# these put the person at another post for a time or for good
POSTING = ("transfer", "secondment")


class GovMovementKind(models.Model):
    """One kind: its form, its approval steps and its numbers, all editable."""

    _name = "gov.movement.kind"
    _description = "Kind of Movement"
    _order = "sequence, id"
    _inherit = ["mail.thread"]

    code = fields.Selection(KINDS, required=True, readonly=True)
    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    print_title = fields.Char(
        string="Title of the Form", required=True, translate=True, tracking=True
    )
    reference = fields.Char(string="Document No. and Article", tracking=True)
    needs_filing = fields.Boolean(
        default=True,
        tracking=True,
        help="The county office gives a filing number (备案) once it is approved.",
    )
    needs_attachment = fields.Boolean(
        string="Letter Required",
        tracking=True,
        help="It cannot be submitted without an attached letter or form.",
    )
    notice_days = fields.Integer(
        string="Days of Notice",
        tracking=True,
        help="Calendar days from the written notice to the last day; 0: none.",
    )
    notice_days_probation = fields.Integer(
        string="Days of Notice in Probation", tracking=True
    )
    trial_months = fields.Integer(
        string="Months of Probation",
        tracking=True,
        help="Proposed for the new post; 0: none.",
    )
    stay_months = fields.Integer(
        string="Minimum Stay in Months",
        tracking=True,
        help="Moving away earlier needs the consent of the centre and a reason; "
        "0: no minimum.",
    )
    backdate_days = fields.Integer(
        string="Days Back Allowed",
        default=31,
        tracking=True,
        help="How far back the effective date may lie on the day of submission.",
    )
    remind_days = fields.Integer(
        string="Remind Before the End",
        default=7,
        help="Days before the end of a secondment or probation.",
    )
    age_male = fields.Integer(
        string="Age of Men", help="Below it a warning is shown; nothing is refused."
    )
    age_female = fields.Integer(
        string="Age of Women", help="Below it a warning is shown; nothing is refused."
    )
    tier_ids = fields.One2many(
        "tier.definition", "gov_kind_id", string="Approval Steps"
    )

    _code_uniq = models.Constraint("UNIQUE(code)", "This kind already exists.")

    @api.constrains(
        "notice_days", "notice_days_probation", "trial_months", "stay_months"
    )
    def _check_numbers(self):
        numbers = ("notice_days", "notice_days_probation", "trial_months")
        for kind in self:
            if min(kind[f] for f in (*numbers, "stay_months", "backdate_days")) < 0:
                raise ValidationError(
                    self.env._("Days and months of “%s” cannot be negative.", kind.name)
                )

    @api.model
    def _of(self, code):
        """The record of a kind; its numbers are read by every check."""
        # sudo: what a kind asks for is no secret, and the flow needs it for any role
        return self.sudo().browse(self._ids_by_code().get(code))

    @api.model
    @tools.ormcache()
    def _ids_by_code(self):
        return {kind.code: kind.id for kind in self.sudo().search([])}

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()
