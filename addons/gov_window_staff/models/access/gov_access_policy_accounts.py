"""Once a month the administrators look through the accounts (账号清理)."""

from odoo import api, fields, models

DAYS = 14  # to look through the list


class GovAccessPolicy(models.Model):
    """The reminder hangs on the one record of account security."""

    _name = "gov.access.policy"
    _inherit = ["gov.access.policy", "mail.activity.mixin"]

    @api.model
    def _cron_unused_accounts(self):
        """Remind each administrator of unused accounts, once until it is done."""
        policy = self._current()
        # sudo: the cron counts accounts, it shows none
        unused = (
            self.env["res.users"].sudo().search_count([("gov_is_unused", "=", True)])
        )
        if not policy or not unused:
            return
        group = self.env.ref("gov_window_staff.group_administrator")
        people = group.all_user_ids.filtered(lambda user: user.active and user.id != 1)
        today = fields.Date.context_today(self)
        for user in people - policy.activity_ids.user_id:
            policy.activity_schedule(
                "mail.mail_activity_data_todo",
                date_deadline=fields.Date.add(today, days=DAYS),
                summary=self.with_context(lang=user.lang).env._(
                    "%(count)s accounts unused for %(days)s days: archive those of "
                    "people who have left",
                    count=unused,
                    days=policy.unused_days,
                ),
                user_id=user.id,
            )
