"""The working-day calendar (工作日历): one notice of the State Council a year."""

from odoo import api, fields, models, tools

from ...rules.workdays import WorkCalendar

FIRST_YEAR = 2000
LAST_YEAR = 2100


class GovCalendarYear(models.Model):
    """A year whose days off and days worked in exchange have been entered."""

    _name = "gov.calendar.year"
    _description = "Working-Day Calendar of a Year"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "year desc"
    _rec_name = "year"

    year = fields.Integer(required=True, tracking=True, aggregator=None)
    reference = fields.Char(string="Document No.", tracking=True)
    checked_on = fields.Date(string="Last Checked On", tracking=True)
    is_replaceable = fields.Boolean(
        string="Replacement Allowed",
        readonly=True,
        copy=False,
        tracking=True,
        help="The next import of 工作日历.xlsx may take the days of this year anew.",
    )
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
        years = self.sudo().search([("year", ">=", FIRST_YEAR)])
        days = years.day_ids
        return (
            frozenset(d.date for d in days if d.kind == "off"),
            frozenset(d.date for d in days if d.kind == "work"),
            frozenset(years.mapped("year")),
            frozenset(d.date for d in days if d.is_statutory),
        )

    @api.model
    def _unknown_warning(self, first, last):
        """Sentence beside a deadline whose year nobody has entered, or False."""
        unknown = self._calendar().unknown_years(first, last)
        if not unknown:
            return False
        return self.env._(
            "The holidays of %(years)s are not entered yet: Monday to Friday count as "
            "working days. Import the notice of the State Council under Configuration "
            "› Working-Day Calendar.",
            years=", ".join(map(str, unknown)),
        )

    @api.model
    def get_missing_warning(self):
        """Sentence above the list from 1 December on while next year is missing."""
        today = fields.Date.context_today(self)
        if today.month != 12:
            return False
        next_year = fields.Date.to_date(f"{today.year + 1}-01-01")
        return self._unknown_warning(next_year, next_year)

    def action_open_days(self):
        """The year as a calendar."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.calendar.day",
            "view_mode": "calendar,list,form",
            "domain": [("year_id", "=", self.id)],
            "context": {"initial_date": f"{self.year}-01-01 00:00:00"},
            "name": self.env._("Working Days of %s", self.year),
        }

    # -- import --------------------------------------------------------------

    def action_allow_replacement(self):
        """The next import may take these years anew, as a whole."""
        self.write({"is_replaceable": True})

    def action_keep(self):
        """Take the permission back."""
        self.write({"is_replaceable": False})

    def _finish_import(self):
        """Called by the import: days are in, the permission is used up."""
        self.write(
            {"is_replaceable": False, "checked_on": fields.Date.context_today(self)}
        )
        self._close_reminders()
        for record in self:
            record.message_post(
                body=self.env._(
                    "Imported: %(off)s days off, %(work)s weekend days worked.",
                    off=record.off_count,
                    work=record.exchange_count,
                )
            )

    # -- reminder ------------------------------------------------------------

    @api.model
    def _cron_remind_next_year(self):
        """In December: ask each administrator once for next year's notice."""
        today = fields.Date.context_today(self)
        years = self.search([("year", "in", (today.year, today.year + 1))])
        if today.month != 12 or today.year + 1 in years.mapped("year"):
            return
        # the reminder hangs on the year that is ending: the next has no record yet
        anchor = years or self.search([], limit=1)
        group = self.env.ref("gov_window_staff.group_administrator")
        people = group.all_user_ids.filtered(lambda user: user.active and user.id != 1)
        told = anchor.activity_ids.user_id
        for user in people - told if anchor else ():
            anchor.activity_schedule(
                "mail.mail_activity_data_todo",
                date_deadline=fields.Date.end_of(today, "year"),
                summary=self.with_context(lang=user.lang).env._(
                    "Import the working-day calendar of %s", today.year + 1
                ),
                user_id=user.id,
            )

    def _close_reminders(self):
        """The year has come: nobody needs to be asked for it any more."""
        before = self.search(
            [("year", "in", [year - 1 for year in self.mapped("year")])]
        )
        # sudo: the reminders belong to the administrators, not to the one who imports
        before.sudo().activity_unlink(["mail.mail_activity_data_todo"])

    # -- cache of _entered ---------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        years = super().create(vals_list)
        self.env.registry.clear_cache()
        years._close_reminders()
        return years

    def write(self, vals):
        result = super().write(vals)
        self.env.registry.clear_cache()
        return result

    def unlink(self):
        result = super().unlink()
        self.env.registry.clear_cache()
        return result
