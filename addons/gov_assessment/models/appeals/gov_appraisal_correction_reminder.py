"""Corrections that nobody decides: whoever has the next step is told, once a step."""

from odoo import api, fields, models

TODO = "mail.mail_activity_data_todo"


class GovAppraisalCorrection(models.Model):
    """Correction that waits too long."""

    _inherit = "gov.appraisal.correction"

    reminded_state = fields.Char(
        string="Reminded While", readonly=True, help="State in which it was told of."
    )

    @api.model
    def _remind_waiting(self, today):
        """A to-do more for corrections open longer than an appeal may take (D15)."""
        calendar = self.env["gov.calendar.year"]._calendar()
        for correction in self.search([("state", "in", ("draft", "approved"))]):
            days = correction.round_id.version_id.answer_days
            since = correction._waits_since()
            if correction.reminded_state == correction.state or not days:
                continue
            if calendar.add(since, days) < today:
                correction._remind_turn(today)

    def _waits_since(self):
        moment = self.approved_on if self.state == "approved" else self.create_date
        return fields.Datetime.context_timestamp(
            self.with_context(tz="Asia/Shanghai"), moment
        ).date()

    def _remind_turn(self, today):
        for user in self.sudo().activity_ids.user_id:  # sudo: to-dos of colleagues
            words = self.with_context(lang=user.lang).env
            self.activity_schedule(
                TODO,
                date_deadline=today,
                summary=words._(
                    "Waiting since %(day)s: %(name)s",
                    day=self._waits_since(),
                    name=self.display_name,
                ),
                user_id=user.id,
            )
        self._unprotected().reminded_state = self.state
