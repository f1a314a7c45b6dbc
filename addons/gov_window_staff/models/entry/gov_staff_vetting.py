"""Vetting of a person who is to come to a window (考察, S21, S22).

五华: 对拟派驻窗口的工作人员进行考察了解…对考察中不符合条件的人员不予接收.
"""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...exceptions import DocumentLocked
from ..base.gov_protected_mixin import UNLOCK

CONCLUSIONS = [("accept", "Accepted"), ("reject", "Not Accepted")]
MIN_ASPECTS = 3  # 政治素质、业务能力、身体素质等多方面


class GovStaffVetting(models.Model):
    """Findings by aspect and one conclusion; a rejection refuses the movement."""

    _name = "gov.staff.vetting"
    _description = "Vetting"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "id desc"
    _rec_name = "person_name"

    movement_id = fields.Many2one(
        "gov.staff.movement", required=True, index=True, ondelete="restrict"
    )
    person_name = fields.Char(related="movement_id.person_name", store=True)
    kind = fields.Selection(related="movement_id.kind")
    unit_id = fields.Many2one(related="movement_id.unit_id", store=True)
    to_department_id = fields.Many2one(
        related="movement_id.to_department_id", store=True
    )
    date = fields.Date(
        string="Vetted On", default=fields.Date.context_today, tracking=True
    )
    vetter_ids = fields.Many2many(
        "res.users",
        string="Vetted By",
        default=lambda self: self.env.user,
        domain="[('share', '=', False)]",
    )
    line_ids = fields.One2many("gov.staff.vetting.line", "vetting_id", "Findings")
    conclusion = fields.Selection(CONCLUSIONS, tracking=True)
    reason = fields.Text(
        help="Told to the unit; a person who is not accepted is told why."
    )
    state = fields.Selection(
        [("draft", "Under Way"), ("done", "Concluded")],
        default="draft",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
    )

    _movement_uniq = models.UniqueIndex(
        "(movement_id)", "This movement already has a vetting."
    )

    @api.model_create_multi
    def create(self, vals_list):
        vettings = super().create([{**vals, "state": "draft"} for vals in vals_list])
        for vetting in vettings:
            vetting._check_movement()
            vetting._add_aspects()
        return vettings

    def _check_movement(self):
        if self.movement_id.state != "draft":
            raise UserError(
                self.env._(
                    "%(name)s has been submitted: people are vetted before.",
                    name=self.movement_id.display_name,
                )
            )

    def _add_aspects(self):
        """A line for each aspect in use that has none yet."""
        aspects = self.env["gov.vetting.aspect"].search([("active", "=", True)])
        missing = aspects - self.line_ids.aspect_id
        self.line_ids = [
            fields.Command.create({"aspect_id": aspect.id}) for aspect in missing
        ]

    def write(self, vals):
        if self.env.context.get("gov_unlock") is not UNLOCK:
            if {"state", "movement_id"} & set(vals):
                raise DocumentLocked(
                    self.env._("Use the button to conclude a vetting.")
                )
            if not all(name.startswith(("message_", "activity_")) for name in vals):
                self._check_open()
        return super().write(vals)

    def _check_open(self):
        for vetting in self:
            if vetting.state == "done":
                raise DocumentLocked(
                    self.env._(
                        "The vetting of %(name)s is concluded and stays as it is.",
                        name=vetting.person_name,
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        self._check_open()

    def action_conclude(self):
        """Close the vetting; who is not accepted is refused, and the unit is told."""
        for vetting in self:
            vetting._check_open()
            vetting._check_movement()
            vetting._check_complete()
            vetting.with_context(gov_unlock=UNLOCK).write({"state": "done"})
            vetting.movement_id._vetted(vetting.conclusion, vetting.reason)

    def _check_complete(self):
        found = self.line_ids.filtered(lambda line: line._has_finding())
        missing = self.line_ids.filtered("aspect_id.is_required") - found
        if missing or len(found) < MIN_ASPECTS:
            names = ", ".join(
                (missing or self.line_ids - found).aspect_id.mapped("name")
            )
            raise UserError(
                self.env._(
                    "Enter a score or a comment for: %(aspects)s. At least three "
                    "aspects are looked at.",
                    aspects=names or "-",
                )
            )
        if not self.conclusion:
            raise UserError(self.env._("Choose the conclusion."))
        if self.conclusion == "reject" and not (self.reason or "").strip():
            raise UserError(self.env._("Enter the reason: the unit is told."))
