"""A dated version of the rules of patrols."""

from odoo import fields, models


class GovPatrolPolicyVersion(models.Model):
    """One text of the rules; each figure says what it counts."""

    _name = "gov.patrol.policy.version"
    _description = "Rules of Patrols Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "policy_id"

    policy_id = fields.Many2one(
        "gov.patrol.policy", required=True, ondelete="restrict", index=True
    )
    rounds_a_day = fields.Integer(
        string="Patrols a Day",
        default=4,
        help="每天4次以上: finished patrols of a hall on a working day, at least.",
    )
    video_days = fields.Integer(
        string="Recordings Kept (Days)",
        default=10,
        help="10天存储回放: a clip has to be saved within these calendar days.",
    )
    rectify_days = fields.Integer(
        string="Time to Rectify (Working Days)",
        default=3,
        help="Proposed deadline of a finding that has to be put right.",
    )
    escalation_months = fields.Integer(
        string="Span of Escalation (Months)",
        default=12,
        help="Earlier findings of the person in this time raise the proposed measure.",
    )

    _date_from_uniq = models.UniqueIndex(
        "(policy_id, date_from)", "A version with this start date already exists."
    )
    _figures = models.Constraint(
        "CHECK(rounds_a_day > 0 AND video_days > 0 AND rectify_days > 0 AND "
        "escalation_months > 0)",
        "Every figure is above zero.",
    )
