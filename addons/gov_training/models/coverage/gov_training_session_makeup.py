"""People proposed for a session that is still a draft, and make-up sessions (补训)."""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.coverage import Quarter
from ...rules.office_hours import utc
from ...rules.schedule import local_day

WORKDAYS_AHEAD = 5  # time to tell people
FROM_HOUR, TO_HOUR = 14.5, 16.5
COUNTY_WIDE = "gov_window_staff.group_hr_officer"


class GovTrainingSession(models.Model):
    """Draft with the names of those whom it is for."""

    _inherit = "gov.training.session"

    # public profiles: a site officer may not read hr.employee; the ids are the same
    proposed_ids = fields.Many2many(
        "hr.employee.public",
        "gov_training_session_proposed_rel",
        "session_id",
        "employee_id",
        string="Proposed People",
        copy=False,
        help="They are enrolled when the session is opened for enrollment.",
    )
    proposed_count = fields.Integer(
        string="Number of People Proposed", compute="_compute_proposed_count"
    )
    make_up_quarter = fields.Date(
        string="Makes Up For",
        copy=False,
        readonly=True,
        help="First day of the quarter in which these people were not trained yet.",
    )

    @api.depends("proposed_ids")
    def _compute_proposed_count(self):
        for session in self:
            session.proposed_count = len(session.proposed_ids)

    # === CRUD METHODS === #

    def action_open(self):
        result = super().action_open()
        for session in self.filtered("proposed_ids"):
            session._enroll_proposed()
        return result

    def _enroll_proposed(self):
        """Everybody proposed who is still in service; who is on the list stays there.

        sudo for reading: entry and leave dates are kept to HR.
        """
        day = local_day(self.date_start)
        people = self.env["hr.employee"].sudo().browse(self.proposed_ids.ids).exists()
        people -= self.sudo().enrollment_ids.employee_id
        serving = people.filtered(
            lambda p: not p.gov_leave_date or p.gov_leave_date > day
        )
        self.env["gov.training.enrollment"].create(
            [{"session_id": self.id, "employee_id": person.id} for person in serving]
        )

    # === MAKE-UP === #

    @api.model
    def _make_up(self, rows):
        """Drafts with the people of coverage rows who were not trained, and the action.

        Whoever is on the list of a session to come is left out, so that pressing twice
        makes one session. A site officer gets one for each site of the own.

        :param rows: gov.training.coverage
        :raises UserError: when nobody is left
        """
        self.check_access("create")
        missing = rows.filtered(lambda row: row.untrained and not row.planned)
        if not missing:
            raise UserError(
                self.env._(
                    "Nobody is left to make up for: everybody here was trained, or is "
                    "on the list of a concentrated session still to come."
                )
            )
        sessions = self.browse()
        for first, quarter_rows in missing.grouped("quarter").items():
            for site, group in self._by_own_site(quarter_rows).items():
                sessions |= self._prepare_make_up(Quarter(first), site, group)
        return sessions._action_show()

    @api.model
    def _by_own_site(self, rows):
        """{site of the session: rows}: the lowest site above all, or the user's own."""
        if self.env.user.has_group(COUNTY_WIDE) or self.env.su:
            return {
                rows.filtered(
                    lambda r, county=county: r.county_id == county
                ).department_id._gov_lowest_above(): rows.filtered(
                    lambda r, county=county: r.county_id == county
                )
                for county in rows.county_id
            }
        found = {}
        for own in self.env.user.gov_department_ids.sorted("parent_path"):
            taken = rows.browse().union(*found.values())
            below = (rows - taken).filtered(
                lambda r, own=own: own in r.department_id._gov_line_above()
            )
            if below:
                found[own] = below
        return found

    @api.model
    def _prepare_make_up(self, quarter, site, rows):
        start, end = self._make_up_time(quarter)
        name = self.env._(
            "Make-up Training, Quarter %(quarter)s of %(year)s (%(site)s)",
            quarter=quarter.number,
            year=quarter.first.year,
            site=site.name,
        )
        return self.create(
            {
                "name": name,
                "kind_id": self.env.ref("gov_training.kind_regular").id,
                "form_id": self.env.ref("gov_training.form_concentrated").id,
                "department_id": site.id,
                "organiser_id": site.id,
                "date_start": start,
                "date_end": end,
                "make_up_quarter": quarter.first,
                "topic_ids": [(6, 0, self._topics_missed(quarter, rows).ids)],
                "proposed_ids": [(6, 0, rows.employee_id.ids)],
            }
        )

    @api.model
    def _make_up_time(self, quarter):
        """An afternoon in a week, still in the quarter where that is possible; UTC."""
        calendar = self.env["gov.calendar.year"]._calendar()
        today = local_day(fields.Datetime.now())
        day = calendar.add(today, WORKDAYS_AHEAD)
        if today <= quarter.last < day:
            last = calendar.on_or_before(quarter.last)
            day = last if last > today else calendar.add(today, 1)
        return utc(day, FROM_HOUR), utc(day, TO_HOUR)

    @api.model
    def _topics_missed(self, quarter, rows):
        """Topics of the concentrated sessions that these sites had in the quarter."""
        held = self.search(
            [
                ("state", "=", "done"),
                ("department_id", "in", rows.department_id._gov_line_above().ids),
                ("date_start", ">=", utc(quarter.first, 0)),
                ("date_start", "<", utc(quarter.last + timedelta(1), 0)),
                ("form_id.is_concentrated", "=", True),
                ("kind_id.counts_for_quarter", "=", True),
            ]
        )
        return held.topic_ids

    def _action_show(self):
        """The session, or the list of several."""
        action = {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "view_mode": "form" if len(self) == 1 else "list,form",
            "domain": [("id", "in", self.ids)],
        }
        if len(self) == 1:
            action["res_id"] = self.id
        return action | {"name": self.env._("Make-up Sessions")}
