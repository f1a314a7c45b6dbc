"""Run inside Odoo: the same months settled and paid at once, without any job."""

import sys

from govhr import office, paths

sys.path.insert(0, str(paths.CHECKOUT))
from tests.cluster import months  # noqa: E402


def main(env, number):
    env = env(context={**env.context, "queue_job__no_delay": True})
    users = env["res.users"]
    context = {**env.context, **office.CHINESE}
    staff = office.Office(
        *(
            env(user=users.search([("login", "=", login)]), context=context)
            for login in office.ROLES
        )
    )
    for first_day in months.first_days(number):
        office.pay(staff, office.settle(staff, first_day))
        env.cr.commit()


main(globals()["env"], int(globals()["argv"][0]))
