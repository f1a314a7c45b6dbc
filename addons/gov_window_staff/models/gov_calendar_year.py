"""The working-day calendar (工作日历): one notice of the State Council a year."""

from odoo import api, fields, models, tools

from ..rules.workdays import WorkCalendar

FIRST_YEAR = 2000
LAST_YEAR = 2100


class GovCalendarYear(models.Model):
    """A year whose days off and days worked in exchange have been entered."""

    _name = "gov.calendar.year"
    _description = "Working-Day Calendar of a Year"
    _inherit = ["mail.thread"]
    _order = "year desc"
    _rec_name = "year"

    year = fields.Integer(required=True, tracking=True, aggregator=None)
    reference = fields.Char(string="Document No.", tracking=True)
    checked_on = fields.Date(string="Last Checked On", tracking=True)
    day_ids = fields.One2many("gov.calendar.day", "year_id", string="Days", copy=False)
    off_count = fields.Integer(string="Days Off", compute="_compute_counts")
    exchange_count = fields.Integer(
        string="Worked Weekend Days", compute="_compute_counts"
    )
    workday_count = fields.Integer(string="Working Days", compute="_compute_counts")

    _year_uniq = models.Constraint("UNIQUE(year)", "This year is already entered.")
    _year_range = models.Constraint(
        f"CHECK(year BETWEEN {FIRST_YEAR} AND {LAST_YEAR})",
        "Enter the year with four digits.",
    )

    @api.depends("year")
    def _compute_display_name(self):
        for record in self:
            record.display_name = str(record.year or "")

    @api.depends("day_ids.kind", "day_ids.date", "year")
    def _compute_counts(self):
        for record in self:
            days = record.day_ids.filtered("date")
            off = days.filtered(lambda day: day.kind == "off")
            record.off_count = len(off)
            record.exchange_count = len(days) - len(off)
            calendar = WorkCalendar(
                off=frozenset(off.mapped("date")),
                work=frozenset((days - off).mapped("date")),
            )
            first = fields.Date.to_date(f"{record.year or FIRST_YEAR}-01-01")
            record.workday_count = calendar.count(
                first, fields.Date.end_of(first, "year")
            )

    @api.model
    def _calendar(self):
        """All entered years as the rules read them: `rules.workdays.WorkCalendar`."""
        return WorkCalendar(*self._entered())

    @api.model
    @tools.ormcache()
    def _entered(self):
        # sudo: a public notice; everybody who sees a deadline depends on it
        days = self.env["gov.calendar.day"].sudo().search_fetch([])
        years = self.sudo().search([])
        return (
            frozenset(d.date for d in days if d.kind == "off"),
            frozenset(d.date for d in days if d.kind == "work"),
            frozenset(years.mapped("year")),
            frozenset(d.date for d in days if d.is_statutory),
        )

    @api.model
    def _unknown_warning(self, first, last):
        """Sentence to show beside a deadline whose year nobody has entered, or False."""
        unknown = self._calendar().unknown_years(first, last)
        if not unknown:
            return False
        return self.env._(
            "The holidays of %(years)s are not entered yet: Monday to Friday count as "
            "working days. Import the notice of the State Council under Configuration "
            "› Working-Day Calendar.",
            years=", ".join(map(str, unknown)),
        )

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()
