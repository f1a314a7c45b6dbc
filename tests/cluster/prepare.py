"""Run inside Odoo: a county of made-up people, its office, small parts.

Arguments: number of people, number of months, people in a part.
"""

import json
import secrets
import sys

from govhr import office, paths

sys.path.insert(0, str(paths.CHECKOUT))
from tests.bench import facts, people  # noqa: E402
from tests.cluster import (  # noqa: E402
    COLLEAGUES,
    PASSWORD,
    PORTAL_LOGINS,
    SESSIONS,
    months,
)

# above so many people a step is worked out in parts, and so many are in a part
AT_ONCE = ("gov_payroll.compute_at_once", "gov_assessment.work_at_once")
PART = ("gov_payroll.people_per_part", "gov_assessment.people_per_part")


def main(env, count, number, part):
    people.build(env, facts.make(count, months.first_days(number)))
    for member in office.staff(env):
        member.user.sudo().password = PASSWORD
    _more_logins(env)
    # proxy_mode asks for codes of a phone, which nobody has here
    env["gov.access.policy"]._current().enforcement = "never"
    parameters = env["ir.config_parameter"]
    for name in (*AT_ONCE, *PART):
        parameters.set_param(name, str(part))


def _more_logins(env):
    """A colleague for each role, and people of self-service."""
    groups = {login: office.ROLES[role][1] for login, role in COLLEAGUES.items()}
    groups |= dict.fromkeys(PORTAL_LOGINS, "base.group_portal")
    users = env["res.users"].with_context(no_reset_password=True)
    users.create(
        [
            {
                "name": login,
                "login": login,
                "group_ids": [(6, 0, [env.ref(group).id])],
                **office.CHINESE,
            }
            for login, group in groups.items()
        ]
    )
    _keep_sessions(env, [*office.ROLES, *groups])


def _keep_sessions(env, logins):
    """A session for each login, which a seat opens: a password takes a second each."""
    opened = {}
    for user in env["res.users"].search([("login", "in", logins)]):
        sid = secrets.token_urlsafe(63)
        opened[user.login] = {
            "db": None,
            "login": user.login,
            "uid": user.id,
            "sid": sid,
            "session_token": user._compute_session_token(sid),
            "context": {**office.CHINESE, "uid": user.id},
            "debug": "",
            "_trace": [],
        }
    env["ir.config_parameter"].set_param(SESSIONS, json.dumps(opened))


main(globals()["env"], *map(int, globals()["argv"]))
