"""Citizen review (好差评): one service, one rating."""

from odoo import api, fields, models

from ..rubrics.gov_rubric_version import RATINGS

VERDICTS = [
    ("true", "Found True"),
    ("mistaken", "Mistaken"),
    ("malicious", "Malicious"),
    ("unreachable", "Unreachable"),
]
# China has one legal time; the day of a review is the day there
TIME_ZONE = "Asia/Shanghai"


class GovServiceReview(models.Model):
    """A review costs points only when bad, not a default and found true (D22)."""

    _name = "gov.service.review"
    _description = "Citizen Review"
    _inherit = ["gov.month.fact.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "reviewed_at desc, id desc"
    _rec_name = "number"
    _fact_fields = frozenset(
        {"employee_id", "rating", "reviewed_at", "date", "is_default", "verdict"}
    )

    number = fields.Char(string="Review No.", required=True, index=True, copy=False)
    case_number = fields.Char(string="Service Case No.", index=True)
    rating = fields.Selection(RATINGS, required=True, tracking=True)
    is_bad = fields.Boolean(compute="_compute_is_bad", store=True)
    reviewed_at = fields.Datetime(required=True, index=True)
    date = fields.Date(compute="_compute_date", store=True, index=True)
    is_default = fields.Boolean(
        string="Default Review", help="Given by the system when nobody rated."
    )
    verdict = fields.Selection(VERDICTS, tracking=True, index=True)
    comment = fields.Text()

    _number_uniq = models.Constraint(
        "UNIQUE(number)", "A review with this number is already recorded."
    )

    @api.depends("rating")
    def _compute_is_bad(self):
        for review in self:
            review.is_bad = review.rating in ("1", "2")

    @api.depends("reviewed_at")
    def _compute_date(self):
        china = self.with_context(tz=TIME_ZONE)
        for review in self:
            moment = review.reviewed_at
            review.date = (
                moment and fields.Datetime.context_timestamp(china, moment).date()
            )

    def _fact_day(self):
        self.ensure_one()
        return self.date
