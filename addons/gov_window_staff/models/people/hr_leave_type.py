"""Kinds of leave (假别): lawful days, and whether it is 事假 for the assessment."""

from odoo import api, fields, models

# the generic types that hr_holidays brings along, beside which ours stand twice
GENERIC = (
    "leave_type_paid_time_off",
    "leave_type_sick_time_off",
    "leave_type_unpaid",
    "leave_type_compensatory_days",
    "holiday_status_eto",
    "holiday_status_extra_hours",
)


class HrLeaveType(models.Model):
    """Odoo's leave type with what Chinese rules say about it."""

    _inherit = "hr.leave.type"

    gov_is_personal = fields.Boolean(
        string="Personal Leave",
        help="事假: costs points in the monthly assessment (D25); no other leave does.",
    )
    gov_lawful_days = fields.Integer(
        string="Lawful Days",
        help="Days that the law gives each time; 0: as needed, or by years of work.",
    )
    gov_basis = fields.Char(string="Legal Basis")
    gov_tier_ids = fields.One2many(
        "gov.leave.tier", "leave_type_id", string="Days by Years of Work"
    )

    @api.model
    def _gov_archive_generic(self):
        """Put Odoo's generic types away at installation, unless somebody uses them."""
        types = self.browse()
        for name in GENERIC:
            found = self.env.ref(f"hr_holidays.{name}", raise_if_not_found=False)
            types += found or self.browse()
        taken = [("holiday_status_id", "in", types.ids)]
        used = self.env["hr.leave"].search(taken).holiday_status_id
        used |= self.env["hr.leave.allocation"].search(taken).holiday_status_id
        (types - used).active = False
