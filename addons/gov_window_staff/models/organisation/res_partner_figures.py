"""Figures of a dispatching unit: people sent, gap to the quota, turnover (S32, S42)."""

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.fields import Domain

from ...rules.units import turnover
from ...tools.figures import search_figure
from .res_partner import OFFICER, STAFF


class ResPartner(models.Model):
    """Unit in numbers; all are read for a list at once."""

    _inherit = "res.partner"

    gov_staff_count = fields.Integer(
        string="Dispatched Staff", compute="_compute_gov_staff_count", groups=OFFICER
    )
    gov_quota_gap = fields.Integer(
        string="Missing to the Quota",
        compute="_compute_gov_quota_gap",
        search="_search_gov_quota_gap",
        groups=OFFICER,
        help="Approved less sent; negative: more than approved. 0 without approval.",
    )
    gov_site_count = fields.Integer(
        string="Sites of the Unit",
        compute="_compute_gov_site_count",
        groups=STAFF,
        help="Sites that the unit manages, guides or governs.",
    )
    gov_turnover = fields.Float(
        string="Turnover of 12 Months (%)",
        digits=(5, 1),
        compute="_compute_gov_turnover",
        search="_search_gov_turnover",
        groups=OFFICER,
        help="Entries and leaves of the last twelve months for 100 people of today.",
    )
    gov_turnover_alert = fields.Boolean(
        string="Changes Too Often",
        compute="_compute_gov_turnover",
        search="_search_gov_turnover_alert",
        groups=OFFICER,
        help="From the threshold of the site standard for all other counties.",
    )

    def _compute_gov_staff_count(self):
        counts = self._gov_count_people(Domain.TRUE)
        for unit in self:
            unit.gov_staff_count = counts.get(unit._origin, 0)

    @api.depends("gov_quota")
    def _compute_gov_quota_gap(self):
        for unit in self:
            quota = unit.gov_quota
            unit.gov_quota_gap = quota - unit.gov_staff_count if quota else 0

    def _compute_gov_site_count(self):
        counts = {}
        sites = self._gov_sites()
        for site in sites:
            parties = (
                site.gov_managing_unit_id
                | site.gov_guiding_unit_id
                | site.gov_territory_unit_id
            )
            for unit in parties:
                counts[unit] = counts.get(unit, 0) + 1
        for unit in self:
            unit.gov_site_count = counts.get(unit._origin, 0)

    def _compute_gov_turnover(self):
        today = fields.Date.context_today(self)
        changes = self._gov_changes(today - relativedelta(years=1), today)
        staff = self._gov_count_people(Domain.TRUE)
        threshold = self._gov_turnover_threshold(today)
        for unit in self:
            rate = turnover(changes.get(unit._origin, 0), staff.get(unit._origin, 0))
            unit.gov_turnover = float(rate)
            unit.gov_turnover_alert = bool(threshold) and float(rate) >= threshold

    def _gov_count_people(self, domain, active_test=True):
        """People of each unit: {res.partner: number}."""
        return dict(
            self.env["hr.employee"]
            .with_context(active_test=active_test)
            ._read_group(
                Domain("gov_dispatch_unit_id", "in", self.ids) & domain,
                ["gov_dispatch_unit_id"],
                ["__count"],
            )
        )

    def _gov_changes(self, after, until):
        """Entries at the window and leaves of a span of days: {res.partner: number}."""

        def within(name):
            return Domain(name, ">", after) & Domain(name, "<=", until)

        entered = within("gov_posted_date") | (
            Domain("gov_posted_date", "=", False) & within("gov_entry_date")
        )
        totals = {}
        for domain in (entered, within("gov_leave_date")):
            counts = self._gov_count_people(domain, active_test=False)
            for unit, number in counts.items():
                totals[unit] = totals.get(unit, 0) + number
        return totals

    @api.model
    def _gov_turnover_threshold(self, day):
        """Percent from which changes are too many; 0 without a document in force."""
        standard = self.env["gov.site.standard"].search(
            [("is_default", "=", True)], limit=1
        )
        versions = self.env["gov.site.standard.version"]._on_day(standard, day)
        return versions[standard].turnover_alert if standard in versions else 0

    def _gov_sites(self):
        """Sites that any of these units manages, guides or governs."""
        return self.env["hr.department"].search(self._gov_sites_domain())

    def _gov_sites_domain(self):
        return [
            "|",
            "|",
            ("gov_managing_unit_id", "in", self.ids),
            ("gov_guiding_unit_id", "in", self.ids),
            ("gov_territory_unit_id", "in", self.ids),
        ]

    def _search_gov_quota_gap(self, operator, value):
        return search_figure(self._gov_units(), "gov_quota_gap", operator, value)

    def _search_gov_turnover(self, operator, value):
        return search_figure(self._gov_units(), "gov_turnover", operator, value)

    def _search_gov_turnover_alert(self, operator, value):
        return search_figure(self._gov_units(), "gov_turnover_alert", operator, value)

    def action_open_gov_staff(self):
        """People that this unit has dispatched."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee",
            "view_mode": "kanban,list,form",
            "domain": [("gov_dispatch_unit_id", "in", self.ids)],
            "name": self.env._("Dispatched Staff"),
        }

    def action_open_gov_sites(self):
        """Sites that the unit manages, guides or governs."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "gov_window_staff.hr_department_action"
        )
        return action | {
            "domain": self._gov_sites_domain(),
            "name": self.env._("Sites of the Unit"),
        }
