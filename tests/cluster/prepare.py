"""Run inside Odoo: a county of made-up people, its office, small parts.

Arguments: number of people, number of months, people in a part.
"""

import sys

from govhr import office, paths

sys.path.insert(0, str(paths.CHECKOUT))
from tests.bench import facts, people  # noqa: E402
from tests.cluster import PASSWORD, months  # noqa: E402

# above so many people a step is worked out in parts, and so many are in a part
AT_ONCE = ("gov_payroll.compute_at_once", "gov_assessment.work_at_once")
PART = ("gov_payroll.people_per_part", "gov_assessment.people_per_part")


def main(env, count, number, part):
    people.build(env, facts.make(count, months.first_days(number)))
    for member in office.staff(env):
        member.user.sudo().password = PASSWORD
    # proxy_mode asks for codes of a phone, which nobody has here
    env["gov.access.policy"]._current().enforcement = "never"
    parameters = env["ir.config_parameter"]
    for name in (*AT_ONCE, *PART):
        parameters.set_param(name, str(part))


main(globals()["env"], *map(int, globals()["argv"]))
