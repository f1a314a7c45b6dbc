"""Whose login a profile has decides who may not decide: nobody ties or unties the own.

An officer who unties the own login from the own profile could verify the own
certificate; tied to somebody else's profile it would show that person's numbers.
"""

from odoo import models
from odoo.exceptions import UserError


class HrEmployee(models.Model):
    """Employee with a login."""

    _inherit = "hr.employee"

    def write(self, vals):
        if "user_id" in vals:
            self.resource_id._gov_check_login(vals["user_id"])
        if "resource_id" in vals:
            # sudo: whose login the other resource has
            other = self.env["resource.resource"].sudo().browse(vals["resource_id"])
            self.resource_id._gov_check_login(other.user_id.id)
        return super().write(vals)


class ResourceResource(models.Model):
    """Odoo keeps the login here; HR users may write it without the employee."""

    _inherit = "resource.resource"

    def write(self, vals):
        if "user_id" in vals:
            self._gov_check_login(vals["user_id"])
        return super().write(vals)

    def _gov_check_login(self, user_id):
        """Refuse the own login, coming or going; who keeps all logins may do it."""
        user = self.env.user
        if self.env.su or user.has_group("base.group_erp_manager"):
            return
        # sudo: compares ids
        changed = self.sudo().filtered(lambda r: r.user_id.id != (user_id or False))
        if changed and user in changed.user_id | user.browse(user_id or []):
            raise UserError(
                self.env._(
                    "Your own login is tied to a profile, or untied, by another "
                    "officer or the administrator of logins."
                )
            )
