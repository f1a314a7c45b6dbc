"""Computing and confirming a run in chunks; each chunk costs the same statements.

The functions take a run whose row is locked and unprotected (see
`hr.payslip.run._gov_begin`).
"""

from collections import defaultdict

from odoo.tools import split_every

from odoo.addons.gov_window_staff.rules.month import Month

CHUNK = 500  # people
QUIET = {
    "tracking_disable": True,
    "mail_create_nolog": True,
    "mail_create_nosubscribe": True,
    "mail_notrack": True,
}


def compute(run):
    """One slip for each appraisal of the locked month, lines and totals anew."""
    run = run.with_context(**QUIET)
    appraisals = run._gov_round().appraisal_ids
    _drop_strangers(run, appraisals)
    for ids in split_every(CHUNK, appraisals.ids):
        slips = _slips(run, appraisals.browse(ids))
        slips.compute_sheet()
        _write_gross(slips)
        run.env.flush_all()
        run.env.invalidate_all()


def confirm(run):
    """Slips are done exactly as they were approved."""
    slips = run.with_context(**QUIET).slip_ids
    slips.with_context(without_compute_sheet=True).action_payslip_done()


def _drop_strangers(run, appraisals):
    """Slips of people who are no longer in the month."""
    strangers = run.slip_ids.filtered(lambda s: s.gov_appraisal_id not in appraisals)
    strangers.write({"state": "draft"})
    strangers.unlink()


def _slips(run, appraisals):
    """The slips of these appraisals, created or brought up to date."""
    slips = run.env["hr.payslip"].search(
        [("payslip_run_id", "=", run.id), ("gov_appraisal_id", "in", appraisals.ids)]
    )
    existing = {slip.gov_appraisal_id: slip for slip in slips}
    last = Month.of(run.date_start).last
    versions = run.env["hr.version"]._gov_as_of(appraisals.employee_id, last)
    new_vals = []
    for appraisal in appraisals:
        vals = _prepare_slip_vals(run, appraisal, versions[appraisal.employee_id.id])
        if appraisal in existing:
            existing[appraisal].write(vals)
        else:
            new_vals.append(vals)
    return slips | slips.create(new_vals)


def _prepare_slip_vals(run, appraisal, version):
    month = Month.of(run.date_start)
    return {
        "name": run.env._(
            "%(month)s pay slip of %(name)s", month=month, name=appraisal.person_name
        ),
        "number": f"{month}-{appraisal.staff_no}",
        "payslip_run_id": run.id,
        "struct_id": run.struct_id.id,
        "company_id": run.company_id.id,
        "employee_id": appraisal.employee_id.id,
        "contract_id": version.id,
        "date_from": run.date_start,
        "date_to": run.date_end,
        "gov_staff_no": appraisal.staff_no,
        "gov_person_name": appraisal.person_name,
        "gov_department_id": appraisal.department_id.id,
        "gov_contract_type_id": version.contract_type_id.id,
        "gov_appraisal_id": appraisal.id,
    }


def _write_gross(slips):
    """Most people share a gross pay: one write for each different one."""
    totals = slips._gov_totals()
    by_gross = defaultdict(list)
    for slip in slips:
        by_gross[totals.get((slip.id, "GROSS"), 0.0)].append(slip.id)
    for gross, ids in by_gross.items():
        slips.browse(ids).gov_gross = gross
