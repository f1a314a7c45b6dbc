"""Every morning: a to-do for each review whose step is overdue."""

from odoo import api, models

ACTIVITY = "mail.mail_activity_data_todo"


class GovServiceReview(models.Model):
    """Who handles the review is reminded, else every HR officer."""

    _inherit = "gov.service.review"

    @api.model
    def _cron_remind(self):
        """One reminder a review and step; it goes when the step is taken."""
        overdue = self.search([("is_overdue", "=", True)])
        waiting = overdue.filtered(lambda review: not review.activity_ids)
        officers = self.env["gov.staff.movement"]._users_of("group_hr_officer")
        for review in waiting:
            own = officers._gov_of_county(review.county_id)
            users = review.owner_id.filtered("active") or own
            review._remind(users.filtered(lambda user: user.id != 1))

    def _remind(self, users):
        for user in users:
            told = self.with_context(lang=user.lang or "zh_CN")
            told.activity_schedule(
                ACTIVITY,
                date_deadline=self.next_due,
                summary=told.env._(
                    "Bad review %(number)s: %(state)s, due on %(due)s",
                    number=self.number,
                    state=told._state_label(),
                    due=self.next_due,
                ),
                user_id=user.id,
            )
