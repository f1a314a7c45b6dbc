"""A dated version of the rules of attendance."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.attendance import Hours

PUNCHES = [("2", "Two: First In, Last Out"), ("4", "Four: In and Out of Each Half")]
# kind of breach in rules.attendance: field with the code of its item
ITEM_FIELDS = {
    "late": "late_code",
    "no_punch": "no_punch_code",
    "absent": "absent_code",
    "personal": "personal_code",
    "unfiled": "unfiled_code",
}


class GovAttendancePolicyVersion(models.Model):
    """One text of the rules; each figure says what it counts."""

    _name = "gov.attendance.policy.version"
    _description = "Rules of Attendance Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "policy_id"

    policy_id = fields.Many2one(
        "gov.attendance.policy", required=True, ondelete="restrict", index=True
    )
    morning_from = fields.Float(default=9.0)
    morning_to = fields.Float(default=12.0)
    afternoon_from = fields.Float(default=13.5)
    afternoon_to = fields.Float(default=17.0)
    punches = fields.Selection(
        PUNCHES, string="Punches a Day", default="2", required=True
    )
    grace_minutes = fields.Integer(
        default=5, help="So many minutes late or early cost nothing (D26)."
    )
    absent_minutes = fields.Integer(
        string="Absent from Minutes",
        default=0,
        help="So many minutes late or early are half a day's absence; 0: never (D26).",
    )
    late_code = fields.Char(string="Item of Lateness", default="1.1")
    no_punch_code = fields.Char(string="Item of a Missing Punch", default="1.2")
    absent_code = fields.Char(string="Item of Absence", default="1.3")
    personal_code = fields.Char(
        string="Item of Personal Leave",
        default="1.4a",
        help="事假: its points a day, half of them for half a day (D25).",
    )
    unfiled_code = fields.Char(string="Item of Leave Not Filed", default="1.4b")

    _date_from_uniq = models.UniqueIndex(
        "(policy_id, date_from)", "A version with this start date already exists."
    )
    _figures = models.Constraint(
        "CHECK(0 <= morning_from AND morning_from < morning_to "
        "AND morning_to <= afternoon_from AND afternoon_from < afternoon_to "
        "AND afternoon_to <= 24 AND grace_minutes >= 0 AND absent_minutes >= 0)",
        "The hours follow each other within one day, and no figure is below zero.",
    )

    @api.constrains("grace_minutes", "absent_minutes")
    def _check_minutes(self):
        for version in self:
            if 0 < version.absent_minutes <= version.grace_minutes:
                raise UserError(
                    self.env._("Absence begins after the grace minutes, or never (0).")
                )

    def _to_hours(self):
        """These rules as the arithmetic reads them."""
        self.ensure_one()
        return Hours(
            morning=(_minutes(self.morning_from), _minutes(self.morning_to)),
            afternoon=(_minutes(self.afternoon_from), _minutes(self.afternoon_to)),
            punches=int(self.punches),
            grace=self.grace_minutes,
            absent_from=self.absent_minutes,
        )

    def _item_code(self, breach):
        """Code of the item of a kind of breach, empty where the text has none."""
        return self[ITEM_FIELDS[breach]] or ""


def _minutes(hours):
    return round(hours * 60)
