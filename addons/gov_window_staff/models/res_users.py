"""Which sites a user is responsible for (管辖机构)."""

from odoo import api, fields, models


class ResUsers(models.Model):
    """User with sites; the record rules of site officers read them."""

    _inherit = "res.users"

    gov_department_ids = fields.Many2many(
        "hr.department",
        string="Responsible for Sites",
        help="A site officer sees these sites and everything below them.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        users = super().create(vals_list)
        if any("gov_department_ids" in vals for vals in vals_list):
            self.env.registry.clear_cache()
        return users

    def write(self, vals):
        result = super().write(vals)
        if "gov_department_ids" in vals:
            # record rules are evaluated once per user and cached with the ids in them
            self.env.registry.clear_cache()
        return result
