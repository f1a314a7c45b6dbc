"""Which sites are patrolled every day."""

from odoo import fields, models


class HrDepartment(models.Model):
    """Site with a daily duty of patrols."""

    _inherit = "hr.department"

    gov_is_patrolled = fields.Boolean(
        string="Patrolled Daily",
        help="Patrols of this hall are counted on every working day; too few alert.",
    )
