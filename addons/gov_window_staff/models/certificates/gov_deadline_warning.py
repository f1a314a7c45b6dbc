"""Reminders of certificate deadlines that were given (到期预警)."""

from odoo import api, fields, models

ACTIVITY = "gov_window_staff.mail_activity_type_level5"


class GovDeadlineWarning(models.Model):
    """One reminder: a person, a deadline and a threshold, once."""

    _name = "gov.deadline.warning"
    _description = "Reminder of a Certificate Deadline"
    _order = "date desc, id desc"
    _rec_name = "deadline"

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, ondelete="cascade", index=True
    )
    deadline = fields.Date(required=True)
    threshold = fields.Integer(
        string="Days Before", required=True, help="0: the deadline is past."
    )
    user_id = fields.Many2one("res.users", string="Reminded", required=True)
    date = fields.Date(string="Reminded On", required=True)

    _once = models.UniqueIndex(
        "(employee_id, deadline, threshold)", "This reminder was given already."
    )

    @api.model
    def _cron_warn(self):
        """Remind of every threshold that was reached since, once each.

        Nothing else follows: what to do about a missed deadline is a person's
        decision (D27).
        """
        today = fields.Date.context_today(self)
        people = self.env["hr.employee"].search(
            self.env["hr.employee"]._gov_duty_domain(today)
        )
        standings = people._gov_level5_standings(today)
        due = people.filtered(lambda p: standings[p.id].threshold is not None)
        new = self._not_reminded(due, standings)
        officers = new._gov_deadline_officers(today)
        self.create(
            [
                {
                    "employee_id": person.id,
                    "deadline": standings[person.id].deadline,
                    "threshold": standings[person.id].threshold,
                    "user_id": officers[person.id].id,
                    "date": today,
                }
                for person in new
            ]
        )._make_activities(standings)
        met = people.filtered(lambda p: standings[p.id].state == "met")
        met._gov_close_deadline_activities()

    @api.model
    def _not_reminded(self, people, standings):
        """People whose present threshold has had no reminder yet."""
        known = {
            (warning.employee_id.id, warning.deadline, warning.threshold)
            for warning in self.search([("employee_id", "in", people.ids)])
        }
        return people.filtered(
            lambda p: (
                (p.id, standings[p.id].deadline, standings[p.id].threshold) not in known
            )
        )

    def _make_activities(self, standings):
        """One to-do for the officer per reminder."""
        model = self.env["ir.model"]._get_id("hr.employee")
        kind = self.env.ref(ACTIVITY).id
        # one e-mail per person would be a flood on the first day
        self.env["mail.activity"].with_context(mail_activity_quick_update=True).create(
            [
                {
                    "res_model_id": model,
                    "res_id": warning.employee_id.id,
                    "activity_type_id": kind,
                    "automated": True,
                    "summary": warning._summary(
                        standings[warning.employee_id.id].days_left
                    ),
                    "date_deadline": warning.deadline
                    if warning.threshold
                    else warning.date,
                    "user_id": warning.user_id.id,
                }
                for warning in self
            ]
        )

    def _summary(self, days_left):
        env = self.with_context(lang=self.user_id.lang).env
        name, deadline = self.employee_id.name, fields.Date.to_string(self.deadline)
        if not self.threshold:
            return env._(
                "%(name)s has missed the certificate deadline of %(deadline)s: extend "
                "it, or decide what follows",
                name=name,
                deadline=deadline,
            )
        return env._(
            "%(name)s must hold a certificate by %(deadline)s, %(days)s days are left",
            name=name,
            deadline=deadline,
            days=days_left,
        )
