"""Run inside Odoo by ``run.py``: months, a year and a trial of a text, pay, training.

Arguments: number of people, of months, of months that are paid too, and the file for
the results.
"""

import json
import sys
import time
from datetime import date
from pathlib import Path

from govhr import office, paths

sys.path.insert(0, str(paths.CHECKOUT))
from tests.bench import facts, floor, people, training  # noqa: E402
from tests.bench.measure import Stopwatch  # noqa: E402

LAST = date(2025, 12, 1)  # the year is the one of this month


def settle(watch, staff, first_day):
    """The month's buttons, each by the user whose work it is."""
    rounds = staff.hr["gov.appraisal.round"]
    county = rounds._default_county_id()

    def open_month():
        new = rounds.create({"county_id": county.id, "date_from": first_day})
        new.action_open()
        return new

    settled = watch.run("open", open_month)
    watch.run("score", settled.action_score)
    watch.run("grade", settled.action_grade)
    watch.run("publish", settled.action_publish)
    watch.run("confirm", lambda: office.approve(staff, settled))
    watch.run("lock", settled.action_lock)
    return settled


def insure(env, county):
    """Everybody is insured by the shipped sample: a slip has all of its lines."""
    table = env.ref("gov_payroll.kunming")
    table.department_id = county
    # the sample begins in 2026, the measured year is the one before
    table.version_ids.sorted("date_from")[:1].date_from = date(2025, 1, 1)
    table.version_ids.action_put_in_force()
    staff = env["hr.employee"].search([("gov_staff_no", "!=", False)])
    env["gov.contribution.base"].with_context(tracking_disable=True).create(
        [
            {
                "employee_id": person.id,
                "date_from": date(2025, 1, 1),
                "social_base": 5000,
                "housing_base": 5000,
            }
            for person in staff
        ]
    )


def pay(watch, staff, settled):
    runs = staff.hr["hr.payslip.run"]
    county, first_day = settled.county_id, settled.date_from

    def compute():
        new = runs.create({"gov_county_id": county.id, "date_start": first_day})
        new.action_gov_compute()
        return new

    run = watch.run("compute", compute)
    watch.run("approve", lambda: office.approve_pay(staff, run))
    watch.run("lock pay", run.action_gov_lock)
    return run


def write_workbooks(watch, staff, settled, run):
    for phase, env, report, records in (
        ("month workbook", staff.hr, "gov_assessment.month", settled),
        ("register", staff.finance, "gov_payroll.register", run),
    ):
        reports = env["ir.actions.report"]
        # bound now: the loop goes on before a lambda would look
        watch.run(
            phase, lambda r=reports, n=report, i=records.ids: r._render_xlsx(n, i, {})
        )
    watch.run("finance pack", run.with_env(staff.finance).action_gov_export)


def settle_year(watch, staff, settled):
    """The year of the last month, from the months that are locked."""
    years = staff.hr["gov.annual.round"]
    vals = {"county_id": settled.county_id.id, "year": settled.date_from.year}

    def compute():
        new = years.create(vals)
        new.action_compute()
        return new

    return watch.run("year", compute)


def try_text(watch, staff, settled):
    """Another text, tried on the last month: each fixed item costs 7 points."""
    text = settled.with_env(staff.hr).version_id.copy({"date_from": "2099-01-01"})
    text.invalidate_recordset()
    text.item_ids.filtered(lambda item: item.kind == "fixed").points = 7
    trials = staff.hr["gov.rubric.simulation"]
    trial = trials.create({"version_id": text.id, "round_id": settled.id})
    watch.run("trial", trial.action_run)


def gross_by_person(run):
    return {slip.gov_staff_no: slip.gov_gross for slip in run.sudo().slip_ids}


def main(env, count, months, paid_months, out):
    started = time.perf_counter()
    days = facts.months_before(LAST, months)
    people.build(env, facts.make(count, days))
    staff = office.staff(env)
    insure(env, staff.hr["gov.appraisal.round"]._default_county_id())
    built = time.perf_counter() - started
    watch = Stopwatch(env)
    for first_day in days:
        settled = settle(watch, staff, first_day)
        if first_day in days[-paid_months:]:
            run = pay(watch, staff, settled)
            write_workbooks(watch, staff, settled, run)
    settle_year(watch, staff, settled)
    try_text(watch, staff, settled)
    training.hold(watch, staff, settled.county_id)
    assert settled.headcount == len(run.sudo().slip_ids) == count
    result = {
        "people": count,
        "months": months,
        "build": built,
        "phases": watch.as_json(),
        "gross": gross_by_person(run),
        "floor": floor.measure(env.cr, settled.id, run.id),
    }
    Path(out).write_text(json.dumps(result), encoding="utf-8")


main(globals()["env"], *map(int, globals()["argv"][:3]), globals()["argv"][3])
