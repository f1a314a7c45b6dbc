"""After the day: seconded people come back, leavers' windows and logins are freed."""

from odoo import api, fields, models
from odoo.fields import Domain

from .gov_movement_kind import LEAVING


class GovStaffMovement(models.Model):
    """What the night job does after a movement has taken effect."""

    _inherit = "gov.staff.movement"

    close_date = fields.Date("Closed On", readonly=True, copy=False)
    remind_date = fields.Date("Reminded On", readonly=True, copy=False)

    @api.model
    def _cron_after(self):
        """Every morning; each part finds what is due and does it once."""
        self._close_leavers()
        self._return_seconded()
        self._remind_of_ends()

    def _due(self, kinds, day_field, last_day):
        return self.search(
            Domain("kind", "in", kinds)
            & Domain("state", "=", "done")
            & Domain("close_date", "=", False)
            & Domain(day_field, "<", last_day)
        )

    @api.model
    def _close_leavers(self):
        """The day after the last day: no window, no login; past months keep all."""
        today = self._today()
        due = self._due(LEAVING, "effective_date", today)
        if self and self.effective_date < today:
            due |= self
        for movement in due.filtered(lambda m: m._is_leaving()):
            person = movement.employee_id
            left = person.gov_leave_date
            if left and left < today:
                movement._free(person)
            movement._system().write({"close_date": today})

    def _free(self, person):
        windows = self.env["gov.window"].with_context(active_test=False)
        for field in ("main_person_id", "backup_person_id"):
            windows.search([(field, "=", person.id)]).write({field: False})
        if person.user_id.active and person.user_id != self.env.ref("base.user_admin"):
            person.user_id.active = False
        if person.active:
            person.with_context(no_wizard=True).action_archive()

    @api.model
    def _return_seconded(self):
        """The day after the last day: back to where the person was before."""
        due = self._due(("secondment",), "end_date", self._today())
        for movement in due:
            movement._take()
            movement._system()._come_back()

    def _come_back(self):
        """Restore site, window and post, unless something else moved the person."""
        day = fields.Date.add(self.end_date, days=1)
        facts = self._facts(day)
        comment = self.env._("Moved on in the meantime; nothing was restored.")
        left = self.employee_id.gov_leave_date
        if facts.department_id == self.to_department_id and not left:
            before = self._facts(fields.Date.subtract(self.effective_date, days=1))
            self._write_profile(
                day,
                department_id=self.department_id.id,
                gov_window_id=self.window_id.id,
                job_id=self.job_id.id,
                gov_is_dedicated=before.gov_is_dedicated,
            )
            comment = self.env._("Back at %s.", self.department_id.name)
        self.write({"close_date": self._today()})
        self._log("end", comment)
        self.message_post(body=comment, subtype_xmlid="mail.mt_comment")

    @api.model
    def _remind_of_ends(self):
        """A to-do for the county office before a secondment ends."""
        kind = self.env["gov.movement.kind"]._of("secondment")
        until = fields.Date.add(self._today(), days=kind.remind_days)
        due = self._due(("secondment",), "end_date", until)
        for movement in due.filtered(lambda m: not m.remind_date):
            movement._remind(
                movement.reviewer_officer_ids,
                self.env._("Secondment ends"),
                movement.end_date,
            )
            movement._system().write({"remind_date": self._today()})
