"""A site says that its records of the month are complete (点位上报, D44).

The site drafts, the county office looks at it, the leader approves the month.
"""

from collections import defaultdict

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .gov_appraisal_round import OFFICER

STATES = [
    ("pending", "Not Reported Yet"),
    ("reported", "Reported"),
    ("checked", "Checked by the County"),
    ("returned", "Sent Back"),
]
WAITING = ("pending", "returned")
EVENT = "gov.assessment.event"


class GovAppraisalSiteReport(models.Model):
    """One site in a month; made when the month is opened."""

    _name = "gov.appraisal.site.report"
    _description = "Site's Records of the Month"
    _inherit = ["gov.step.mixin"]
    _order = "round_id desc, department_id"

    round_id = fields.Many2one(
        "gov.appraisal.round",
        string="Month",
        required=True,
        index=True,
        ondelete="cascade",
    )
    round_state = fields.Selection(
        related="round_id.state", string="State of the Month"
    )
    department_id = fields.Many2one(
        "hr.department", string="Site", required=True, index=True, ondelete="restrict"
    )
    people_count = fields.Integer(string="People Appraised")
    state = fields.Selection(STATES, default="pending", required=True, index=True)
    event_count = fields.Integer(string="Number of Records", compute="_compute_events")
    draft_count = fields.Integer(string="Still Drafts", compute="_compute_events")
    changed_count = fields.Integer(
        string="Changed Since",
        compute="_compute_events",
        help="Records that were entered or changed after the report.",
    )
    reported_by_id = fields.Many2one(
        "res.users",
    )
    reported_on = fields.Datetime()
    checked_by_id = fields.Many2one(
        "res.users",
    )
    checked_on = fields.Datetime()
    return_reason = fields.Char(string="Sent Back Because")

    _site_uniq = models.Constraint(
        "UNIQUE(round_id, department_id)", "This site is already in the month."
    )

    @api.depends("round_id", "department_id")
    def _compute_display_name(self):
        for report in self:
            month = report.round_id.date_from and str(report.round_id._month())
            report.display_name = f"{report.department_id.name or ''} {month or ''}"

    @api.depends("round_id.date_from", "department_id", "reported_on")
    def _compute_events(self):
        # sudo: figures of the own site; the reader sees the report already
        events = self.env[EVENT].sudo()
        rows = events.search_read(
            [
                ("count_month", "in", self.round_id.mapped("date_from")),
                ("department_id", "in", self.department_id.ids),
                ("state", "!=", "withdrawn"),
            ],
            ["count_month", "department_id", "state", "write_date"],
            load=None,
        )
        by_site = defaultdict(list)
        for row in rows:
            by_site[row["department_id"], row["count_month"]].append(row)
        for report in self:
            key = (report.department_id.id, report.round_id.date_from)
            mine = by_site[key]
            since = report.reported_on
            report.event_count = len(mine)
            report.draft_count = sum(row["state"] != "confirmed" for row in mine)
            report.changed_count = sum(
                bool(since) and row["write_date"] > since for row in mine
            )

    # -- steps -------------------------------------------------------------------

    def action_report(self):
        """The site officer: all of this month is entered, or there is nothing."""
        self._expect_right("gov_window_staff.group_site_officer")
        for report in self._expect(WAITING):
            report.write(
                {
                    "state": "reported",
                    "reported_by_id": self.env.uid,
                    "reported_on": fields.Datetime.now(),
                    "return_reason": False,
                }
            )

    def action_check(self):
        """The county office has looked at the records of the site."""
        self._expect_right(OFFICER)
        for report in self._expect(("reported",)):
            if report.reported_by_id == self.env.user:
                raise UserError(
                    self.env._(
                        "You reported %s yourself; somebody else checks it.",
                        report.display_name,
                    )
                )
            report.write(
                {
                    "state": "checked",
                    "checked_by_id": self.env.uid,
                    "checked_on": fields.Datetime.now(),
                }
            )

    def action_ask_return(self):
        """Open the window for the reason of sending it back."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.decision",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_site_report_id": self.id,
                "default_decision": "return",
            },
            "name": self.display_name,
        }

    def _return(self, reason):
        """The site has to look at its records again."""
        self._expect_right(OFFICER)
        words = self.round_id._said(reason)
        self._expect(("reported", "checked")).write(
            {
                "state": "returned",
                "return_reason": words,
                "checked_by_id": False,
                "checked_on": False,
            }
        )

    def _expect_right(self, group):
        self.check_access("read")  # the rules show a site officer the own sites only
        self._check_group(group)

    def _expect(self, states):
        # sudo: a site officer has no right to write; the step was checked
        reports = self.sudo()._unprotected()
        reports._take()
        for report in reports:
            if report.state not in states or report.round_state != "open":
                raise DocumentLocked(
                    self.env._(
                        "%s is not open for this step any more. Reload the page.",
                        report.display_name,
                    )
                )
        return reports


class GovAppraisalRound(models.Model):
    """Month with the reports of its sites and the records that are still drafts."""

    _inherit = "gov.appraisal.round"

    site_report_ids = fields.One2many(
        "gov.appraisal.site.report", "round_id", readonly=True
    )
    site_waiting_count = fields.Integer(
        string="Sites Not Reported", compute="_compute_site_counts"
    )
    draft_event_count = fields.Integer(
        string="Records Not Confirmed", compute="_compute_site_counts"
    )

    def _compute_site_counts(self):
        reports = self.env["gov.appraisal.site.report"]
        waiting = dict(
            reports._read_group(
                [("round_id", "in", self.ids), ("state", "in", WAITING)],
                ["round_id"],
                ["__count"],
            )
        )
        for batch in self:
            batch.site_waiting_count = waiting.get(batch, 0)
            batch.draft_event_count = self.env[EVENT].search_count(
                batch._draft_events()
            )

    def _draft_events(self):
        """Domain of the month's records that nobody has confirmed or withdrawn."""
        return [
            ("count_month", "=", self.date_from),
            ("state", "not in", ("confirmed", "withdrawn")),
            ("department_id", "child_of", self.county_id.ids),
        ]

    def action_open_drafts(self):
        """The records of the month that are not confirmed."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": EVENT,
            "view_mode": "list,form",
            "domain": self._draft_events(),
            "name": self.env._("Records Not Confirmed"),
        }

    def action_open_site_reports(self):
        """The reports of the sites."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.site.report",
            "view_mode": "list",
            "domain": [("round_id", "=", self.id)],
            "name": self.env._("Reports of the Sites"),
        }

    def _end_open(self):
        result = super()._end_open()
        self._ask_sites()
        return result

    def _ask_sites(self):
        """A report for each site with people; what was reported stays."""
        counts = dict(
            self.env["gov.appraisal"]._read_group(
                [("round_id", "=", self.id), ("department_id", "!=", False)],
                ["department_id"],
                ["__count"],
            )
        )
        reports = self.site_report_ids
        reports.filtered(lambda r: r.department_id not in counts).unlink()
        known = {report.department_id: report for report in self.site_report_ids}
        reports.create(
            [
                {
                    "round_id": self.id,
                    "department_id": site.id,
                    "people_count": count,
                }
                for site, count in counts.items()
                if site not in known
            ]
        )
        for site, report in known.items():
            report.people_count = counts[site]
