"""Which sites and units a user is responsible for (管辖机构, 联络单位)."""

from odoo import api, fields, models

SCOPES = {
    "gov_department_ids",
    "gov_unit_ids",
    "gov_county_ids",
}  # read by the record rules


class ResUsers(models.Model):
    """User with sites and units; the record rules read them."""

    _inherit = "res.users"

    gov_department_ids = fields.Many2many(
        "hr.department",
        string="Responsible for Sites",
        help="A site officer sees these sites and everything below them.",
    )
    gov_county_ids = fields.Many2many(
        "hr.department",
        "gov_user_county_rel",
        string="Only These Counties",
        domain=[("gov_level", "=", "county")],
        help="An officer, leader or finance user sees the people and documents of "
        "these counties only; empty: those of all counties.",
    )
    gov_unit_ids = fields.Many2many(
        "res.partner",
        string="Liaison of Units",
        domain=[("is_gov_unit", "=", True)],
        help="A liaison sees and co-signs the people of these units.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        users = super().create(vals_list)
        if any(SCOPES & set(vals) for vals in vals_list):
            self.env.registry.clear_cache()
        return users

    def write(self, vals):
        result = super().write(vals)
        if SCOPES & set(vals):
            # record rules are evaluated once per user and cached with the ids in them
            self.env.registry.clear_cache()
        return result

    def _gov_of_county(self, county):
        """Those of these users who are not kept to other counties.

        :param county: hr.department; without one only users of all counties are left
        """
        # sudo: to which counties somebody keeps is asked, not shown
        return self.filtered(
            lambda user: (
                not user.sudo().gov_county_ids or county in user.sudo().gov_county_ids
            )
        )
