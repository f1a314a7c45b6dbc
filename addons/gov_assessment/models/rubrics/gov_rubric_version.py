"""A dated version of a rubric with its categories, items and grades."""

from odoo import fields, models
from odoo.exceptions import UserError

# 好差评 ratings as stars, the worst first
RATINGS = [
    ("1", "Very Dissatisfied"),
    ("2", "Dissatisfied"),
    ("3", "Basically Satisfied"),
    ("4", "Satisfied"),
    ("5", "Very Satisfied"),
]


class GovRubricVersion(models.Model):
    """One text of the appraisal measures."""

    _name = "gov.rubric.version"
    _description = "Rubric Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "rubric_id"

    rubric_id = fields.Many2one(
        "gov.rubric", required=True, ondelete="restrict", index=True
    )
    category_ids = fields.One2many(
        "gov.rubric.category", "version_id", string="Categories", copy=True
    )
    item_ids = fields.One2many("gov.rubric.item", "version_id", string="Items")
    grade_ids = fields.One2many(
        "gov.rubric.grade", "version_id", string="Grades", copy=True
    )
    full_mark = fields.Float(
        string="Full Mark of the Total",
        digits=(12, 2),
        default=100,
        help="The total that earns the whole reward base.",
    )
    reward_base = fields.Float(string="Reward Base (Yuan a Month)", digits=(12, 2))
    reward_is_capped = fields.Boolean(string="Reward at Most the Base")
    reward_in_probation = fields.Boolean(string="Reward Paid in Probation")
    review_item_code = fields.Char(
        string="Item for Bad Reviews",
        help="Code of the item that a verified bad review costs.",
    )
    review_worst_rating = fields.Selection(
        RATINGS, string="Bad Review from this Rating Down", default="2"
    )
    confirm_days = fields.Integer(
        string="Working Days to Confirm",
        default=3,
        help="A person confirms the own sheet within these days; no answer is consent "
        "(D15).",
    )
    publicity_days = fields.Integer(
        string="Working Days of Publicity", default=3, help="公示; 0 for none (D15)."
    )
    appeal_days = fields.Integer(
        string="Working Days to Appeal",
        default=5,
        help="Counted from the publication (D15).",
    )
    answer_days = fields.Integer(
        string="Working Days to Answer an Appeal", default=10, help="D15."
    )
    self_exam_days = fields.Integer(
        string="Working Days for a Self-Examination", default=5, help="书面检查 (A48)."
    )
    ties_by_reviews = fields.Boolean(
        string="Equals by Good-Review Rate",
        help="Equal people are told apart by their 好评率 of the month (D4).",
    )
    ties_by_volume = fields.Boolean(
        string="Equals by Number of Cases",
        help="Then by their 办件量 of the month (D4, X7).",
    )
    item_count = fields.Integer(compute="_compute_item_count")

    _date_from_uniq = models.UniqueIndex(
        "(rubric_id, date_from)", "A version with this start date already exists."
    )

    def _compute_item_count(self):
        for version in self:
            version.item_count = len(version.item_ids)

    def _filter_used(self):
        """Versions with which a month has been opened."""
        # sudo: whether a version was used must not depend on who may read the rounds
        rounds = self.env["gov.appraisal.round"].sudo()
        used = rounds._read_group([("version_id", "in", self.ids)], ["version_id"])
        return self.browse(version.id for (version,) in used)

    def _check_complete(self):
        for version in self:
            if not version.item_ids or not version.grade_ids:
                raise UserError(
                    self.env._("%(name)s needs items and grades.", name=version.name)
                )
            if version.review_item_code and not version._review_item():
                raise UserError(
                    self.env._(
                        "%(name)s has no item %(code)s for bad reviews.",
                        name=version.name,
                        code=version.review_item_code,
                    )
                )

    def _review_item(self):
        return self.item_ids.filtered(lambda i: i.code == self.review_item_code)
