"""持证率 of a site with everything below it."""

from odoo import fields, models


class HrDepartment(models.Model):
    """Holders out of the active window staff, against the target of the county."""

    _inherit = "hr.department"

    gov_window_staff_count = fields.Integer(
        string="Active Window Staff", compute="_compute_gov_certified_rate"
    )
    gov_certified_count = fields.Integer(
        string="Holders", compute="_compute_gov_certified_rate"
    )
    gov_certified_rate = fields.Float(
        string="Certificate Rate (%)",
        digits=(5, 1),
        compute="_compute_gov_certified_rate",
        help="Holders of a verified certificate out of the active window staff, the "
        "sites below included.",
    )
    gov_certified_target = fields.Float(
        string="Target Rate (%)", compute="_compute_gov_certified_target"
    )

    def _compute_gov_certified_rate(self):
        # sudo: a rate is no personal data, and everybody may see the tree of sites
        sites = self.sudo().search([("id", "child_of", self.ids)])
        counts = {
            site: (staff, holders)
            for site, staff, holders in self.env["gov.certificate.coverage"]
            .sudo()
            ._read_group(
                [("department_id", "in", sites.ids)],
                ["department_id"],
                ["__count", "certified:sum"],
            )
        }
        for site in self:
            prefix = site.parent_path or "/"
            below = [
                counts[child]
                for child in counts
                if (child.parent_path or "").startswith(prefix)
            ]
            staff, holders = sum(b[0] for b in below), sum(b[1] for b in below)
            site.gov_window_staff_count = staff
            site.gov_certified_count = holders
            site.gov_certified_rate = 100 * holders / staff if staff else 0

    def _compute_gov_certified_target(self):
        today = fields.Date.context_today(self)
        duties = self.env["gov.certificate.duty"]
        versions = duties._versions_for(self.gov_county_id, today)
        for county, sites in self.grouped("gov_county_id").items():
            sites.gov_certified_target = versions[county].target_rate

    def action_open_gov_uncertified(self):
        """People of this site and below without a verified certificate."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.certificate.coverage",
            "view_mode": "list,pivot,graph",
            "domain": [("department_id", "child_of", self.ids)],
            "context": {"search_default_uncertified": 1},
            "name": self.env._("Certificates of the Site"),
        }
