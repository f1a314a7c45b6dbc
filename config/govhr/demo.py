"""The demo county of ``make run``.

The seam: ``load(env)`` runs inside Odoo on a database with all addons and no data, and
returns the accounts to print. It is called once for a new demo database.
"""

from collections import namedtuple

Account = namedtuple("Account", "login password role")
TIME_ZONE = "Asia/Shanghai"


def load(env):
    """Fill the database; what it returns is what ``make run`` prints."""
    make_chinese(env)
    return [Account("admin", "admin", "系统管理员")]


def make_chinese(env):
    """Simplified Chinese, China, yuan and Beijing time for the company and its users."""
    env.ref("base.CNY").active = True
    env.company.partner_id.country_id = env.ref("base.cn")
    env.company.currency_id = env.ref("base.CNY")
    users = env["res.users"].with_context(active_test=False).search([])
    users.partner_id.write({"lang": "zh_CN", "tz": TIME_ZONE})
    env["ir.default"].set("res.partner", "lang", "zh_CN")
    env["ir.default"].set("res.partner", "tz", TIME_ZONE)
