"""The honour board (光荣榜): whose winners are shown to whom (A95)."""

from datetime import date

from odoo import api, fields, models

OVERSEERS = ("gov_window_staff.group_hr_officer", "gov_window_staff.group_leader")


class GovHonourNomination(models.Model):
    """Winners are public in their own county."""

    _inherit = "gov.honour.nomination"

    @api.model
    def _board(self, counties, years=3):
        """Awarded winners of some counties (hr.department), the latest first.

        :return: gov.honour.nomination records with the system's rights
        """
        today = fields.Date.context_today(self)
        domain = [
            ("is_winner", "=", True),
            ("campaign_id.state", "=", "awarded"),
            ("campaign_id.county_id", "in", counties.ids),
            ("awarded_on", ">=", date(today.year - years, 1, 1)),
        ]
        # sudo: the board is for all staff and shows name, site, honour and merits
        return self.sudo().search(domain, order="awarded_on desc, campaign_id, id")

    @api.model
    def _board_counties(self, person):
        """Counties whose board the user may see.

        :param person: hr.employee of the login, an empty one for an office account
        """
        if person:
            return person.department_id.gov_county_id
        # sudo: the sites of the user's own account
        sites = self.env.user.sudo().gov_department_ids
        if sites:
            return sites.gov_county_id
        # sudo: counties are no secret, and portal accounts read no sites
        departments = self.env["hr.department"].sudo()
        counties = self.env.user.sudo().gov_county_ids or departments.search(
            [("gov_level", "=", "county")]
        )
        if len(counties) == 1 or any(map(self.env.user.has_group, OVERSEERS)):
            return counties
        return counties.browse()
