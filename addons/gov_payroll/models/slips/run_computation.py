"""Computing and confirming a run in chunks; each chunk costs the same statements.

The functions take a run whose row is locked and unprotected (see
`hr.payslip.run._gov_begin`).
"""

from odoo import fields
from odoo.tools import SQL, split_every

from odoo.addons.gov_window_staff.rules.month import Month

CHUNK = 500  # people, unless the parameter says another number
PART = "gov_payroll.people_per_part"  # parameter
QUIET = {
    "tracking_disable": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "mail_notrack": True,
}
# stored figures of a slip from the totals of its lines, by code
FIGURES = {
    "gov_gross": ("GROSS",),
    "gov_net": ("NET",),
    "gov_employer_cost": ("EMPLOYER_COST",),
}


def prepare(run):
    """Freeze what binds, find the arrears, drop slips of people no longer paid."""
    run._gov_freeze()
    run._gov_find_arrears()
    members = run._gov_members()
    slips = run.with_context(**QUIET).slip_ids
    strangers = slips.filtered(lambda slip: slip.employee_id not in members)
    strangers.write({"state": "draft"})
    strangers.unlink()


def chunks(run):
    """The members of the month as sets of people, the same at each call."""
    people = run.env["hr.employee"].union(*run._gov_members()).sorted("id")
    # sudo: users do not read system parameters
    size = run.env["ir.config_parameter"].sudo().get_param(PART, CHUNK)
    return [people.browse(ids) for ids in split_every(int(size), people.ids)]


def compute_chunk(run, people):
    """Slips of some members, computed and stored; again: the same slips."""
    run = run.with_context(**QUIET)
    slips = _slips(run, people)
    slips.compute_sheet()
    slips._gov_store_results()
    run.env.flush_all()
    run.env.invalidate_all()


def confirm(run):
    """Slips are done exactly as they were approved."""
    slips = run.with_context(**QUIET).slip_ids
    slips.with_context(without_compute_sheet=True).action_payslip_done()


def _slips(run, people):
    """The slips of these people, created or brought up to date."""
    slips = run.env["hr.payslip"].search(
        [("payslip_run_id", "=", run.id), ("employee_id", "in", people.ids)]
    )
    existing = {slip.employee_id: slip for slip in slips}
    # what `compute_sheet` will write: rows just inserted are dear to update, PostgreSQL
    # checks each of their foreign keys once more
    computed = {"state": "verify", "compute_date": fields.Date.context_today(slips)}
    new_vals = []
    for person, vals in run._gov_slip_vals(people).items():
        if person in existing:
            existing[person].write(vals)
        else:
            new_vals.append({**vals, **computed})
    return slips | slips.create(new_vals)


def slip_vals(run, appraisal, person, version):
    """Values of one slip as of the last day of the month.

    :param appraisal: the person's appraisal of the month, may be empty
    :param version: hr.version in force on the last day
    """
    month = Month.of(run.date_start)
    site = appraisal.department_id or version.department_id
    name = appraisal.person_name or person.name
    staff_no = appraisal.staff_no or person.gov_staff_no
    return {
        "name": run.env._("%(month)s pay slip of %(name)s", month=month, name=name),
        "number": f"{month}-{staff_no}",
        "payslip_run_id": run.id,
        "struct_id": run.struct_id.id,
        "company_id": run.company_id.id,
        "employee_id": person.id,
        "contract_id": version.id,
        "date_from": run.date_start,
        "date_to": run.date_end,
        "gov_staff_no": staff_no,
        "gov_person_name": name,
        "gov_department_id": site.id,
        "gov_site_level": site.gov_level,
        "gov_contract_type_id": version.contract_type_id.id,
        "gov_appraisal_id": appraisal.id,
    }


def store_figures(slips):
    """Gross, net and employer's cost of computed slips, in one statement."""
    env = slips.env
    env["hr.payslip.line"].flush_model(["code", "total", "slip_id"])
    sums = [
        SQL(
            "COALESCE(SUM(total) FILTER (WHERE code IN %s), 0) AS %s",
            codes,
            SQL.identifier(name),
        )
        for name, codes in FIGURES.items()
    ]
    assigned = [
        SQL("%s = paid.%s", SQL.identifier(name), SQL.identifier(name))
        for name in FIGURES
    ]
    env.cr.execute(
        SQL(
            """
            UPDATE hr_payslip SET %s, gov_deducted = paid.gov_gross - paid.gov_net
            FROM (
                SELECT slip_id, %s FROM hr_payslip_line
                WHERE slip_id IN %s GROUP BY slip_id
            ) AS paid
            WHERE hr_payslip.id = paid.slip_id
            """,
            SQL(", ").join(assigned),
            SQL(", ").join(sums),
            slips._ids,
        )
    )
    slips.invalidate_recordset([*FIGURES, "gov_deducted"])
