"""The counter of patrols (每天4次以上), a line for each hall and day (A63)."""

from odoo import api, fields, models

from ...rules.patrol import missing

TODO = "mail.mail_activity_data_todo"


class GovPatrolDay(models.Model):
    """Made by the system: by the first patrol of a day, or every morning."""

    _name = "gov.patrol.day"
    _description = "Patrols of a Hall and Day"
    _inherit = ["gov.protected.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date desc, department_id"
    _hand_fields = frozenset(
        {"activity_ids", "message_follower_ids", "message_ids", "note"}
    )

    department_id = fields.Many2one(
        "hr.department", string="Hall", required=True, index=True, ondelete="cascade"
    )
    date = fields.Date(required=True, index=True)
    required_count = fields.Integer(string="Patrols Required")
    patrol_ids = fields.One2many("gov.patrol", "day_id", string="Patrols")
    done_count = fields.Integer(
        string="Patrols Done", compute="_compute_done_count", store=True
    )
    missing_count = fields.Integer(
        string="Patrols Missing", compute="_compute_done_count", store=True
    )
    note = fields.Char(string="Why Fewer", help="As on a day with a power failure.")

    _day_uniq = models.Constraint(
        "UNIQUE(department_id, date)", "That day is counted already."
    )

    @api.depends("patrol_ids.state", "required_count")
    def _compute_done_count(self):
        for day in self:
            done = day.patrol_ids.filtered(lambda patrol: patrol.state == "done")
            day.done_count = len(done)
            day.missing_count = missing(day.required_count, len(done))

    @api.depends("department_id", "date")
    def _compute_display_name(self):
        for day in self:
            day.display_name = f"{day.department_id.name or ''} {day.date or ''}"

    @api.model
    def _of(self, halls, date):
        """The days of halls, made where they are missing: {hall: gov.patrol.day}.

        On a day off, or without rules in force, nothing is required.
        """
        # sudo: the counter is the system's own; who patrols a hall counts there
        days = self.sudo()._unprotected()
        there = days.search([("department_id", "in", halls.ids), ("date", "=", date)])
        known = {day.department_id.id: day for day in there}
        required = self._required_on(halls, date)
        new = halls.filtered(lambda hall: hall.id not in known)
        made = days.create(
            [
                {
                    "department_id": hall.id,
                    "date": date,
                    "required_count": required[hall.id],
                }
                for hall in new
            ]
        )
        known.update({day.department_id.id: day for day in made})
        return {hall: known[hall.id].with_env(self.env) for hall in halls}

    @api.model
    def _required_on(self, halls, date):
        """{id of a hall: patrols that the rules ask for on that day}."""
        # sudo: rules bind whatever companies the user is in; only numbers come out
        halls = halls.sudo()
        if not self.env["gov.calendar.year"]._calendar().is_workday(date):
            return dict.fromkeys(halls.ids, 0)
        versions = self.env["gov.patrol.policy"]._versions_for(
            halls.gov_county_id, date
        )
        return {
            hall.id: hall.gov_is_patrolled
            and versions.get(hall.gov_county_id).rounds_a_day
            or 0
            for hall in halls
        }

    @api.model
    def _cron_count(self):
        """In the afternoon: count today, and alert where patrols are missing."""
        today = fields.Date.context_today(self.with_context(tz="Asia/Shanghai"))
        halls = self.env["hr.department"].search([("gov_is_patrolled", "=", True)])
        days = self.browse().union(*self._of(halls, today).values())
        days.filtered("missing_count")._alert()

    def _alert(self):
        """A to-do for the officers of each hall, once a day."""
        told = {(a.res_id, a.user_id.id) for a in self.activity_ids}
        for day in self:
            for user in day._responsible():
                if (day.id, user.id) in told:
                    continue
                env = self.with_context(lang=user.lang).env
                day.activity_schedule(
                    TODO,
                    date_deadline=day.date,
                    summary=env._(
                        "%(hall)s: %(missing)s patrols are missing today",
                        hall=day.department_id.name,
                        missing=day.missing_count,
                    ),
                    user_id=user.id,
                )

    def _responsible(self):
        """Officers of the hall or of a site above; else the county's HR officers."""
        # sudo: who is responsible for which site stands on the user
        users = self.env["res.users"].sudo()
        places = [
            int(place) for place in self.department_id.parent_path.split("/")[:-1]
        ]
        officers = users.search([("gov_department_ids", "in", places)])
        group = self.env.ref("gov_window_staff.group_hr_officer").sudo()
        everybody = group.all_user_ids._gov_of_county(self.department_id.gov_county_id)
        return officers or everybody.filtered(lambda user: user.active and user.id != 1)
