"""The own phone of a user, which Odoo repeats on the user record."""

from odoo import models


class ResUsers(models.Model):
    """User whose profile shows a private phone."""

    _name = "res.users"
    _inherit = ["res.users", "gov.sensitive.mixin"]

    _gov_sensitive = {"private_phone": "phone"}

    def _gov_subjects(self):
        # people who look at their own profile are no disclosure
        return (self - self.env.user).employee_ids
