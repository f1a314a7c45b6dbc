"""A dated version of the rules of entry and leaving."""

from odoo import fields, models


class GovEntryPolicyVersion(models.Model):
    """One text of the rules; each figure says what it counts."""

    _name = "gov.entry.policy.version"
    _description = "Rules of Entry and Leaving Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "policy_id"

    policy_id = fields.Many2one(
        "gov.entry.policy", required=True, ondelete="restrict", index=True
    )
    notice_days = fields.Integer(
        string="Public Notice (Working Days)",
        default=7,
        help="公示期 (D31); the day of publication does not count.",
    )
    remind_first_days = fields.Integer(
        string="First Reminder (Days)",
        default=30,
        help="Calendar days before the end of the probation.",
    )
    remind_last_days = fields.Integer(string="Last Reminder (Days)", default=7)
    reply_days = fields.Integer(
        string="Unit's Reply (Working Days)",
        default=7,
        help="限期更换: time of a unit to send somebody else.",
    )
    duty_days = fields.Integer(
        string="Duty before the Checklist is Done (Days)",
        default=30,
        help="Longest time in which what is missing must be made up (D36).",
    )
    absence_times = fields.Integer(
        string="Absences without Leave",
        default=3,
        help="多次旷工 (D29): this many times, or as many days as the next figure, "
        "within the span.",
    )
    absence_days = fields.Float(string="Days of Absence", default=3, digits=(5, 1))
    absence_months = fields.Integer(string="Span of Absences (Months)", default=12)

    _date_from_uniq = models.UniqueIndex(
        "(policy_id, date_from)", "A version with this start date already exists."
    )
    _figures = models.Constraint(
        "CHECK(notice_days > 0 AND reply_days > 0 AND "
        "remind_last_days > 0 AND remind_first_days >= remind_last_days AND "
        "duty_days > 0 AND absence_times > 0 AND absence_days > 0 AND "
        "absence_months > 0)",
        "Every figure is above zero, and the first reminder comes before the last.",
    )
