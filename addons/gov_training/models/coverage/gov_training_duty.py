"""The duty to train everybody each quarter (培训覆盖规定), a dated policy document."""

from odoo import fields, models


class GovTrainingDuty(models.Model):
    """Policy: 每季度至少开展一次集中培训 (涟水), 队伍培训全覆盖 (五华 2023)."""

    _name = "gov.training.duty"
    _description = "Training Duty"
    _inherit = ["gov.policy.county.mixin"]

    user_id = fields.Many2one(
        "res.users",
        string="Training Officer to Warn",
        domain=[("share", "=", False)],
        help="Gets the alert of the county; empty: every HR officer gets it.",
    )
    version_ids = fields.One2many(
        "gov.training.duty.version", "duty_id", string="Versions"
    )
