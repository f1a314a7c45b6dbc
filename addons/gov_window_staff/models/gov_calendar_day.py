"""A day that differs from Monday-to-Friday (放假, 调休上班)."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

KINDS = [("off", "Day Off"), ("work", "Worked in Exchange")]


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
        help="法定节假日: one of the thirteen days of the State Council's decree No. 795.",
    )

    _date_uniq = models.Constraint("UNIQUE(date)", "This day is already entered.")

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
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        self.env.registry.clear_cache()
        return super().write(vals)

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()
