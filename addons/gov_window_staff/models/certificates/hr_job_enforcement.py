"""Posts whose holders decide matters (审批岗位)."""

from odoo import fields, models


class HrJob(models.Model):
    """Job that needs an enforcement licence."""

    _inherit = "hr.job"

    gov_needs_enforcement = fields.Boolean(
        string="Needs an Enforcement Licence",
        help="Its holders decide matters (审批): 行政许可法 asks for "
        "the qualification.",
    )
