"""Citizen review (好差评): one service, one rating."""

from odoo import api, fields, models

from ..rubrics.gov_rubric_version import RATINGS

VERDICTS = [
    ("true", "Found True"),
    ("mistaken", "Mistaken"),
    ("malicious", "Malicious"),
    ("unreachable", "Unreachable"),
]
# numbered as the platforms do
CHANNELS = [
    ("1", "Web Site"),
    ("2", "Mobile App"),
    ("3", "Evaluator or QR Code"),
    ("4", "Self-Service Terminal"),
    ("5", "Hotline"),
    ("6", "Text Message"),
    ("7", "In Writing"),
]
# China has one legal time; the day of a review is the day there
TIME_ZONE = "Asia/Shanghai"


class GovServiceReview(models.Model):
    """A review costs points only when bad, not a default and found true (D22)."""

    _name = "gov.service.review"
    _description = "Citizen Review"
    _inherit = [
        "gov.month.fact.mixin",
        "gov.citizen.mixin",
        "mail.thread",
        "mail.activity.mixin",
    ]
    _order = "reviewed_at desc, id desc"
    _rec_name = "number"
    _fact_fields = frozenset(
        {"employee_id", "rating", "reviewed_at", "date", "is_default", "verdict"}
    )

    number = fields.Char(string="Review No.", required=True, index=True, copy=False)
    case_number = fields.Char(string="Service Case No.", index=True, copy=False)
    service_turn = fields.Integer(
        string="Service No.",
        default=1,
        required=True,
        help="办理次数: each visit of a case is rated once (一次一评).",
    )
    item_code = fields.Char(string="Service Item Code")
    item_name = fields.Char(string="Service Item")
    window_id = fields.Many2one(
        "gov.window",
        compute="_compute_window_id",
        store=True,
        readonly=False,
        index=True,
        ondelete="restrict",
        help="Window of the person on that day, unless another one is entered.",
    )
    channel = fields.Selection(CHANNELS)
    rating = fields.Selection(RATINGS, required=True, tracking=True)
    indicator_ids = fields.Many2many("gov.review.indicator", string="Indicators")
    is_bad = fields.Boolean(compute="_compute_is_bad", store=True)
    reviewed_at = fields.Datetime(required=True, index=True)
    date = fields.Date(compute="_compute_date", store=True, index=True)
    is_default = fields.Boolean(
        string="Default Review", help="Given by the system when nobody rated."
    )
    verdict = fields.Selection(VERDICTS, tracking=True, index=True)
    comment = fields.Text()
    is_public = fields.Boolean(
        string="Shown in Public",
        help="公开标志: the comment may be shown to the public.",
    )

    _number_uniq = models.Constraint(
        "UNIQUE(number)", "A review with this number is already recorded."
    )
    _case_uniq = models.UniqueIndex(
        "(case_number, service_turn) WHERE case_number != ''",
        "This service was rated already: one service, one review.",
    )
    _turn_positive = models.Constraint(
        "CHECK(service_turn > 0)", "The first service of a case has the number 1."
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

    @api.depends("employee_id", "date")
    def _compute_window_id(self):
        # sudo: as the site, see gov.month.fact.mixin
        versions = self.env["hr.version"].sudo()
        for day, reviews in self.grouped("date").items():
            people = reviews.employee_id.sudo()
            as_of = versions._gov_as_of(people, day) if day else {}
            for review in reviews:
                version = as_of.get(review.employee_id.id, versions)
                review.window_id = version.gov_window_id.sudo(False)

    def _fact_day(self):
        self.ensure_one()
        return self.date

    @api.model
    def _today(self):
        """Today in China: a night job runs without anybody's time zone."""
        return fields.Date.context_today(self.with_context(tz=TIME_ZONE))
