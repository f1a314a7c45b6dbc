"""Accounts that are locked now, and such as nobody uses any more (多余账号)."""

from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from ...rules import lockout

KEEPERS = "base.group_erp_manager,gov_window_staff.group_administrator"


class ResUsers(models.Model):
    """What the list of accounts is searched by."""

    _inherit = "res.users"

    gov_is_locked = fields.Boolean(
        string="Locked Now",
        compute="_compute_gov_is_locked",
        search="_search_gov_is_locked",
        groups=KEEPERS,
    )
    gov_is_unused = fields.Boolean(
        string="Unused for Long",
        compute="_compute_gov_is_unused",
        search="_search_gov_is_unused",
        groups=KEEPERS,
        help="Made and last logged in more days ago than Account Security allows.",
    )

    def _compute_gov_is_locked(self):
        for user in self:
            user.gov_is_locked = bool(user.gov_locked_until)

    def _compute_gov_is_unused(self):
        # sudo: Odoo keeps its list of logins to itself; told is whether one is old
        unused = self.sudo().filtered_domain(self._gov_unused_domain())
        for user in self:
            user.gov_is_unused = user.id in unused.ids

    def _search_gov_is_locked(self, operator, value):
        self._gov_check_keeper()
        if operator != "in":
            return NotImplemented
        policy = self.env["gov.access.policy"]._current()
        since = fields.Datetime.now() - timedelta(minutes=policy.lock_minutes)
        # sudo: the log is not shown, only which accounts its last lines lock
        self.env["gov.access.event"].sudo().flush_model()
        self.env.cr.execute(
            "SELECT DISTINCT account_id FROM gov_access_event"
            " WHERE result = %s AND date > %s AND account_id IS NOT NULL",
            [lockout.LOCKED, since],
        )
        users = self.sudo().browse(number for (number,) in self.env.cr.fetchall())
        locked = users.exists().filtered("gov_is_locked")
        return self._gov_either(Domain("id", "in", locked.ids), value)

    def _search_gov_is_unused(self, operator, value):
        self._gov_check_keeper()
        if operator != "in":
            return NotImplemented
        # sudo: as above
        users = self.sudo().with_context(active_test=False)
        unused = users._search(self._gov_unused_domain())
        return self._gov_either(Domain("id", "in", unused), value)

    def _gov_check_keeper(self):
        """A field's groups keep others from reading it, not from searching by it."""
        if not self.env.su and not self.env.user.has_groups(KEEPERS):
            raise AccessError(
                self.env._("Only administrators search by the state of accounts.")
            )

    @api.model
    def _gov_either(self, domain, value):
        """The domain for what is searched: yes, no, or both."""
        if set(value) >= {True, False}:
            return Domain.TRUE
        return domain if True in value else ~domain

    @api.model
    def _gov_unused_domain(self):
        days = self.env["gov.access.policy"]._current().unused_days
        before = fields.Datetime.now() - timedelta(days=days)
        return Domain("create_date", "<", before) & (
            Domain("log_ids", "=", False)
            | Domain("log_ids", "not any", [("create_date", ">=", before)])
        )
