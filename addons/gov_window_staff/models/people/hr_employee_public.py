"""What any colleague may see of a person."""

from odoo import fields, models


class HrEmployeePublic(models.Model):
    """Public profile: the staff number stands on the badge anyway."""

    _inherit = "hr.employee.public"

    gov_staff_no = fields.Char(string="Staff No.", readonly=True)
