"""Assessment record (考核记录): a fact under an item of the rubric."""

from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

STATES = [
    ("draft", "Draft"),
    ("verified", "Verified"),
    ("confirmed", "Confirmed"),
    ("withdrawn", "Withdrawn"),
]
SOURCES = [
    ("patrol", "On-Site Patrol"),
    ("video", "Video Monitoring"),
    ("complaint", "Complaint"),
    ("covert", "Covert Inspection"),
    ("media", "Media Exposure"),
    ("attendance", "Attendance"),
    ("commendation", "Commendation"),
    ("other", "Other"),
]


class GovAssessmentEvent(models.Model):
    """Only a confirmed record counts (经查证属实)."""

    _name = "gov.assessment.event"
    _description = "Assessment Record"
    _inherit = ["gov.month.fact.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date desc, id desc"
    _fact_fields = frozenset(
        {"employee_id", "date", "item_id", "quantity", "points", "state"}
    )

    date = fields.Date(
        required=True, default=fields.Date.context_today, index=True, tracking=True
    )
    item_id = fields.Many2one(
        "gov.rubric.item",
        required=True,
        ondelete="restrict",
        index=True,
        tracking=True,
        domain="[('version_id.state', '=', 'in_force')]",
    )
    category_id = fields.Many2one(related="item_id.category_id", store=True)
    is_bonus = fields.Boolean(related="item_id.is_bonus", store=True)
    kind = fields.Selection(related="item_id.kind")
    quantity = fields.Float(digits=(12, 2), default=1, required=True, tracking=True)
    points = fields.Float(
        string="Points a Unit",
        digits=(12, 2),
        compute="_compute_points",
        store=True,
        precompute=True,  # required: a script may leave the points out
        readonly=False,
        required=True,
        tracking=True,
    )
    points_total = fields.Float(
        string="Points",
        digits=(16, 4),
        min_display_digits=1,
        compute="_compute_points_total",
        store=True,
    )
    source = fields.Selection(SOURCES, default="patrol", required=True, tracking=True)
    reason = fields.Char(string="Facts", tracking=True)
    evidence_ids = fields.Many2many("ir.attachment")
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    withdraw_reason = fields.Char(copy=False, tracking=True)
    is_imported = fields.Boolean(readonly=True, copy=False)

    _quantity_positive = models.Constraint(
        "CHECK(quantity > 0)", "The quantity must be greater than 0."
    )

    @api.depends("item_id")
    def _compute_points(self):
        for event in self:
            event.points = event.item_id._lowest() if event.item_id else 0

    @api.depends("points", "quantity")
    def _compute_points_total(self):
        for event in self:
            event.points_total = event.points * event.quantity

    @api.depends("employee_id", "item_id", "date")
    def _compute_display_name(self):
        for event in self:
            event.display_name = " ".join(
                filter(
                    None,
                    [
                        fields.Date.to_string(event.date),
                        event.employee_id.name,
                        event.item_id.code,
                    ],
                )
            )

    @api.constrains("item_id", "points")
    def _check_points(self):
        for event in self:
            if not event.item_id._takes(Decimal(str(event.points))):
                raise ValidationError(
                    self.env._(
                        "Item %(code)s takes %(range)s points, not %(points)s.",
                        code=event.item_id.code,
                        range=event.item_id._range_text(),
                        points=f"{event.points:g}",
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_decision({vals.get("state", "draft") for vals in vals_list})
        return super().create(vals_list)

    def write(self, vals):
        if "state" in vals:
            self._check_decision({vals["state"], *self.mapped("state")})
        result = super().write(vals)
        if {"employee_id", "date"} & set(vals):
            # record rules are asked before the write: ask again for the new site
            self.check_access("write")
        return result

    def _check_decision(self, states):
        """Only the county confirms and withdraws; a site officer drafts (D44)."""
        if states <= {"draft"} or self.env.su:
            return
        if not self.env.user.has_group("gov_window_staff.group_hr_officer"):
            raise AccessError(
                self.env._("Only the county's HR officers confirm or withdraw records.")
            )

    def _counts(self):
        self.ensure_one()
        return self.state == "confirmed"

    def action_confirm(self):
        """The fact was verified: it counts from now on."""
        self.filtered(lambda event: event.state in ("draft", "verified")).write(
            {"state": "confirmed"}
        )

    def action_withdraw(self):
        """Take a record back; the reason must be filled in first."""
        for event in self:
            if not event.withdraw_reason:
                raise ValidationError(
                    self.env._("Write down why this record is withdrawn first.")
                )
        self.write({"state": "withdrawn"})

    def _withdraw_settled(self, reason):
        """Withdraw although the month may be closed; by gov.appraisal.correction only.

        The correction has shown the difference and has been approved; it writes the
        results of the closed month itself. An open month is scored again as usual.

        :param reason: why, as it is shown on the record
        """
        # sudo: the right to apply the correction was checked there
        self.sudo()._settling().write({"state": "withdrawn", "withdraw_reason": reason})

    def action_back_to_draft(self):
        """Undo a confirmation or a withdrawal."""
        self.write({"state": "draft", "withdraw_reason": False})
