"""What two databases are compared by: each table's rows, and sums that people know."""

import psycopg2

TABLES = """
    SELECT quote_ident(tablename) FROM pg_tables
     WHERE schemaname = 'public' ORDER BY tablename
"""
# rows, and a sum over the content of all rows whatever their order
CONTENT = """
    SELECT count(*),
           COALESCE(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text
      FROM {table} t
"""
# the text of a value must not depend on who asks
SETTINGS = """
    SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO, YMD';
    SET LOCAL IntervalStyle = 'postgres'; SET LOCAL extra_float_digits = 1;
    SET LOCAL bytea_output = 'hex'; SET LOCAL xmloption = 'content'
"""
# (what, its table, SQL): figures that HR and finance find in their own papers
FIGURES = [
    ("people in service / 在岗人员", "hr_employee",
     "SELECT count(*)::text FROM hr_employee WHERE active"),
    ("locked months / 已锁定月份", "gov_appraisal_round",
     "SELECT count(*)::text FROM gov_appraisal_round WHERE state = 'locked'"),
    ("points / 考核总分", "gov_appraisal",
     "SELECT COALESCE(sum(total), 0)::text FROM gov_appraisal"),
    ("net pay / 实发合计", "hr_payslip",
     "SELECT COALESCE(sum(gov_net::numeric), 0)::text FROM hr_payslip"),
    ("attachments, bytes / 附件字节数", "ir_attachment",
     "SELECT COALESCE(sum(file_size), 0)::text FROM ir_attachment"),
]  # fmt: skip
FILES = """
    SELECT DISTINCT store_fname, checksum FROM ir_attachment
     WHERE store_fname IS NOT NULL ORDER BY store_fname
"""


def read(cr):
    """Totals of the database that ``cr`` is in: {"tables": …, "figures": …}.

    Call it in the transaction whose snapshot is dumped.
    """
    cr.execute(SETTINGS)
    cr.execute(TABLES)
    tables = {}
    for (table,) in cr.fetchall():
        cr.execute(CONTENT.format(table=table))
        tables[table] = list(cr.fetchone())
    figures = {what: _figure(cr, query) for what, x, query in FIGURES if x in tables}
    return {"tables": tables, "figures": figures}


def _figure(cr, query):
    """Figures are for the eye; an older database may lack a column."""
    cr.execute("SAVEPOINT figure")
    try:
        cr.execute(query)
        return cr.fetchone()[0]
    except psycopg2.errors.UndefinedColumn:
        cr.execute("ROLLBACK TO figure")
        return None


def differences(before, after):
    """What differs, in words; nothing where both are the same.

    >>> old = {"tables": {"a": [2, "7"], "b": [1, "5"]}, "figures": {}}
    >>> new = {"tables": {"a": [2, "8"], "c": [1, "5"]}, "figures": {}}
    >>> differences(old, new)
    ['a: other content', 'b: 1 rows, none after', 'c: none, 1 rows after']
    """
    found = []
    for table in sorted({**before["tables"], **after["tables"]}):
        old, new = before["tables"].get(table), after["tables"].get(table)
        if old == new:
            continue
        if old and new and old[0] == new[0]:
            found.append(f"{table}: other content")
        else:
            text = [f"{x[0]} rows" if x else "none" for x in (old, new)]
            found.append(f"{table}: {text[0]}, {text[1]} after")
    for what, value in before["figures"].items():
        if after["figures"].get(what) != value:
            found.append(f"{what}: {value}, {after['figures'].get(what)} after")
    return found
