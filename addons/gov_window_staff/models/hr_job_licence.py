"""Posts that approve (审批岗): they ask for an enforcement licence (S38)."""

from odoo import fields, models


class HrJob(models.Model):
    """Job that may decide under the 行政许可法."""

    _inherit = "hr.job"

    gov_needs_licence = fields.Boolean(
        string="Enforcement Licence Needed",
        help="The post decides on applications: 行政执法资格 is asked for.",
    )
