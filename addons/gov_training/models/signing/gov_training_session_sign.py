"""Signing in by the code on the screen, seen from the session and its dates."""

from odoo import models

from ...rules.office_hours import local


class GovTrainingSession(models.Model):
    """The officer shows the code; what is corrected afterwards stays on record."""

    _inherit = "gov.training.session"

    def action_show_sign_code(self):
        """Full-screen page with the code of a session that is held once."""
        self.ensure_one()
        return self._sign_screen(self.date_ids.browse())

    def _sign_screen(self, date):
        self.check_access("write")
        code = self.env["gov.training.sign.code"]._of(self, date)
        # sudo: nobody has rights on codes; the right to the session is checked above
        code.with_env(self.env).sudo()._check_open()
        return {
            "type": "ir.actions.act_url",
            "url": f"/training/sign-screen/{code.id}",
            "target": "new",
        }

    def _note_corrected(self, lines, state):
        """A line of the history for sign-ins by code that an officer takes back.

        :param lines: enrollments or attendance signed by the code, before the change
        :param state: label of what they are now
        """
        people = ", ".join(
            f"{line.employee_id.name} ({local(line.sign_time):%m-%d %H:%M})"
            for line in lines
        )
        self.message_post(
            body=self.env._(
                "Sign-in by QR code corrected to “%(state)s”: %(people)s",
                state=state,
                people=people,
            )
        )
