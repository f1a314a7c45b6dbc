"""Public holidays in Odoo's own calendar, copied from the notice."""

from odoo import fields, models


class ResourceCalendarLeaves(models.Model):
    """A public holiday that follows a day of the working-day calendar."""

    _inherit = "resource.calendar.leaves"

    gov_day_id = fields.Many2one(
        "gov.calendar.day",
        string="Day of the Notice",
        readonly=True,
        index="btree_not_null",
        ondelete="set null",
        copy=False,
    )
    gov_year_id = fields.Many2one(
        "gov.calendar.year",
        string="Year of the Notice",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
        copy=False,
    )
