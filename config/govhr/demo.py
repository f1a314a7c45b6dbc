"""The demo county of ``make run``.

``load(env)`` runs inside Odoo on a database with all addons and no data, once for a new
demo database, and returns the accounts to print.
"""

import base64
from collections import namedtuple
from datetime import date

from . import demo_staff, demo_training, office, paths

Account = namedtuple("Account", "login password role")
SAMPLE = paths.CONFIG / "sample_county"
LOGO = paths.ADDONS / "gov_window_staff" / "static" / "description" / "icon.png"
MONTH = date(2026, 10, 1)
PORTAL_STAFF_NO = "01001"


def load(env):
    """Import the sample county, settle and pay its month, add people to log in as."""
    make_chinese(env)
    people = office.staff(env)
    let_log_in(env, people)
    office.import_folder(people, SAMPLE, report=lambda line: None)
    rounds = office.settle(people, MONTH)
    office.pay(people, rounds)
    person = make_portal_user(env)
    site = make_site_officer(env)
    liaison = _user(env, "liaison", "派驻单位联络员", "gov_window_staff.group_liaison")
    demo_staff.load(people, liaison)
    demo_training.load(people)
    return [
        Account("admin", "admin", "系统管理员"),
        Account("hr", "hr", "县政务办人事专员"),
        Account("checker", "checker", "县政务办人事复核"),
        Account("leader", "leader", "分管领导"),
        Account("finance", "finance", "财务"),
        Account("site", "site", f"机构管理员（{site.name}）"),
        Account("liaison", "liaison", f"派驻单位联络员（{liaison.gov_unit_ids.name}）"),
        Account("staff", "staff", f"窗口人员自助门户（{person.name}）"),
    ]


def let_log_in(env, people):
    """The login is the password: easy to type, and nobody real is in this county."""
    env["ir.config_parameter"].set_param("auth_password_policy.minlength", 0)
    for role in people:
        role.user.sudo().password = role.user.login


def make_chinese(env):
    """Chinese, China, yuan and Beijing time for the company and its users."""
    env.ref("base.CNY").active = True
    env.company.partner_id.country_id = env.ref("base.cn")
    env.company.currency_id = env.ref("base.CNY")
    env.company.name = "安澜县政务服务管理办公室（演示）"
    env.company.logo = base64.b64encode(LOGO.read_bytes())
    users = env["res.users"].with_context(active_test=False).search([])
    users.partner_id.write(office.CHINESE)
    for name, value in office.CHINESE.items():
        env["ir.default"].set("res.partner", name, value)


def make_portal_user(env):
    """A person of the roster gets a login for the self-service portal."""
    person = env["hr.employee"].search([("gov_staff_no", "=", PORTAL_STAFF_NO)])
    person.user_id = _user(env, "staff", person.name, "base.group_portal")
    return person


def make_site_officer(env):
    """A town's officer, who sees that town and its villages only."""
    town = env["hr.department"].search([("gov_level", "=", "town")], limit=1)
    user = _user(env, "site", "机构管理员", "gov_window_staff.group_site_officer")
    user.gov_department_ids = town
    return town


def _user(env, login, name, group):
    users = env["res.users"].with_context(no_reset_password=True)
    return users.create(
        {
            "name": name,
            "login": login,
            "password": login,
            "group_ids": [(6, 0, [env.ref(group).id])],
            **office.CHINESE,
        }
    )
