"""Monthly report of a site on how its service runs (运行情况报送, O32)."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ...exceptions import DocumentLocked
from ...rules.month import Month
from ..organisation.hr_department import LEVELS

STATES = [
    ("open", "To Submit"),
    ("submitted", "Reported"),
    ("late", "Submitted Late"),
    ("returned", "Returned"),
]
WAITING = ("open", "returned")
ACTIVITY = "mail.mail_activity_data_todo"


class GovSiteReport(models.Model):
    """One site, one month; opened by the system, filled in by the site officer."""

    _name = "gov.site.report"
    _description = "Site Report"
    _inherit = ["gov.protected.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "month desc, department_id"
    _mail_post_access = "read"  # a question after submission needs no right to edit
    _hand_fields = frozenset({"case_count", "issues", "attachment_ids"})

    department_id = fields.Many2one(
        "hr.department", string="Site", required=True, index=True, ondelete="restrict"
    )
    county_id = fields.Many2one(
        related="department_id.gov_county_id", string="County", store=True, index=True
    )
    level = fields.Selection(LEVELS, string="Site Level", readonly=True)
    month = fields.Date(required=True, index=True)
    month_name = fields.Char(string="Reported Month", compute="_compute_display_name")
    duty_id = fields.Many2one("gov.report.duty", ondelete="restrict", readonly=True)
    due_date = fields.Date(required=True)
    state = fields.Selection(STATES, default="open", required=True, tracking=True)
    submit_date = fields.Date(string="Submitted On", readonly=True, tracking=True)
    submit_uid = fields.Many2one("res.users", string="Submitted By", readonly=True)
    return_reason = fields.Text(readonly=True, tracking=True)
    remind_date = fields.Date(string="Last Reminder", readonly=True)

    case_count = fields.Integer(
        string="Cases Handled", help="办件量 of the month, the sites below included."
    )
    window_count = fields.Integer(
        string="Open Windows", readonly=True, help="Filled in by the system."
    )
    staff_count = fields.Integer(
        string="Staff in Service",
        readonly=True,
        help="On the last day of the month; filled in by the system.",
    )
    issues = fields.Text(string="Problems and Suggestions")
    attachment_ids = fields.Many2many(
        "ir.attachment", string="Attachments", bypass_search_access=True
    )

    is_overdue = fields.Boolean(
        string="Overdue", compute="_compute_is_overdue", search="_search_is_overdue"
    )
    submitted_rate = fields.Float(
        string="Submission Rate (%)",
        compute="_compute_rates",
        store=True,
        aggregator="avg",
        digits=(5, 1),
    )
    on_time_rate = fields.Float(
        string="On Time (%)",
        compute="_compute_rates",
        store=True,
        aggregator="avg",
        digits=(5, 1),
    )
    calendar_warning = fields.Char(compute="_compute_calendar_warning")

    _site_month_uniq = models.Constraint(
        "UNIQUE(department_id, month)", "This site already has a report of that month."
    )

    @api.depends("department_id", "month")
    def _compute_display_name(self):
        for report in self:
            month = str(Month.of(report.month)) if report.month else ""
            report.month_name = month
            report.display_name = f"{report.department_id.name or ''} {month}"

    @api.depends("state", "due_date")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for report in self:
            waiting = report.state in WAITING
            report.is_overdue = waiting and bool(report.due_date < today)

    def _search_is_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        today = fields.Date.context_today(self)
        overdue = Domain("state", "in", WAITING) & Domain("due_date", "<", today)
        return Domain.OR([overdue if wanted else ~overdue for wanted in value])

    @api.depends("state")
    def _compute_rates(self):
        for report in self:
            report.submitted_rate = 100 * (report.state in ("submitted", "late"))
            report.on_time_rate = 100 * (report.state == "submitted")

    @api.depends("due_date")
    def _compute_calendar_warning(self):
        years = self.env["gov.calendar.year"]
        for report in self:
            report.calendar_warning = report.due_date and years._unknown_warning(
                report.due_date, report.due_date
            )

    def write(self, vals):
        if set(vals) & self._hand_fields:
            self._check_waiting(self.env._("changed"))
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_by_system_only(self):
        """A report opened by mistake may go; one that a site has worked on stays."""
        if any(report.state != "open" or report.submit_date for report in self):
            return super()._unlink_by_system_only()
        return None

    # -- actions ---------------------------------------------------------------

    def action_submit(self):
        """Hand the report in; the due date decides whether it is late.

        A report that was returned keeps the day on which it first came in.
        """
        self.check_access("write")
        self._take()
        self._check_waiting(self.env._("submitted"))
        self._check_filled()
        today = fields.Date.context_today(self)
        self._fill_figures()
        for first, reports in self.grouped("submit_date").items():
            late = reports.filtered(
                lambda report, day=first or today: day > report.due_date
            )
            vals = {
                "submit_date": first or today,
                "submit_uid": self.env.uid,
                "return_reason": False,
            }
            late._unprotected().write({**vals, "state": "late"})
            (reports - late)._unprotected().write({**vals, "state": "submitted"})
        # sudo: the to-do may belong to a colleague of the same site
        self.sudo().activity_unlink([ACTIVITY])

    def _return(self, reason):
        """Back to the site with a reason; called by the dialog."""
        self._take()
        kept = self.filtered(lambda report: report.state in WAITING)
        if kept:
            raise UserError(
                self.env._(
                    "%s has not been submitted, so it cannot be returned.",
                    kept[0].display_name,
                )
            )
        self._unprotected().write({"state": "returned", "return_reason": reason})
        self._schedule_activities()

    def _check_waiting(self, done):
        closed = self.filtered(lambda report: report.state not in WAITING)
        if closed:
            raise DocumentLocked(
                self.env._(
                    "%(report)s is handed in and cannot be %(done)s. Ask the county "
                    "office to return it.",
                    report=closed[0].display_name,
                    done=done,
                )
            )

    def _check_filled(self):
        for report in self:
            if report.case_count < 0:
                raise UserError(
                    self.env._("%s: the cases cannot be negative.", report.display_name)
                )
            if not report.case_count and not (report.issues or "").strip():
                raise UserError(
                    self.env._(
                        "%s: enter the number of cases. If there were none, say why "
                        "under “Problems and Suggestions”.",
                        report.display_name,
                    )
                )

    # -- figures ---------------------------------------------------------------

    def _fill_figures(self):
        """Windows now and staff at the end of the month, the sites below included."""
        for month, reports in self.grouped("month").items():
            staff = reports._count_below(
                self.env["gov.staff.statistic"].with_context(
                    gov_statistic_day=Month.of(month).last
                ),
                [("headcount", "=", 1)],
            )
            windows = reports._count_below(
                self.env["gov.window"], [("is_open", "=", True)]
            )
            for report in reports:
                report._unprotected().write(
                    {
                        "staff_count": staff[report.department_id.id],
                        "window_count": windows[report.department_id.id],
                    }
                )

    def _count_below(self, model, domain):
        """{site id: number of records of the site and below}, one query."""
        sites = self.department_id
        # sudo: a count of the own subtree
        groups = model.sudo()._read_group(
            Domain(domain) & Domain("department_id", "child_of", sites.ids),
            ["department_id"],
            ["__count"],
        )
        return {
            site.id: sum(
                count
                for child, count in groups
                if (child.parent_path or "").startswith(site.parent_path or "/")
            )
            for site in sites
        }
