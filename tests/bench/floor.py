"""The floor: the rows of a month inserted by one plain statement for each table.

The copies have the indexes, checks and foreign keys of the real tables, so that nothing
that PostgreSQL must do for such rows is left out; what the rows say is simply copied.
"""

import time

# table: the rows of one round or run
MONTH = {
    "gov_appraisal": "round_id = %(round)s",
    "gov_appraisal_line": (
        "appraisal_id IN (SELECT id FROM gov_appraisal WHERE round_id = %(round)s)"
    ),
}
PAY = {
    "hr_payslip": "payslip_run_id = %(run)s",
    "hr_payslip_line": (
        "slip_id IN (SELECT id FROM hr_payslip WHERE payslip_run_id = %(run)s)"
    ),
}


def measure(cr, round_id, run_id):
    """{"month" and "pay": [seconds, rows]}"""
    chosen = {"round": round_id, "run": run_id}
    return {
        part: _sum(_insert(cr, table, rows, chosen) for table, rows in tables.items())
        for part, tables in (("month", MONTH), ("pay", PAY))
    }


def _sum(pairs):
    return [sum(column) for column in zip(*pairs, strict=True)]


def _insert(cr, table, rows, chosen):
    """Seconds and number of rows, the median of three times."""
    copy = f"bench_{table}"
    cr.execute(f"CREATE TABLE {copy} (LIKE {table} INCLUDING ALL)")
    _add_foreign_keys(cr, table, copy)
    tries = []
    for _each in range(3):
        cr.execute(f"TRUNCATE {copy}")
        cr.commit()
        started = time.perf_counter()
        cr.execute(f"INSERT INTO {copy} SELECT * FROM {table} WHERE {rows}", chosen)
        count = cr.rowcount
        cr.commit()
        tries.append((time.perf_counter() - started, count))
    return sorted(tries)[1]


def _add_foreign_keys(cr, table, copy):
    cr.execute(
        "SELECT pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid = %s::regclass AND contype = 'f'",
        (table,),
    )
    for (definition,) in cr.fetchall():
        cr.execute(f"ALTER TABLE {copy} ADD {definition}")
