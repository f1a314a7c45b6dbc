"""Appeals that are not answered in time: those who may handle them are told, once."""

from odoo import api, fields, models

from ..rounds.gov_appraisal_round import OFFICER

TODO = "mail.mail_activity_data_todo"


class GovAppeal(models.Model):
    """Appeal with a reminder when its last day is over (D15)."""

    _inherit = "gov.appeal"

    reminded_on = fields.Date(string="Reminded of the Deadline On", readonly=True)

    @api.model
    def _cron_remind_overdue(self):
        """Daily: overdue appeals, then corrections that nobody decides."""
        today = self.env["gov.staff.movement"]._today()
        late = self.search([*self._overdue_domain(today), ("reminded_on", "=", False)])
        for appeal in late:
            appeal._remind_overdue(today)
        self.env["gov.appraisal.correction"]._remind_waiting(today)

    def _remind_overdue(self, today):
        # sudo: who handles appeals does not depend on who runs the daily work
        officers = self.env.ref(OFFICER).sudo().all_user_ids.filtered("active")
        officers = officers._gov_of_county(self.sudo().round_id.county_id)  # sudo: same
        for user in self.handler_id or officers - self._barred_users():
            self.activity_schedule(
                TODO,
                date_deadline=today,
                summary=self.with_context(lang=user.lang).env._(
                    "Overdue since %(day)s: %(name)s",
                    day=self.answer_due,
                    name=self.name,
                ),
                user_id=user.id,
            )
        self._unprotected().reminded_on = today
