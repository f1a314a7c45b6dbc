"""Run inside Odoo in the upgraded database: the office goes on where it stopped.

October's pay run is approved, November's month is finished and paid, December is
opened, settled and paid, and every screen of the officer opens. JSON of what was found
into argv[0]; the database stays as it was.
"""

import json
from datetime import date
from pathlib import Path

from govhr import office

env, argv = globals()["env"], globals()["argv"]


def county_office():
    """The users of the old database; the second officer is new."""
    users = env["res.users"].with_context(no_reset_password=True)
    name, group = office.ROLES["checker"]
    users.create(
        {
            "name": name,
            "login": "checker",
            "group_ids": [(6, 0, env.ref(group).ids)],
            **office.CHINESE,
        }
    )
    found = {x.login: x for x in users.search([("login", "in", list(office.ROLES))])}
    context = {**env.context, **office.CHINESE}
    return office.Office(*(env(user=found[x], context=context) for x in office.ROLES))


def finish_pay(people):
    """The run that was computed before the upgrade is approved as it stands."""
    run = people.hr["hr.payslip.run"].search([("state", "=", "computed")])
    office.approve_pay(people, run)
    run.action_gov_lock()
    return run


def finish_month(people):
    """The month that was graded before the upgrade is published and paid."""
    rounds = people.hr["gov.appraisal.round"].search([("state", "=", "graded")])
    rounds.action_publish()
    office.approve(people, rounds)
    rounds.action_lock()
    return rounds, office.pay(people, rounds)


def new_month(people):
    rounds = office.settle(people, date(2026, 12, 1))
    return rounds, office.pay(people, rounds)


def failing_screens(people):
    """Actions of our addons whose views do not load for the officer."""
    failures = {}
    actions = env["ir.actions.act_window"].search([])
    ours = {x: y for x, y in actions.get_external_id().items() if y.startswith("gov_")}
    for action in actions.browse(ours):
        model = people.hr[action.res_model]
        if not model.has_access("read"):
            continue
        views = [(view_id, kind) for view_id, kind in action.views]
        try:
            model.get_views(views, {"action_id": action.id, "load_filters": True})
        except Exception as error:
            failures[ours[action.id]] = repr(error)
    return failures


def main():
    people = county_office()
    october = finish_pay(people)
    november, november_pay = finish_month(people)
    december, december_pay = new_month(people)
    found = {
        "rounds": [*(november | december).mapped("state")],
        "runs": [*(october | november_pay | december_pay).mapped("state")],
        "slips": [len(x.slip_ids) for x in (october, november_pay, december_pay)],
        "screens": failing_screens(people),
    }
    Path(argv[0]).write_text(json.dumps(found), encoding="utf-8")
    env.cr.rollback()


main()
