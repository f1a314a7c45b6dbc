"""Periodic report to a dispatching unit on its people (派驻人员情况通报, S36).

001: 及时向各部门通报窗口人员的思想、工作等方面的表现. What was sent stays as it
was sent.
"""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...exceptions import DocumentLocked
from ...rules.month import Month

KINDS = [("month", "Month"), ("quarter", "Quarter")]
STATES = [("draft", "Draft"), ("sent", "Sent"), ("acknowledged", "Acknowledged")]
ACTIVITY = "mail.mail_activity_data_todo"


class GovUnitReport(models.Model):
    """One unit, one period: facts by the system, an assessment in words by HR."""

    _name = "gov.unit.report"
    _description = "Unit Report"
    _inherit = ["gov.protected.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date_from desc, unit_id"
    _mail_post_access = "read"
    _hand_fields = frozenset({"note", "reply"})

    unit_id = fields.Many2one(
        "res.partner",
        string="Dispatching Unit",
        required=True,
        index=True,
        ondelete="restrict",
    )
    kind = fields.Selection(KINDS, string="Period Kind", required=True)
    date_from = fields.Date(string="Period From", required=True, index=True)
    date_to = fields.Date(string="Period To", required=True)
    state = fields.Selection(STATES, default="draft", required=True, tracking=True)
    sections = fields.Json(readonly=True)
    sections_html = fields.Html(compute="_compute_sections_html", sanitize=False)
    staff_count = fields.Integer(string="Staff", readonly=True)
    change_count = fields.Integer(string="Changes", readonly=True)
    note = fields.Text(
        string="Assessment by the Centre",
        tracking=True,
        help="How its people have thought and worked in the period.",
    )
    reply = fields.Text(string="Reply of the Unit", tracking=True)
    send_date = fields.Date(string="Sent On", readonly=True)
    send_uid = fields.Many2one("res.users", string="Sent By", readonly=True)
    acknowledge_date = fields.Date(string="Acknowledged On", readonly=True)
    acknowledge_uid = fields.Many2one(
        "res.users", string="Acknowledged By", readonly=True
    )
    has_liaison = fields.Boolean(compute="_compute_has_liaison")

    _unit_period_uniq = models.Constraint(
        "UNIQUE(unit_id, date_from, date_to)",
        "This unit already has a report of that period.",
    )

    @api.depends("unit_id", "date_from", "kind")
    def _compute_display_name(self):
        for report in self:
            report.display_name = f"{report.unit_id.name or ''} {report._period_text()}"

    @api.depends("sections")
    def _compute_sections_html(self):
        for report in self:
            report.sections_html = self.env["ir.qweb"]._render(
                "gov_window_staff.unit_report_sections",
                {"sections": report.sections or []},
            )

    @api.depends("unit_id")
    def _compute_has_liaison(self):
        liaisons = self._liaisons()
        for report in self:
            report.has_liaison = bool(liaisons.get(report.unit_id.id))

    @api.constrains("note", "reply")
    def _check_texts(self):
        for report in self:
            if max(len(report.note or ""), len(report.reply or "")) > 5000:
                raise ValidationError(self.env._("At most 5,000 characters, please."))

    def write(self, vals):
        if "note" in vals:
            self._check_state("draft", self.env._("The assessment"))
        if "reply" in vals:
            self._check_state("sent", self.env._("The reply"))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_by_system_only(self):
        """A draft may be thrown away; what was sent stays."""
        if any(report.state != "draft" for report in self):
            return super()._unlink_by_system_only()
        return None

    # -- actions ---------------------------------------------------------------

    @api.model
    def _create_for_units(self, kind, day):
        """Drafts of the period that holds a day, for all units with people in it.

        :return: the new reports; units that have one keep it
        """
        self.check_access("create")
        first, last = period(kind, day)
        people = self.env["res.partner"]._gov_report_people(first, last)
        versions = self.env["hr.version"]._gov_as_of(people, last)
        units = self.env["res.partner"].union(
            *(version.gov_dispatch_unit_id for version in versions.values())
        )
        known = self.search([("date_from", "=", first), ("date_to", "=", last)]).unit_id
        reports = self._unprotected().create(
            [
                {"unit_id": unit.id, "kind": kind, "date_from": first, "date_to": last}
                for unit in units - known
            ]
        )
        reports = reports.with_context(gov_unlock=None)
        reports.action_refresh()
        return reports

    def action_refresh(self):
        """Collect the facts anew, as long as the report has not been sent."""
        self.check_access("write")
        self._check_state("draft", self.env._("The report"))
        for (first, last), reports in self.grouped(
            lambda report: (report.date_from, report.date_to)
        ).items():
            sections = reports.unit_id._gov_unit_report_sections(first, last)
            for report in reports:
                own = sections[report.unit_id.id]
                report._unprotected().write(
                    {
                        "sections": own,
                        "staff_count": len(own[0]["rows"]),
                        "change_count": len(own[1]["rows"]),
                    }
                )

    def action_send(self):
        """Send drafts to the liaisons; units without one are named."""
        self.check_access("write")
        self._take()
        drafts = self.filtered(lambda report: report.state == "draft")
        if not drafts:
            raise UserError(self.env._("There is no draft in the selection."))
        today = fields.Date.context_today(self)
        drafts._unprotected().write(
            {"state": "sent", "send_date": today, "send_uid": self.env.uid}
        )
        lonely = drafts._tell_liaisons()
        if not lonely:
            return None
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning",
                "sticky": True,
                "message": self.env._(
                    "Nobody is liaison of: %s. Print the report and hand it over, then "
                    "record the reply here.",
                    ", ".join(lonely.unit_id.mapped("name")),
                ),
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }

    def action_acknowledge(self):
        """The unit has taken note (已阅); by its liaison, or by HR on its behalf."""
        self.check_access("write")
        self._take()
        self._check_state("sent", self.env._("The report"))
        self._unprotected().write(
            {
                "state": "acknowledged",
                "acknowledge_date": fields.Date.context_today(self),
                "acknowledge_uid": self.env.uid,
            }
        )
        # sudo: the to-dos of all liaisons of the unit are done
        self.sudo().activity_unlink([ACTIVITY])

    def _check_state(self, state, what):
        others = self.filtered(lambda report: report.state != state)
        if others:
            states = dict(self._fields["state"]._description_selection(self.env))
            raise DocumentLocked(
                self.env._(
                    "%(what)s of %(report)s can only be changed while it is "
                    "“%(state)s”.",
                    what=what,
                    report=others[0].display_name,
                    state=states[state],
                )
            )

    def _tell_liaisons(self):
        """A to-do for each liaison; return the reports that reach nobody."""
        liaisons = self._liaisons()
        for user in self.env["res.users"].union(*liaisons.values()):
            own = self.filtered(lambda report, u=user: u in liaisons[report.unit_id.id])
            own.activity_schedule(
                ACTIVITY,
                summary=self.with_context(lang=user.lang).env._(
                    "Read the report on your people and acknowledge it"
                ),
                user_id=user.id,
            )
        return self.filtered(lambda report: not liaisons[report.unit_id.id])

    def _liaisons(self):
        """{unit id: active users who are liaisons of it}."""
        # sudo: who is liaison of which unit stands on the user
        users = self.env.ref("gov_window_staff.group_liaison").sudo().all_user_ids
        users = users.filtered("active")
        return {
            unit.id: users.filtered(lambda user, u=unit: u in user.gov_unit_ids)
            for unit in self.unit_id
        }

    def _period_text(self):
        if not self.date_from:
            return ""
        if self.kind == "month":
            return str(Month.of(self.date_from))
        return f"{self.date_from.year} Q{(self.date_from.month + 2) // 3}"


def period(kind, day):
    """First and last day of the month or quarter that holds a day.

    :raises KeyError: unknown kind
    """
    unit = {"month": "month", "quarter": "quarter"}[kind]
    return fields.Date.start_of(day, unit), fields.Date.end_of(day, unit)
