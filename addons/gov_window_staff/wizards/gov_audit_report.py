"""Report for the data-protection officer (个人信息处理审计报告) on a period."""

import base64
from datetime import datetime, time, timedelta

import pytz

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..models.access.gov_audit_entry import EXPORTS
from ..tools.structure_workbook import build

PERSONAL = ("view", "export", "rpc", "download")
FAILURES = ("failed", "locked", "refused")
BIGGEST = 20
OFFICE = pytz.timezone("Asia/Shanghai")


class GovAuditReport(models.TransientModel):
    """Screen, workbook and PDF show the same sections; taking one is on record."""

    _name = "gov.audit.report"
    _description = "Audit Report"

    first = fields.Date(
        string="From",
        required=True,
        default=lambda self: fields.Date.context_today(self) - timedelta(days=30),
    )
    last = fields.Date(
        string="Until", required=True, default=lambda s: fields.Date.context_today(s)
    )
    table_html = fields.Html(compute="_compute_table_html", sanitize=False)
    workbook = fields.Binary(attachment=False, readonly=True)

    @api.depends("first", "last")
    @api.depends_context("lang", "uid")
    def _compute_table_html(self):
        for report in self:
            report.table_html = (
                report.first
                and report.last
                and self.env["ir.qweb"]._render(
                    "gov_window_staff.audit_report_sections", report._content()
                )
            )

    def _compute_display_name(self):
        for report in self:
            report.display_name = self._title(report.first, report.last)

    def action_print(self):
        """The report as PDF."""
        self._check_period()
        self.env["gov.audit.entry"]._note_export(self._count())
        return self.env.ref("gov_window_staff.report_gov_audit").report_action(self)

    def action_workbook(self):
        """The report as a workbook."""
        self._check_period()
        self.env["gov.audit.entry"]._note_export(self._count())
        title = self._title(self.first, self.last)
        self.workbook = base64.b64encode(build(title, **self._content()))
        url = f"/web/content/{self._name}/{self.id}/workbook/{title}.xlsx?download=true"
        return {"type": "ir.actions.act_url", "url": url, "target": "self"}

    # -- figures -----------------------------------------------------------------

    def _check_period(self):
        self.ensure_one()
        if self.last < self.first:
            raise UserError(self.env._("The period ends before it begins."))

    @api.model
    def _title(self, first, last):
        return self.env._("Audit Report %(first)s to %(last)s", first=first, last=last)

    def _period(self):
        """The days of the period in the office's time zone, as a domain."""
        start, end = (
            OFFICE.localize(datetime.combine(day, time.min))
            .astimezone(pytz.utc)
            .replace(tzinfo=None)
            for day in (self.first, self.last + timedelta(days=1))
        )
        return Domain("date", ">=", start) & Domain("date", "<", end)

    def _groups(self, domain, by, measures=("__count",), **options):
        # hours are cut in the office's time zone and come in it
        entries = self.env["gov.audit.entry"].with_context(tz=OFFICE.zone)
        return entries._read_group(
            self._period() & Domain(domain), by, measures, **options
        )

    def _count(self):
        return self.env["gov.audit.entry"].search_count(self._period())

    def _label(self, name, value):
        field = self.env["gov.audit.entry"]._fields[name]
        return dict(field._description_selection(self.env)).get(value, value)

    def _who(self, user):
        # sudo: the name of an account, which may belong to another company
        return user.sudo().name or self.env._("Unknown account")

    def _content(self):
        """{summary: [(label, number)], sections: [{title, header, rows}]}"""
        counts = dict(self._groups([], ["action"]))
        unusual = dict(self._groups([("is_unusual", "=", True)], ["action"]))
        return {
            "summary": [
                (self.env._("Looked up"), counts.get("view", 0)),
                (self.env._("Exported"), counts.get("export", 0)),
                (self.env._("Read by programs"), counts.get("rpc", 0)),
                (self.env._("Files taken"), counts.get("download", 0)),
                (
                    self.env._("At unusual hours"),
                    sum(unusual.get(action, 0) for action in PERSONAL),
                ),
                (self.env._("Access Refused"), counts.get("refused", 0)),
                (self.env._("Failed logins"), counts.get("failed", 0)),
                (self.env._("Lockouts"), counts.get("locked", 0)),
            ],
            "sections": [
                self._readers(),
                self._kinds(),
                self._biggest(),
                self._unusual(),
                self._failures(),
            ],
        }

    def _readers(self):
        domain = [("action", "in", PERSONAL)]
        people = {
            user: persons
            for user, persons in self._groups(
                domain, ["user_id"], ["person:count_distinct"]
            )
        }
        counts = {}
        for user, action, count in self._groups(domain, ["user_id", "action"]):
            counts.setdefault(user, dict.fromkeys(PERSONAL, 0))[action] = count
        rows = [
            [self._who(user), *by_action.values(), people.get(user, 0)]
            for user, by_action in counts.items()
        ]
        rows.sort(key=lambda row: -sum(row[1:5]))
        header = [self.env._("Reader")]
        header += [self._label("action", action) for action in PERSONAL]
        return {
            "title": self.env._("Who Read and Exported"),
            "header": [*header, self.env._("Persons seen")],
            "rows": rows,
        }

    def _kinds(self):
        groups = self._groups(
            [("action", "in", PERSONAL), ("kind", "!=", False)], ["kind", "action"]
        )
        return {
            "title": self.env._("Which Values"),
            "header": [
                self.env._("Value"),
                self.env._("Action"),
                self.env._("Times"),
            ],
            "rows": [
                [self._label("kind", kind), self._label("action", action), count]
                for kind, action, count in groups
            ],
        }

    def _biggest(self):
        groups = self._groups(
            [("action", "in", EXPORTS)],
            ["user_id", "action", "date:hour", "detail"],
            order="__count desc",
            limit=BIGGEST,
        )
        return {
            "title": self.env._("Biggest Exports"),
            "header": [
                self.env._("Reader"),
                self.env._("Action"),
                self.env._("Hour"),
                self.env._("Detail"),
                self.env._("Lines"),
            ],
            "rows": [
                [self._who(user), self._label("action", action), self._hour(hour)]
                + [detail or None, count]
                for user, action, hour, detail, count in groups
            ],
        }

    def _unusual(self):
        groups = self._groups(
            [("is_unusual", "=", True), ("action", "in", PERSONAL)],
            ["user_id", "date:hour"],
            order="date:hour desc",
            limit=5 * BIGGEST,
        )
        return {
            "title": self.env._("At Unusual Hours"),
            "header": [
                self.env._("Reader"),
                self.env._("Hour"),
                self.env._("Times"),
            ],
            "rows": [
                [self._who(user), self._hour(hour), count]
                for user, hour, count in groups
            ],
        }

    def _failures(self):
        groups = self._groups(
            [("action", "in", FAILURES)],
            ["user_id", "action", "address"],
            ["__count", "date:max"],
            order="__count desc",
            limit=5 * BIGGEST,
        )
        return {
            "title": self.env._("Failed Logins, Lockouts, Refusals"),
            "header": [
                self.env._("Account"),
                self.env._("Action"),
                self.env._("Network address"),
                self.env._("Times"),
                self.env._("Last"),
            ],
            "rows": [
                [self._who(user), self._label("action", action), address or None]
                + [count, self._local(last)]
                for user, action, address, count, last in groups
            ],
        }

    def _local(self, moment):
        """A moment (UTC) in the office's time."""
        return self._hour(pytz.utc.localize(moment).astimezone(OFFICE))

    def _hour(self, moment):
        return f"{moment:%Y-%m-%d %H:%M}"
