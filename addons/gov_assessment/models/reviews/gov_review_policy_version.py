"""A dated version of the rules for citizen reviews."""

from odoo import fields, models


class GovReviewPolicyVersion(models.Model):
    """One text of the rules; every figure is in working days."""

    _name = "gov.review.policy.version"
    _description = "Rules for Citizen Reviews Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "policy_id"

    policy_id = fields.Many2one(
        "gov.review.policy", required=True, ondelete="restrict", index=True
    )
    verify_days = fields.Integer(
        string="To Verify (Working Days)",
        default=1,
        help="核实: from the day on which the review arrives.",
    )
    rectify_days = fields.Integer(
        string="To Put Right (Working Days)",
        default=5,
        help="立行立改: clear and justified, put right at once.",
    )
    rectify_long_days = fields.Integer(
        string="To Put Right, Complex (Working Days)",
        default=15,
        help="限期整改: complex, entered in the ledger with the reason.",
    )
    feedback_days = fields.Integer(
        string="To Tell the Citizen (Working Days)",
        default=1,
        help="反馈: from the day on which it was put right.",
    )
    visit_days = fields.Integer(
        string="To Call Back (Working Days)",
        default=5,
        help="回访: from the day on which the citizen was told.",
    )
    opinion_days = fields.Integer(
        string="To Answer an Opinion (Working Days)",
        default=10,
        help="意见建议: from the day on which it was written down.",
    )
    has_visitor_reviews = fields.Boolean(
        string="Staff Rate Visitors Too",
        help="双向测评: allowed by the text; the notes name no visitor.",
    )

    _date_from_uniq = models.UniqueIndex(
        "(policy_id, date_from)", "A version with this start date already exists."
    )
    _figures = models.Constraint(
        "CHECK(verify_days > 0 AND rectify_days > 0 "
        "AND rectify_long_days >= rectify_days AND feedback_days > 0 "
        "AND visit_days > 0 AND opinion_days > 0)",
        "Every figure is above zero, and a complex case has at least as many days.",
    )
