"""Run inside Odoo by ``run.py``: the same people paid the way OCA's payroll offers.

The database has the addons up to ``gov_assessment`` and OCA's ``payroll``;
``gov_payroll`` was never installed in it, so no override and no index of it can help.
The salary rules are Python text in records, as OCA's demo has them, and the slips come
from the button of its batch wizard (hr.payslip.employees.compute_sheet).

Arguments: number of people, how many of them to pay, number of months of facts, file
for the results.
"""

import json
import sys
from datetime import date
from pathlib import Path

from govhr import office, paths

sys.path.insert(0, str(paths.CHECKOUT))
from tests.bench import facts, people  # noqa: E402
from tests.bench.measure import Stopwatch  # noqa: E402

FIRST, LAST = date(2025, 12, 1), date(2025, 12, 31)
HELD = """
held = [c for c in employee.gov_certificate_ids
        if c.state == 'verified' and c.verify_date <= payslip.date_to]
"""
PROBATION = (
    "trial = contract.trial_date_end and contract.trial_date_end >= payslip.date_to"
)
# 涟水 part 4 (四) 3, as an implementer would write it into the rules
RULES = {
    "BASIC": "result = contract.wage",
    "SKILL": HELD
    + """
ranks = [c.level_id.rank for c in held if c.issue_date < payslip.date_from]
result = {1: 100, 2: 150, 3: 200, 4: 400, 5: 600}[max(ranks)] if ranks else 0
""",
    "SENIORITY": HELD
    + PROBATION
    + """
result = 0
if held and not trial:
    base = max(employee.gov_entry_date, min([c.issue_date for c in held]))
    first = payslip.date_from
    years = first.year - base.year
    if (base.month, base.day) >= (first.month, first.day):
        years = years - 1
    result = 100 if years >= 10 else 50 if years >= 5 else 20 if years >= 1 else 0
""",
    "EDUCATION": PROBATION
    + """
rank = contract.gov_education_id.rank
result = 0 if trial or rank < 50 else 100 if rank == 50 else 200
""",
    "PERF": """
result = payslip.env['gov.appraisal'].search([
    ('employee_id', '=', employee.id), ('date_from', '=', payslip.date_from)
]).reward_amount
""",
    "GROSS": "result = categories.EARNING",
}


def make_structure(env):
    """A plain structure with one Python rule for each pay element."""
    categories = env["hr.salary.rule.category"].create(
        [{"name": code, "code": code} for code in ("EARNING", "TOTAL")]
    )
    rules = env["hr.salary.rule"].create(
        [
            {
                "name": code,
                "code": code,
                "sequence": 10 * place,
                "category_id": categories[code == "GROSS"].id,
                "amount_select": "code",
                "amount_python_compute": text,
            }
            for place, (code, text) in enumerate(RULES.items(), 1)
        ]
    )
    return env["hr.payroll.structure"].create(
        {"name": "Stock", "code": "STOCK", "parent_id": False, "rule_ids": rules.ids}
    )


def open_office(env):
    """Users as in a month; finance is OCA's payroll manager, who may also see facts."""
    office.ROLES["finance"] = ("财务", "payroll.group_payroll_manager")
    staff = office.staff(env)
    officer = env.ref("gov_window_staff.group_hr_officer")
    staff.finance.user.sudo().group_ids |= officer
    return staff


def pay(env, structure, chosen):
    """What the batch form and its wizard do for the chosen people."""
    run = env["hr.payslip.run"].create(
        {
            "name": "Stock",
            "date_start": FIRST,
            "date_end": LAST,
            "struct_id": structure.id,
        }
    )
    wizard = env["hr.payslip.employees"].with_context(active_id=run.id)
    wizard.create({"employee_ids": [(6, 0, chosen.ids)]}).compute_sheet()
    return run


def gross_by_person(run):
    lines = run.sudo().slip_ids.line_ids.filtered(lambda line: line.code == "GROSS")
    return {line.employee_id.gov_staff_no: line.total for line in lines}


def main(env, count, paid, months, out):
    days = facts.months_before(FIRST, months)
    people.build(env, facts.make(count, days))
    staff = open_office(env)
    structure = make_structure(env)
    settled = office.settle(staff, FIRST)
    chosen = settled.appraisal_ids[:paid].employee_id
    watch = Stopwatch(env)
    run = watch.run("wizard", lambda: pay(staff.finance, structure, chosen))
    result = {"phases": watch.as_json(), "gross": gross_by_person(run), "paid": paid}
    Path(out).write_text(json.dumps(result), encoding="utf-8")


main(globals()["env"], *map(int, globals()["argv"][:3]), globals()["argv"][3])
