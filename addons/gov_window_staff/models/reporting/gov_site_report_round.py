"""Opening and chasing the site reports of a month, for all sites at once."""

from odoo import api, fields, models

from ...rules.month import Month
from .gov_site_report import ACTIVITY, WAITING


class GovSiteReport(models.Model):
    """Site report: a month is opened, reminded and collected as a whole."""

    _inherit = "gov.site.report"

    @api.model
    def _open_month(self, month):
        """Open the reports of a `rules.month.Month`; those that exist stay.

        :return: the new reports
        """
        duties = self.env["gov.report.duty"]._in_force(month.last)
        known = self.search([("month", "=", month.first)]).department_id
        sites = self.env["hr.department"].search(
            [("gov_level", "in", list(duties)), ("id", "not in", known.ids)]
        )
        calendar = self.env["gov.calendar.year"]._calendar()
        reports = self._unprotected().create(
            [
                {
                    "department_id": site.id,
                    "level": site.gov_level,
                    "month": month.first,
                    "duty_id": duties[site.gov_level].id,
                    "due_date": calendar.add(
                        month.last, duties[site.gov_level].due_days
                    ),
                }
                for site in sites
            ]
        )
        reports = reports.with_context(gov_unlock=None)
        reports._fill_figures()
        reports._schedule_activities()
        return reports

    @api.model
    def _cron_daily(self):
        """Open last month once, then remind of what is due soon or overdue."""
        today = fields.Date.context_today(self)
        last_month = Month.of(fields.Date.subtract(today.replace(day=1), days=1))
        self._open_month(last_month)
        calendar = self.env["gov.calendar.year"]._calendar()
        if not calendar.is_workday(today):
            return
        waiting = self.search([("state", "in", WAITING)])
        waiting.filtered(
            lambda report: report._is_remind_day(today, calendar)
        )._remind()

    def _is_remind_day(self, today, calendar):
        """Once shortly before it is due, then again and again while it is overdue."""
        self.ensure_one()
        duty = self.duty_id
        if not self.remind_date:
            return self.due_date <= calendar.add(today, duty.remind_days)
        again = fields.Date.add(self.remind_date, days=duty.remind_again_days)
        return self.due_date < today and again <= today

    def action_remind(self):
        """Remind of the selected reports now; what is submitted needs none."""
        self.check_access("write")
        waiting = self.filtered(lambda report: report.state in WAITING)
        told = waiting._remind()
        untold = waiting - told
        message = self.env._("%s reports were reminded of.", len(told))
        if untold:
            message += " " + self.env._(
                "Nobody is responsible for: %s. Enter the site with its officer.",
                ", ".join(untold.department_id.mapped("name")),
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if untold else "success",
                "sticky": bool(untold),
                "message": message,
            },
        }

    def _remind(self):
        """One message a user with all sites; return the reports somebody heard of."""
        responsible = self._responsible()
        told = self.browse()
        for user in self.env["res.users"].union(*responsible.values()):
            own = self.filtered(lambda report, u=user: u in responsible[report])
            told |= own
            env = self.with_context(lang=user.lang).env
            self.env["mail.thread"].message_notify(
                partner_ids=user.partner_id.ids,
                subject=env._("Site reports to submit"),
                body=env._(
                    "Please submit: %s",
                    "; ".join(f"{r.display_name} ({r.due_date})" for r in own),
                ),
            )
        told._unprotected().write({"remind_date": fields.Date.context_today(self)})
        return told

    def _schedule_activities(self):
        """A to-do with the due date for the officers of each site."""
        responsible = self._responsible()
        for user in self.env["res.users"].union(*responsible.values()):
            own = self.filtered(lambda report, u=user: u in responsible[report])
            for due_date, reports in own.grouped("due_date").items():
                reports.activity_schedule(
                    ACTIVITY,
                    date_deadline=due_date,
                    summary=self.with_context(lang=user.lang).env._(
                        "Submit the site report"
                    ),
                    user_id=user.id,
                )

    def _responsible(self):
        """{report: officers of the site, or of the nearest site above that has one}."""
        # sudo: who is responsible for which site stands on the user
        users = self.env.ref("gov_window_staff.group_site_officer").sudo().all_user_ids
        officers = {}  # {site id: users}
        for user in users.filtered("active"):
            for site in user.gov_department_ids:
                officers[site.id] = officers.get(site.id, user) | user
        return {
            report: next(
                (
                    officers[int(place)]
                    for place in reversed(report._path())
                    if int(place) in officers
                ),
                self.env["res.users"],
            )
            for report in self
        }

    def _path(self):
        return (self.department_id.parent_path or "").strip("/").split("/")
