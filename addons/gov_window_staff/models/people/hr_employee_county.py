"""The county of a person, kept beside the person: record rules ask for it each time."""

from odoo import fields, models

from .hr_version import OFFICER


class HrEmployee(models.Model):
    """Employee of a county.

    By way of version and site each list of a county walked the whole province.
    """

    _inherit = "hr.employee"

    gov_county_id = fields.Many2one(
        related="current_version_id.department_id.gov_county_id",
        string="County",
        store=True,
        index=True,
        groups=OFFICER,
    )
