"""A day that differs from Monday-to-Friday (放假, 调休上班)."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

KINDS = [("off", "Day Off"), ("work", "Worked in Exchange")]
COLOURS = {"off": 1, "work": 4}  # red and blue of Odoo's calendar


class GovCalendarDay(models.Model):
    """A day off on the notice, or a weekend day that is worked for it."""

    _name = "gov.calendar.day"
    _description = "Day of the Working-Day Calendar"
    _order = "date"
    _rec_name = "date"

    year_id = fields.Many2one(
        "gov.calendar.year", required=True, index=True, ondelete="cascade"
    )
    date = fields.Date(required=True)
    kind = fields.Selection(KINDS, required=True, default="off")
    name = fields.Char(string="Holiday")
    is_statutory = fields.Boolean(
        string="Statutory",
        help="法定节假日: one of the thirteen days of the State Council's decree "
        "No. 795.",
    )

    title = fields.Char(compute="_compute_title")
    color = fields.Integer(compute="_compute_title")

    _date_uniq = models.Constraint("UNIQUE(date)", "This day is already entered.")

    @api.depends("kind", "name")
    def _compute_title(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for day in self:
            day.title = day.name or kinds[day.kind]
            day.color = COLOURS[day.kind]

    @api.constrains("date", "year_id")
    def _check_year(self):
        for day in self:
            if day.date.year != day.year_id.year:
                raise ValidationError(
                    self.env._(
                        "%(day)s does not belong to %(year)s.",
                        day=day.date,
                        year=day.year_id.year,
                    )
                )

    @api.constrains("kind", "is_statutory")
    def _check_statutory(self):
        for day in self:
            if day.kind == "work" and day.is_statutory:
                raise ValidationError(
                    self.env._(
                        "%s is worked in exchange: it cannot be a statutory holiday.",
                        day.date,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        days = super().create(vals_list)
        days._changed(days.year_id)
        return days

    def write(self, vals):
        years = self.year_id
        result = super().write(vals)
        self._changed(years | self.year_id)
        return result

    def unlink(self):
        years = self.year_id
        result = super().unlink()
        self._changed(years)
        return result

    def _changed(self, years):
        """Forget the cached calendar; Odoo's own calendar follows."""
        self.env.registry.clear_cache()
        years._follow_leaves()
