"""Sessions in the calendars of internal users, and reminders in the system."""

from datetime import timedelta

from odoo import api, fields, models

from ...rules.office_hours import local
from .gov_training_session_people import WITH_PLACE

SHOWN = ("planned", "ongoing")
SHARED = {"name", "date_start", "date_end", "place", "link", "trainer_ids", "user_id"}
QUIET = {
    "no_mail_to_attendees": True,
    "dont_notify": True,
    "mail_create_nosubscribe": True,
    "skip_contact_description": True,
}


class GovTrainingSession(models.Model):
    """Whoever has an account of the office sees the session in the own calendar."""

    _inherit = "gov.training.session"

    event_ids = fields.One2many(
        "calendar.event", "gov_session_id", string="Calendar Entries"
    )
    remind_days = fields.Integer(
        string="Remind Days Before",
        default=1,
        help="Everybody enrolled gets a message this many days before; 0: none.",
    )
    reminded_on = fields.Date(copy=False, readonly=True)

    _remind_range = models.Constraint(
        "CHECK(remind_days BETWEEN 0 AND 30)",
        "People are reminded at most 30 days before.",
    )

    # === CRUD METHODS === #

    def write(self, vals):
        if "reminded_on" in vals and not self._is_unlocked():
            vals = {k: v for k, v in vals.items() if k != "reminded_on"}
        before = {s.id: s._slots() for s in self} if {"date_start"} & set(vals) else {}
        result = super().write(vals)
        if SHARED & set(vals):
            self._sync_events()
        for session in self.filtered(lambda s: s.id in before and s.state == "planned"):
            if session._slots() != before[session.id]:
                session._tell_of_new_time()
        return result

    def _move(self, allowed, target):
        expected = self.enrollment_ids.filtered(lambda e: e.state in WITH_PLACE)
        result = super()._move(allowed, target)
        self._sync_events()
        if target == "cancelled":
            for session, lines in expected.grouped("session_id").items():
                session._tell_people(
                    lines,
                    self.env._("Cancelled: %s", session.name),
                    self.env._("The training “%s” does not take place.", session.name),
                )
        if target in ("done", "cancelled"):
            self.activity_unlink(["gov_training.activity_close"])
        return result

    def unlink(self):
        # sudo: as in _sync_events
        self.sudo().event_ids.with_context(**QUIET).unlink()
        return super().unlink()

    # === BUSINESS METHODS === #

    def _sync_events(self):
        """One calendar entry for each date, with everybody who has an account.

        sudo: the entry belongs to the session; mail is left to the reminder.
        """
        for session in self.sudo().with_context(**QUIET):
            slots = session._slots() if session.state in SHOWN else []
            events = session.event_ids.sorted("start")
            events[len(slots) :].unlink()
            if not slots:
                continue
            vals = session._prepare_event_vals()
            for event, (start, stop) in zip(events, slots, strict=False):
                event.write({**vals, "start": start, "stop": stop})
            self.env["calendar.event"].sudo().with_context(**QUIET).create(
                [
                    {**vals, "start": start, "stop": stop, "gov_session_id": session.id}
                    for start, stop in slots[len(events) :]
                ]
            )

    def _prepare_event_vals(self):
        self.ensure_one()
        lines = self.enrollment_ids.filtered(lambda e: e.state in WITH_PLACE)
        users = lines.employee_id.user_id.filtered(lambda user: not user.share)
        users |= self.trainer_ids.user_ids.filtered(lambda user: not user.share)
        users |= self.user_id
        return {
            "name": self.name,
            "location": self.place,
            "videocall_location": self.link,
            "user_id": self.user_id.id,
            "partner_ids": [(6, 0, users.partner_id.ids)],
        }

    def _tell_of_new_time(self):
        self._unlocked().reminded_on = False
        # sudo: everybody with a place is told, seen or not; the text names nobody
        lines = self.sudo().enrollment_ids.filtered(lambda e: e.state in WITH_PLACE)
        self._tell_people(
            lines,
            self.env._("New time: %s", self.name),
            self.env._(
                "“%(session)s” now takes place at %(time)s.",
                session=self.name,
                time=self._times_text(),
            ),
        )

    def _times_text(self):
        """All dates in Chinese time, for messages."""
        slots = [(local(start), local(end)) for start, end in self._slots()]
        return "; ".join(
            f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}"
            if start.date() == end.date()
            else f"{start:%Y-%m-%d %H:%M}–{end:%Y-%m-%d %H:%M}"
            for start, end in slots
        )

    @api.model
    def _cron_remind(self):
        """Messages before a session; a to-do for who has not closed one."""
        now = fields.Datetime.now()
        coming = self.search(
            [
                ("state", "=", "planned"),
                ("reminded_on", "=", False),
                ("remind_days", ">", 0),
                ("date_start", ">", now),
                ("date_start", "<", now + timedelta(days=31)),
            ]
        )
        today = fields.Date.context_today(self)
        for session in coming.filtered(lambda s: s._is_due_for_reminder(today)):
            # the system writes in the language of who runs the session
            session.with_context(lang=session.user_id.lang or "zh_CN")._remind()
            session._unlocked().reminded_on = today
        self._ask_for_closing(now)

    def _is_due_for_reminder(self, today):
        day = local(self.date_start).date()
        return day - timedelta(days=self.remind_days) <= today

    def _remind(self):
        where = self.place or self.link or ""
        self._tell_people(
            self.enrollment_ids.filtered(lambda e: e.state in WITH_PLACE),
            self.env._("Reminder: %s", self.name),
            self.env._(
                "You are enrolled in “%(session)s”: %(time)s, %(where)s",
                session=self.name,
                time=self._times_text(),
                where=where,
            ),
        )

    def _ask_for_closing(self, now):
        over = self.search(
            [
                ("state", "in", SHOWN),
                ("date_end", "<", now - timedelta(days=1)),
                ("user_id", "!=", False),
            ]
        )
        activity = self.env.ref("gov_training.activity_close")
        asked = over.filtered(lambda s: activity in s.activity_ids.activity_type_id)
        for session in over - asked:
            session.activity_schedule(
                "gov_training.activity_close", user_id=session.user_id.id
            )
