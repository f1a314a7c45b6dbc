"""What window staff see of sessions and may do with them themselves (个人自助)."""

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ...rules.office_hours import local

SHOWN = ("planned", "ongoing", "done", "cancelled")


class GovTrainingSession(models.Model):
    """Called with full rights by pages that know the person behind the login."""

    _inherit = "gov.training.session"

    def _open_domain(self, person):
        """Sessions that a person may enroll in: of the own site or of one above it."""
        return [
            ("state", "=", "planned"),
            ("date_start", ">", fields.Datetime.now()),
            ("department_id", "parent_of", person.department_id.ids),
        ]

    def _own_domain(self, person):
        """Sessions with the person on the list."""
        return [
            ("state", "in", SHOWN),
            ("enrollment_ids.employee_id", "=", person.id),
        ]

    def _line_of(self, person):
        """The person's line of this session, empty when there is none."""
        self.ensure_one()
        return self.env["gov.training.enrollment"].search(
            [("session_id", "=", self.id), ("employee_id", "=", person.id)]
        )

    def _is_full(self):
        """No seat is left; whether one may wait is another question."""
        return bool(self.capacity) and not self.seats_left

    def _why_not_enroll(self, person):
        """Why the person cannot enroll (a sentence), False when nothing is against it.

        Who has enrolled already is not asked again.
        """
        self.ensure_one()
        if not self.filtered_domain(self._open_domain(person)):
            return self.env._("Enrollment in this session is closed.")
        if self._line_of(person).state not in (False, "withdrawn"):
            return self.env._("You stand on the list of this session already.")
        if self._is_full() and not self.has_waiting_list:
            return self.env._("All seats are taken.")
        if self._busy_people(person):
            return self.env._(
                "You have a place in another session at that time. Leave it first."
            )
        return False

    def _enroll_from_portal(self, person):
        """Put the person on the list, or on the waiting list when it is full.

        :return: the line
        :raises UserError: see `_why_not_enroll`
        """
        refusal = self._why_not_enroll(person)
        if refusal:
            raise UserError(refusal)
        line = self._line_of(person)
        if line:
            line._seat_again()
            return line
        # whoever comes of the own accord has not been ordered to come
        vals = {"session_id": self.id, "employee_id": person.id, "is_required": False}
        return line.create(vals)

    # === WORDS === #

    def _times(self):
        """One text for each date, in Chinese time: `Mar 6, 2026 Fri 09:00 – 11:00`."""
        self.ensure_one()
        return [self._time_text(start, end) for start, end in self._slots()]

    def _time_text(self, start, end):
        start, end = local(start), local(end)
        first, last = (
            f"{format_date(self.env, day)} "
            f"{format_date(self.env, day, date_format='EEE')}"
            for day in (start.date(), end.date())
        )
        if first == last:
            return f"{first} {start:%H:%M} – {end:%H:%M}"
        return f"{first} {start:%H:%M} – {last} {end:%H:%M}"

    def _when_text(self):
        """The first date, and how many there are."""
        first, *others = self._times()
        if not others:
            return first
        return self.env._(
            "%(first)s (%(count)s dates)", first=first, count=len(others) + 1
        )

    def _seats_text(self):
        """How many seats are left while enrollment is open, False without limit."""
        if not self.capacity or self.state != "planned":
            return False
        if self.seats_left:
            return self.env._("%s seats left", self.seats_left)
        if self.has_waiting_list:
            return self.env._("Full, %s people waiting", self.waiting_count)
        return self.env._("No seats left")

    def _organiser(self):
        """Name of who holds the session."""
        if self.organiser_kind == "unit":
            return self.organiser_unit_id.name
        return self.organiser_id.name or self.department_id.name
