"""Approval steps of movements (审批环节): records that HR officers edit."""

from odoo import api, fields, models
from odoo.exceptions import AccessError

from ...exceptions import DocumentLocked
from .gov_staff_movement_reviewers import ROLES

MOVEMENT = "gov.staff.movement"
# what follows from kind, role and order; written by hand it would let a proposer be
# the own reviewer
TECHNICAL = {
    "approve_sequence",
    "approve_sequence_bypass",
    "company_id",
    "definition_domain",
    "definition_type",
    "exclude_requester",
    "has_comment",
    "model_id",
    "review_type",
    "reviewer_field_id",
    "reviewer_group_id",
    "reviewer_id",
    "sequence",
}
FIRST = 1000  # the add-on asks the highest sequence first, people count from 1


class TierDefinition(models.Model):
    """Step of a kind of movement, in words of the office; the rest follows."""

    _inherit = "tier.definition"

    gov_kind_id = fields.Many2one(
        "gov.movement.kind", string="Kind of Movement", index=True, ondelete="cascade"
    )
    gov_role = fields.Selection(ROLES, string="Decided By")
    gov_step = fields.Integer(string="Order", default=10)
    gov_is_optional = fields.Boolean(
        string="Skip if Nobody is in Charge",
        help="Without anybody but the proposer in charge, the step is skipped and the "
        "log says so. A step that is not marked keeps the movement from being "
        "submitted.",
    )

    @api.model
    def _get_tier_validation_model_names(self):
        return super()._get_tier_validation_model_names() + [MOVEMENT]

    @api.model_create_multi
    def create(self, vals_list):
        self._refuse_technical(*vals_list)
        return super().create([self._with_technical(vals) for vals in vals_list])

    def write(self, vals):
        self._refuse_technical(vals)
        return super().write(self._with_technical(vals))

    def _refuse_technical(self, *vals_list):
        """Officers choose kind, role and order; the settings of the add-on are not
        theirs."""
        if self.env.su or self.env.user.has_group("base.group_erp_manager"):
            return
        if any(TECHNICAL & set(vals) for vals in vals_list):
            raise AccessError(
                self.env._("Choose who decides by role; the rest follows from it.")
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_not_while_asked(self):
        """A step that somebody is being asked for would lose its name."""
        # sudo: counts reviews, whoever may read them
        asked = (
            self.env["tier.review"]
            .sudo()
            .search_count(
                [
                    ("definition_id", "in", self.ids),
                    ("status", "in", ("waiting", "pending")),
                ],
                limit=1,
            )
        )
        if asked:
            raise DocumentLocked(
                self.env._(
                    "Documents wait for this step. Archive it instead: it is kept for "
                    "them and no longer asked for new ones."
                )
            )

    def _with_technical(self, vals):
        """What the add-on wants to know, worked out from kind, role and order."""
        more = {}
        if vals.get("gov_kind_id"):
            kind = self.env["gov.movement.kind"].browse(vals["gov_kind_id"])
            more = {
                "model_id": self.env["ir.model"]._get_id(MOVEMENT),
                "definition_type": "domain",
                "definition_domain": repr([("kind", "=", kind.code)]),
                "review_type": "field",
                "reviewer_id": False,
                "reviewer_group_id": False,
                "company_id": False,
                "approve_sequence": True,
                "exclude_requester": True,
                "has_comment": True,
                "notify_on_pending": True,
            }
        if vals.get("gov_role"):
            name = f"reviewer_{vals['gov_role']}_ids"
            field = self.env["ir.model.fields"]._get(MOVEMENT, name)
            more["reviewer_field_id"] = field.id
        if "gov_step" in vals:
            more["sequence"] = FIRST - vals["gov_step"]
        elif vals.get("gov_kind_id"):
            more["sequence"] = FIRST - self._fields["gov_step"].default(self)
        return {**vals, **more}
