"""Dates of a session that takes more than one (培训场次): each with its own sign-in."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules.attendance import tally
from ...rules.schedule import hours_between, local_day


class GovTrainingSessionDate(models.Model):
    """One date of a session; a session without any takes place once, at its times."""

    _name = "gov.training.session.date"
    _description = "Date of a Training Session"
    _inherit = ["gov.training.guard.mixin"]
    _order = "date_start, id"

    session_id = fields.Many2one(
        "gov.training.session", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char(string="Content")
    date_start = fields.Datetime(string="Begins", required=True)
    date_end = fields.Datetime(string="Ends", required=True)
    hours = fields.Float(
        compute="_compute_hours", store=True, precompute=True, digits=(8, 1)
    )
    place = fields.Char(help="Blank: the place of the session.")
    attendance_ids = fields.One2many(
        "gov.training.attendance", "date_id", string="Sign-in List"
    )
    attended_count = fields.Integer(string="Present", compute="_compute_counts")
    unmarked_count = fields.Integer(string="Not Signed In", compute="_compute_counts")
    session_state = fields.Selection(related="session_id.state", string="Session State")

    _dates_order = models.Constraint(
        "CHECK(date_end > date_start)", "A date must end after it begins."
    )

    @api.depends("session_id", "date_start")
    def _compute_display_name(self):
        for date in self:
            day = date.date_start and local_day(date.date_start)
            date.display_name = f"{date.session_id.name or ''} {day or ''}".strip()

    @api.depends("date_start", "date_end")
    def _compute_hours(self):
        for date in self:
            start, end = date.date_start, date.date_end
            date.hours = hours_between(start, end) if start and end else 0

    @api.depends("attendance_ids.state")
    def _compute_counts(self):
        # sudo: head counts only, as those of the session
        groups = (
            self.env["gov.training.attendance"]
            .sudo()
            ._read_group(
                [
                    ("date_id", "in", self.ids),
                    ("enrollment_id.state", "not in", ("withdrawn", "waiting")),
                ],
                ["date_id", "state"],
                ["__count"],
            )
        )
        counts = {}
        for date, state, number in groups:
            counts.setdefault(date.id, {})[state] = number
        for date in self:
            heads = tally(counts.get(date._origin.id, {}))
            date.attended_count = heads.attended
            date.unmarked_count = heads.unmarked

    @api.constrains("date_start", "date_end", "session_id")
    def _check_overlap(self):
        for session in self.session_id:
            dates = session.date_ids.sorted("date_start")
            for earlier, later in zip(dates, dates[1:], strict=False):
                if later.date_start < earlier.date_end:
                    raise ValidationError(
                        self.env._(
                            "Two dates of “%(session)s” overlap on %(day)s. Change "
                            "the times of one of them.",
                            session=session.name,
                            day=fields.Date.to_string(local_day(later.date_start)),
                        )
                    )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        dates = super().create(vals_list)
        dates._check_may_change()
        dates._after_change(dates.session_id)
        return dates

    def write(self, vals):
        self._check_may_change()
        sessions = self.session_id
        result = super().write(vals)
        self._check_may_change()
        self._after_change(sessions | self.session_id)
        return result

    def unlink(self):
        sessions = self.session_id
        result = super().unlink()
        sessions.exists()._span_dates()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_open(self):
        self._check_may_change()

    def _check_may_change(self):
        """Dates follow their session: nobody changes them once it is closed."""
        self.session_id._check_not_closed()
        self.session_id.check_access("write")

    def _after_change(self, sessions):
        sessions._span_dates()
        self.filtered(lambda d: d.session_state == "ongoing")._list_people()

    # === BUSINESS METHODS === #

    def _list_people(self):
        """One line of the sign-in list for everybody with a place who has none yet."""
        listed = {
            (line.date_id.id, line.enrollment_id.id) for line in self.attendance_ids
        }
        vals_list = [
            {"date_id": date.id, "enrollment_id": enrollment.id}
            for date in self
            for enrollment in date.session_id.enrollment_ids
            if enrollment.state not in ("withdrawn", "waiting")
            and (date.id, enrollment.id) not in listed
        ]
        self.env["gov.training.attendance"].create(vals_list)

    def _is_on(self, moment):
        """Whether this date is the day, in China, of a moment."""
        self.ensure_one()
        return local_day(self.date_start) == local_day(moment)

    def action_open_attendance(self):
        """The sign-in list of this date."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.attendance",
            "view_mode": "list",
            "domain": [("date_id", "=", self.id)],
            "context": {"gov_one_date": True},
            "name": self.display_name,
        }

    def action_show_sign_code(self):
        """Full-screen page with the code of this date (动态签到码)."""
        self.ensure_one()
        return self.session_id._sign_screen(self)

    def action_import_attendance(self):
        """Odoo's import screen for 签到名单.xlsx of this date."""
        self.ensure_one()
        action = self.session_id.action_import_attendance()
        action["params"]["context"]["gov_training_date_id"] = self.id
        return action

    def action_mark_all_present(self):
        """Everybody of this date who is not marked yet came."""
        self.session_id._check_state(("ongoing",))
        waiting = self.attendance_ids.filtered(
            lambda line: (
                line.state == "enrolled"
                and line.enrollment_id.state not in ("withdrawn", "waiting")
            )
        )
        waiting.write({"state": "attended"})
