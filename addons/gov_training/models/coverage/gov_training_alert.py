"""Alerts in a quarter of sites and people not trained yet (季度预警)."""

from odoo import api, fields, models

from ...rules.coverage import Quarter
from ...rules.schedule import local_day

ACTIVITY = "gov_training.activity_coverage"
HR_OFFICER = "gov_window_staff.group_hr_officer"
SITE_OFFICER = "gov_window_staff.group_site_officer"


class GovTrainingAlert(models.Model):
    """What one officer was told about one county in one quarter, once."""

    _name = "gov.training.alert"
    _description = "Alert of Training Coverage"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "quarter desc, id desc"
    # who is warned may say that it is done
    _mail_post_access = "read"

    name = fields.Char(compute="_compute_name")
    quarter = fields.Date(required=True, readonly=True, index=True)
    county_id = fields.Many2one(
        "hr.department", required=True, readonly=True, ondelete="cascade"
    )
    user_id = fields.Many2one(
        "res.users",
        string="Officer Warned",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    date = fields.Date(string="Warned On", required=True, readonly=True)
    site_ids = fields.Many2many(
        "hr.department",
        "gov_training_alert_site_rel",
        string="Sites With Gaps Then",
        readonly=True,
    )
    missing_count = fields.Integer(string="Sites Without Session Then", readonly=True)
    untrained_count = fields.Integer(string="People Not Trained Then", readonly=True)
    missing_now = fields.Integer(
        string="Sites Without Session Now", compute="_compute_now"
    )
    untrained_now = fields.Integer(
        string="People Not Trained Now", compute="_compute_now"
    )
    done_on = fields.Date(
        string="Settled On",
        readonly=True,
        help="When the last of these gaps was closed.",
    )

    _once = models.UniqueIndex(
        "(quarter, county_id, user_id)", "This officer was warned already."
    )

    @api.depends("quarter", "county_id")
    @api.depends_context("lang")
    def _compute_name(self):
        for alert in self:
            quarter = Quarter(alert.quarter)
            alert.name = self.env._(
                "Training coverage of %(county)s, quarter %(quarter)s of %(year)s",
                county=alert.county_id.name,
                quarter=quarter.number,
                year=quarter.first.year,
            )

    @api.depends("quarter", "site_ids")
    def _compute_now(self):
        for quarter, alerts in self.grouped("quarter").items():
            rows = self.env["gov.training.site.coverage"].search(
                [
                    ("quarter", "=", quarter),
                    ("department_id", "in", alerts.site_ids.ids),
                ]
            )
            by_site = rows.grouped("department_id")
            for alert in alerts:
                own = rows.browse().union(
                    *(by_site[s] for s in alert.site_ids if s in by_site)
                )
                alert.missing_now = sum(own.mapped("missing_count"))
                alert.untrained_now = sum(own.mapped("untrained"))

    # === CRON === #

    @api.model
    def _cron_alert(self):
        """Warn every officer once a quarter, as soon as the month of the alert begins.

        Running it again changes nothing; an alert whose gaps are closed is settled.
        """
        today = local_day(fields.Datetime.now())
        quarter = Quarter.of(today)
        gaps = self._gaps(today)
        told = {
            (alert.county_id, alert.user_id)
            for alert in self.search([("quarter", "=", quarter.first)])
        }
        new = self.create(
            [
                self._prepare_alert(quarter, today, county, user, rows)
                for county, county_rows in gaps.grouped("county_id").items()
                for user, rows in self._officers(county, county_rows).items()
                if (county, user) not in told
            ]
        )
        new._make_activities(quarter)
        self._settle(today)

    @api.model
    def _gaps(self, today):
        """Site rows that do not fulfil the duty, in counties whose alert is due."""
        counties = self.env["hr.department"].search([("gov_level", "=", "county")])
        versions = self.env["gov.training.duty"]._versions_for(counties, today)
        due = counties.filtered(
            lambda c: versions[c] and versions[c]._to_rule().warns_on(today)
        )
        rows = self.env["gov.training.site.coverage"]
        rows.invalidate_model()
        return rows.search(
            [
                ("is_current", "=", True),
                ("county_id", "in", due.ids),
                ("standing", "!=", "met"),
            ]
        )

    @api.model
    def _officers(self, county, rows):
        """{officer: rows of their business}.

        The officer of the document, or else all HR officers; and the officers of the
        sites.
        """
        duty = self.env["gov.training.duty"]._for_county(county)
        hr_officers = self.env.ref(HR_OFFICER).all_user_ids
        central = duty.user_id.filtered("active") or hr_officers.filtered("active")
        found = dict.fromkeys(central, rows)
        everywhere = central | hr_officers
        for user in self.env.ref(SITE_OFFICER).all_user_ids - everywhere:
            own = set(user.gov_department_ids.ids)
            mine = rows.filtered(
                lambda row, own=own: own & set(row.department_id._gov_line_above().ids)
            )
            if user.active and mine:
                found[user] = mine
        return found

    @api.model
    def _prepare_alert(self, quarter, today, county, user, rows):
        return {
            "quarter": quarter.first,
            "county_id": county.id,
            "user_id": user.id,
            "date": today,
            "site_ids": [(6, 0, rows.department_id.ids)],
            "missing_count": sum(rows.mapped("missing_count")),
            "untrained_count": sum(rows.mapped("untrained")),
        }

    def _make_activities(self, quarter):
        model = self.env["ir.model"]._get_id(self._name)
        kind = self.env.ref(ACTIVITY).id
        self.env["mail.activity"].with_context(mail_activity_quick_update=True).create(
            [
                {
                    "res_model_id": model,
                    "res_id": alert.id,
                    "activity_type_id": kind,
                    "automated": True,
                    "summary": alert._summary(),
                    "date_deadline": quarter.last,
                    "user_id": alert.user_id.id,
                }
                for alert in self
            ]
        )

    def _summary(self):
        env = self.with_context(lang=self.user_id.lang).env
        return env._(
            "%(sites)s sites had no concentrated session this quarter, %(people)s "
            "people are not trained yet: plan make-up sessions",
            sites=self.missing_count,
            people=self.untrained_count,
        )

    @api.model
    def _settle(self, today):
        """Close the alerts of the running quarter whose sites are all covered now."""
        quarter = Quarter.of(today)
        open_alerts = self.search(
            [("done_on", "=", False), ("quarter", "=", quarter.first)]
        )
        gaps = self.env["gov.training.site.coverage"].search(
            [("is_current", "=", True), ("standing", "!=", "met")]
        )
        settled = open_alerts.filtered(
            lambda alert: not alert.site_ids & gaps.department_id
        )
        settled.done_on = today
        settled.activity_feedback([ACTIVITY])

    # === ACTIONS === #

    def action_open_sites(self):
        """Where these sites stand now."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.site.coverage",
            "view_mode": "list,pivot,graph",
            "domain": [
                ("quarter", "=", self.quarter),
                ("department_id", "in", self.site_ids.ids),
            ],
            "name": self.name,
        }

    def action_make_up(self):
        """Make-up sessions for everybody still missing at these sites."""
        self.ensure_one()
        rows = self.env["gov.training.site.coverage"].search(
            [
                ("quarter", "=", self.quarter),
                ("department_id", "in", self.site_ids.ids),
            ]
        )
        return rows.action_make_up()
