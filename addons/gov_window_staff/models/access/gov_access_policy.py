"""The rules of accounts and logs (账号与日志安全策略): one record for the system."""

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import config, ormcache

LEAST_MONTHS = 6  # 网络安全法: network logs are kept at least six months
IDLE_GROUP = "base.group_user"
# finance is a group of gov_payroll, there when an older installation is upgraded
SECOND_FACTOR = (
    "gov_window_staff.group_hr_officer",
    "gov_window_staff.group_leader",
    "gov_window_staff.group_data_protection",
    "gov_payroll.group_finance",
    "base.group_system",
)


class GovAccessPolicy(models.Model):
    """Passwords, lockout, second factor, idle time and retention; changes on record.

    The usual values of 等保 (GB/T 22239-2019, 安全计算环境) are shipped.
    """

    _name = "gov.access.policy"
    _description = "Account Security"
    _inherit = ["mail.thread"]

    name = fields.Char(required=True, translate=True)
    reference = fields.Char(required=True)
    enforcement = fields.Selection(
        [
            ("production", "On Production Servers"),
            ("always", "Always"),
            ("never", "Never"),
        ],
        string="Passwords and Second Factor in Force",
        required=True,
        default="production",
        tracking=True,
        help="A production server stands behind a reverse proxy (proxy_mode in its "
        "configuration file); a demo or training server does not. Lockout and logs "
        "are always in force.",
    )
    password_kinds = fields.Integer(
        string="Kinds of Characters",
        required=True,
        default=3,
        tracking=True,
        help="Of these four: upper-case letters, lower-case letters, digits, others.",
    )
    password_days = fields.Integer(
        string="Password Expires After (Days)", default=90, tracking=True
    )
    warn_days = fields.Integer(string="Warn Before (Days)", default=7, tracking=True)
    password_history = fields.Integer(
        string="Last Passwords Refused", default=3, tracking=True
    )
    failure_limit = fields.Integer(
        string="Failures Until Lockout", required=True, default=5, tracking=True
    )
    lock_minutes = fields.Integer(
        string="Lockout (Minutes)", required=True, default=15, tracking=True
    )
    key_failure_limit = fields.Integer(
        string="Wrong API Keys Until an Address Is Refused",
        required=True,
        default=20,
        tracking=True,
        help="Counted over the minutes of the lockout; a right key goes on working.",
    )
    idle_minutes = fields.Integer(
        string="Idle Time (Minutes)", required=True, default=30, tracking=True
    )
    unused_days = fields.Integer(
        string="Accounts Count as Unused After (Days)", default=90, tracking=True
    )
    second_factor_group_ids = fields.Many2many(
        "res.groups",
        string="Second Factor Required For",
        default=lambda self: self._default_second_factor_groups(),
        help="Their members have to set up an authenticator at their next login.",
    )
    audit_months = fields.Integer(
        string="Logs Kept (Months)", required=True, default=36, tracking=True
    )
    hour_from = fields.Float(string="Usual Hours From", default=7, tracking=True)
    hour_to = fields.Float(string="Usual Hours To", default=20, tracking=True)

    _audit_months = models.Constraint(
        f"CHECK (audit_months >= {LEAST_MONTHS})",
        "Logs are kept for at least six months (Cybersecurity Law).",
    )
    _lockout = models.Constraint(
        "CHECK (failure_limit BETWEEN 3 AND 10 AND lock_minutes BETWEEN 5 AND 1440)",
        "Lock an account after 3 to 10 failures, for 5 minutes to one day.",
    )
    _wrong_keys = models.Constraint(
        "CHECK (key_failure_limit BETWEEN 5 AND 200)",
        "Refuse an address after 5 to 200 wrong API keys.",
    )
    _idle = models.Constraint(
        "CHECK (idle_minutes BETWEEN 5 AND 240)",
        "The idle time is between 5 minutes and 4 hours.",
    )
    _password = models.Constraint(
        "CHECK (password_kinds BETWEEN 1 AND 4 AND password_days >= 0"
        " AND password_history BETWEEN 0 AND 24 AND warn_days >= 0)",
        "Ask for 1 to 4 kinds of characters and remember at most 24 passwords.",
    )

    @api.model
    def _default_second_factor_groups(self):
        groups = self.env["res.groups"]
        for name in SECOND_FACTOR:
            groups |= self.env.ref(name, raise_if_not_found=False) or groups
        return groups

    @api.model_create_multi
    def create(self, vals_list):
        if self.sudo().search_count([], limit=1) or len(vals_list) > 1:
            raise UserError(
                self.env._("There is one record of account security; change that one.")
            )
        policies = super().create(vals_list)
        policies._apply_idle_time()
        return policies

    def write(self, vals):
        result = super().write(vals)
        self.env.registry.clear_cache()
        if "idle_minutes" in vals:
            self._apply_idle_time()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("Account security is changed, never deleted."))

    def _apply_idle_time(self):
        """Odoo's screen lock reads the time from a group that all staff are in."""
        # sudo: an administrator of the product changes this one value of the group
        group = self.env.ref(IDLE_GROUP).sudo()
        group.lock_timeout_inactivity = self.idle_minutes

    @api.model
    def _current(self):
        """The record; an empty one while the addon is being installed."""
        # sudo: everybody who logs in is judged by it, nobody is shown it
        return self.sudo().search([], limit=1)

    @api.model
    @ormcache()
    def _second_factor_groups(self):
        """Ids of the groups that need a second factor now."""
        policy = self._current()
        if not policy._is_enforced():
            return frozenset()
        return frozenset(policy.second_factor_group_ids.ids)

    @api.model
    @ormcache()
    def _idle_seconds(self):
        return self._current().idle_minutes * 60

    def _is_enforced(self):
        """Whether passwords and second factor are asked for on this server."""
        if self.enforcement == "production":
            return bool(config["proxy_mode"])
        return self.enforcement == "always"

    # -- retention ---------------------------------------------------------------

    @api.model
    def _audit_tables(self):
        """{table: months it is kept at least}; other addons add their logs."""
        return {"gov_disclosure": LEAST_MONTHS, "gov_access_event": LEAST_MONTHS}

    @api.model
    def _cron_forget(self):
        """Remove lines of the logs that are older than the policy asks for."""
        kept = max(self._current().audit_months, LEAST_MONTHS)
        for table, least in self._audit_tables().items():
            before = fields.Datetime.now() - relativedelta(months=max(kept, least))
            # plain SQL: the models themselves refuse to delete, and shall
            self.env.cr.execute(
                f"DELETE FROM {table} WHERE date < %s",  # pylint: disable=sql-injection
                [before],
            )
        self.env.invalidate_all()

    def action_unused_accounts(self):
        """Accounts that nobody has used for a long time (多余账号)."""
        days = self._current().unused_days
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Accounts Unused for %(days)s Days", days=days),
            "res_model": "res.users",
            "view_mode": "list,form",
            "views": [
                (
                    self.env.ref("gov_window_staff.res_users_view_list_unused").id,
                    "list",
                ),
                (False, "form"),
            ],
            "domain": [("gov_is_unused", "=", True)],
        }
