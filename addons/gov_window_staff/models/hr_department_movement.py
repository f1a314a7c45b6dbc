"""Movements of a site, and the words before its filing numbers (备案字号)."""

from odoo import api, fields, models
from odoo.fields import Domain


class HrDepartment(models.Model):
    """Site with movements."""

    _inherit = "hr.department"

    gov_filing_prefix = fields.Char(
        string="Filing Prefix",
        help="Stands before the year of a filing number, such as 涟政务备; blank: the "
        "site code of the county centre.",
    )
    gov_movement_count = fields.Integer(
        string="Open Movements", compute="_compute_gov_movement_count"
    )

    gov_dedicated_count = fields.Integer(
        string="Dedicated Staff",
        compute="_compute_gov_dedicated_count",
        help="Posted to this station full-time (专职).",
    )
    gov_lacks_dedicated = fields.Boolean(
        string="Without Dedicated Staff",
        compute="_compute_gov_dedicated_count",
        search="_search_gov_lacks_dedicated",
        help="A village or community station to which nobody is posted full-time.",
    )

    def _compute_gov_dedicated_count(self):
        counts = self._gov_dedicated_counts([("department_id", "in", self.ids)])
        for site in self:
            site.gov_dedicated_count = counts.get(site.id, 0)
            is_station = site.gov_level == "village"
            site.gov_lacks_dedicated = is_station and not counts.get(site.id)

    @api.model
    def _search_gov_lacks_dedicated(self, operator, value):
        if operator != "in":
            return NotImplemented
        served = list(self._gov_dedicated_counts([]))
        return Domain("gov_level", "=", "village") & Domain("id", "not in", served)

    @api.model
    def _gov_dedicated_counts(self, domain):
        """{site id: people posted to it full-time and not gone}."""
        # sudo: a head count; site officers cannot read hr.employee
        people = self.env["hr.employee"].sudo()
        today = fields.Date.context_today(self)
        in_service = Domain("gov_leave_date", "=", False)
        in_service |= Domain("gov_leave_date", ">=", today)
        groups = people._read_group(
            Domain(domain) & Domain("gov_is_dedicated", "=", True) & in_service,
            ["department_id"],
            ["__count"],
        )
        return {site.id: count for site, count in groups}

    def _compute_gov_movement_count(self):
        movements = self.env["gov.staff.movement"]
        if not movements.has_access("read"):
            self.gov_movement_count = 0
            return
        open_ones = [("state", "in", ("submitted", "approved"))]
        counts = {}
        for field in ("department_id", "to_department_id"):
            groups = movements._read_group(
                [(field, "in", self.ids), *open_ones], [field], ["id:recordset"]
            )
            for site, found in groups:
                counts[site] = counts.get(site, movements) | found
        for site in self:
            site.gov_movement_count = len(counts.get(site, ()))

    def action_open_gov_movements(self):
        """Movements from, to and within this site and the sites below."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.staff.movement",
            "view_mode": "list,form",
            "domain": [
                "|",
                ("department_id", "child_of", self.ids),
                ("to_department_id", "child_of", self.ids),
            ],
            "name": self.env._("Movements"),
        }
