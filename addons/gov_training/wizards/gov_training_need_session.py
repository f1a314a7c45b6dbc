"""Arrange a session for needs: the people are enrolled at once."""

from datetime import datetime, time, timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..rules.schedule import CHINA, local_day

COUNTY_WIDE = "gov_window_staff.group_hr_officer"
NOTICE = timedelta(days=7)  # people hear of it a week before
MORNING, LENGTH = time(9, 0), timedelta(hours=2)
NEEDED = (
    "topic_ids",
    "name",
    "department_id",
    "kind_id",
    "form_id",
    "date_start",
    "date_end",
)


class GovTrainingNeedSession(models.TransientModel):
    """Proposes a session; a click on the button opens it with these people."""

    _name = "gov.training.need.session"
    _description = "Session for Needs"

    need_ids = fields.Many2many(
        "gov.training.need",
        string="Needs",
        required=True,
        domain=[("state", "=", "open")],
    )
    session_id = fields.Many2one(
        "gov.training.session",
        string="Add to a Session",
        domain=[("state", "=", "planned")],
        help="Empty: a new session is made.",
    )
    topic_ids = fields.Many2many(
        "gov.training.topic",
        string="Topics",
        compute="_compute_topic_ids",
        store=True,
        readonly=False,
    )
    name = fields.Char(
        string="Session",
        compute="_compute_name",
        store=True,
        readonly=False,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="For Site",
        compute="_compute_department_id",
        store=True,
        readonly=False,
        precompute=True,
    )
    kind_id = fields.Many2one(
        "gov.training.kind", default=lambda self: self._record("kind_advanced")
    )
    form_id = fields.Many2one(
        "gov.training.form",
        compute="_compute_form_id",
        store=True,
        readonly=False,
        precompute=True,
    )
    date_start = fields.Datetime(
        string="Begins", default=lambda self: self._next_morning()
    )
    date_end = fields.Datetime(
        string="Ends", default=lambda self: self._next_morning() + LENGTH
    )
    place = fields.Char()
    is_required = fields.Boolean(
        string="They Have to Attend",
        compute="_compute_is_required",
        store=True,
        readonly=False,
        precompute=True,
        help="应参加: who stays away without leave is reported when the session "
        "closes.",
    )
    person_count = fields.Integer(string="Number of People", compute="_compute_people")
    busy_text = fields.Char(string="In Another Session Then", compute="_compute_people")

    @api.model
    def _record(self, name):
        """A record of our data, or empty when the office has deleted it."""
        return self.env.ref(f"gov_training.{name}", raise_if_not_found=False)

    @api.model
    def _next_morning(self):
        """09:00 of the first working day that is a week away, in UTC."""
        calendar = self.env["gov.calendar.year"]._calendar()
        day = calendar.on_or_after(local_day(fields.Datetime.now()) + NOTICE)
        return datetime.combine(day, MORNING) - CHINA.utcoffset(None)

    @api.depends("need_ids")
    def _compute_topic_ids(self):
        for wizard in self:
            wizard.topic_ids = wizard.need_ids.topic_id

    @api.depends("topic_ids")
    def _compute_name(self):
        for wizard in self:
            topics = ", ".join(wizard.topic_ids.mapped("name"))
            wizard.name = self.env._("Training on %s", topics)

    @api.depends("need_ids")
    def _compute_department_id(self):
        """The one site of the people, else the county, else the user's own site."""
        county_wide = self.env.user.has_group(COUNTY_WIDE)
        for wizard in self:
            sites = wizard.need_ids.department_id
            counties = wizard.need_ids.county_id
            own = self.env.user.gov_department_ids[:1]
            wizard.department_id = (
                sites if len(sites) == 1 else counties[:1] if county_wide else own
            )

    @api.depends("need_ids")
    def _compute_form_id(self):
        """The form that most of them would like, else a concentrated session."""
        usual = self._record("form_concentrated")
        for wizard in self:
            wanted = wizard.need_ids.grouped("form_id")
            wanted.pop(self.env["gov.training.form"], None)
            wizard.form_id = max(wanted, key=lambda f: len(wanted[f]), default=usual)

    @api.depends("need_ids")
    def _compute_is_required(self):
        """Facts oblige; an own choice does not."""
        for wizard in self:
            wizard.is_required = any(n.source != "wish" for n in wizard.need_ids)

    @api.depends("need_ids", "session_id", "date_start", "date_end")
    def _compute_people(self):
        for wizard in self:
            # needs of others tell nothing, not even on a form that is never saved
            needs = wizard.need_ids._origin._filtered_access("read")
            # sudo: whoever reads a need may know whose it is
            people = needs.sudo().employee_id
            wizard.person_count = len(people)
            busy = wizard._session_in_mind()._busy_people(people)
            wizard.busy_text = ", ".join(busy.mapped("name"))

    def _session_in_mind(self):
        """The chosen session, or one that is not saved yet."""
        if self.session_id:
            return self.session_id
        if not (self.date_start and self.date_end):
            return self.session_id
        return self.env["gov.training.session"].new(
            {"date_start": self.date_start, "date_end": self.date_end}
        )

    def action_arrange(self):
        """Make and open the session, enroll the people, and show it."""
        self.ensure_one()
        self.need_ids.check_access("write")
        needs = self.need_ids.filtered(lambda need: need.state == "open")
        if not needs:
            raise UserError(
                self.env._("Choose at least one need that waits for a session.")
            )
        session = self.session_id or self._new_session()
        free = self._enroll(session, needs)
        # sudo: only compares people, whose profiles may not be read
        needs.filtered(lambda need: need.sudo().employee_id in free)._plan(session)
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.session",
            "res_id": session.id,
            "view_mode": "form",
            "name": session.name,
        }

    def _new_session(self):
        missing = [
            field._description_string(self.env)
            for name, field in self._fields.items()
            if name in NEEDED and not self[name]
        ]
        if missing:
            raise UserError(self.env._("Please fill in: %s", ", ".join(missing)))
        session = self.env["gov.training.session"].create(
            {
                "name": self.name,
                "topic_ids": [(6, 0, self.topic_ids.ids)],
                "kind_id": self.kind_id.id,
                "form_id": self.form_id.id,
                "department_id": self.department_id.id,
                "organiser_id": self.department_id.id,
                "date_start": self.date_start,
                "date_end": self.date_end,
                "place": self.place,
                # not those that this wizard was opened with: they are arranged later
                "need_ids": [],
            }
        )
        session.action_open()
        return session

    def _enroll(self, session, needs):
        """Enroll whoever is free and in service; the others' needs stay open.

        :return: hr.employee records that are on the list now
        """
        # sudo: entry and leave dates are kept to HR
        people = needs.sudo().employee_id
        day = local_day(session.date_start)
        gone = people.filtered(lambda p: p.gov_leave_date and p.gov_leave_date < day)
        lines = session.sudo().enrollment_ids.filtered(lambda e: e.state != "withdrawn")
        listed = people & lines.employee_id
        new = people - gone - listed - session._busy_people(people)
        if not (new | listed):
            raise UserError(
                self.env._("Nobody of them is free at that time. Choose another time.")
            )
        self._put_on_list(session, new)
        return new | listed

    def _put_on_list(self, session, people):
        """New lines, or the old ones of those who had withdrawn; and tell them."""
        old = session.enrollment_ids.filtered(lambda e: e.employee_id in people)
        old.action_enroll_again()
        new = self.env["gov.training.enrollment"].create(
            [
                {
                    "session_id": session.id,
                    "employee_id": person.id,
                    "is_required": self.is_required,
                }
                for person in people - old.employee_id
            ]
        )
        session._tell_people(
            old | new,
            self.env._("A session is arranged for you: %s", session.name),
            self.env._(
                "The training that you need takes place: “%s”. You are on the list.",
                session.name,
            ),
        )
