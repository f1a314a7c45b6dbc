"""Records that come from attendance."""

from odoo import fields, models

KINDS = [
    ("late", "Late or Left Early"),
    ("no_punch", "Punch Missing"),
    ("absent", "Absent without Leave"),
    ("personal", "Personal Leave"),
    ("unfiled", "Leave Not Filed"),
]


class GovAssessmentEvent(models.Model):
    """Record with the day of attendance behind it."""

    _inherit = "gov.assessment.event"

    attendance_id = fields.Many2one(
        "gov.attendance.day",
        readonly=True,
        copy=False,
        ondelete="set null",
        index="btree_not_null",
    )
    attendance_kind = fields.Selection(KINDS, readonly=True, copy=False)
