"""The people of a session: who is free, and telling them something."""

from odoo import models

from ...rules.schedule import Slot, overlap

WITH_PLACE = ("enrolled", "attended")


class GovTrainingSession(models.Model):
    """People seen from the session."""

    _inherit = "gov.training.session"

    def _busy_people(self, people):
        """Those of `people` (hr.employee) who sit elsewhere at the time; sudo records.

        sudo: somebody in a session that the user does not see is busy all the same.
        """
        self.ensure_one()
        slots = self._slots()
        if not slots:
            return people.sudo().browse()
        lines = (
            self.env["gov.training.enrollment"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", people.ids),
                    ("session_id", "not in", self.ids),
                    ("state", "in", WITH_PLACE),
                    ("session_state", "in", ("planned", "ongoing", "done")),
                    ("date_start", "<", max(end for _start, end in slots)),
                    ("date_end", ">", min(start for start, _end in slots)),
                ]
            )
        )
        own = [Slot(0, start, end, self.id) for start, end in slots]
        busy = lines.filtered(
            lambda line: any(overlap(a, b) for a in own for b in line._slots())
        )
        return busy.employee_id

    def _tell_people(self, enrollments, subject, body):
        """A message in the system (and by mail, as each user prefers) to people.

        sudo: addresses are private; one message for all of them.
        """
        people = enrollments.sudo().employee_id
        partners = people.user_id.partner_id | people.filtered(
            lambda person: not person.user_id
        ).work_contact_id.filtered("user_ids")
        if partners:
            self.sudo().message_notify(
                partner_ids=partners.ids, subject=subject, body=body
            )
