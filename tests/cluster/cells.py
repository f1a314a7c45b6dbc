"""Every cell of the months and pay runs of a database, by what it is about.

Numbers of rows differ from one computation to another; everything else must not.
"""

from collections import Counter

# kind: rows named by month and staff number, with all columns as JSON
QUERIES = {
    "appraisal": """
        SELECT a.date_from, a.staff_no, to_jsonb(a) FROM gov_appraisal a
    """,
    "line": """
        SELECT a.date_from, a.staff_no, to_jsonb(l)
          FROM gov_appraisal_line l JOIN gov_appraisal a ON a.id = l.appraisal_id
    """,
    "round": "SELECT r.date_from, '', to_jsonb(r) FROM gov_appraisal_round r",
    "slip": "SELECT s.date_from, s.gov_staff_no, to_jsonb(s) FROM hr_payslip s",
    "slip line": """
        SELECT s.date_from, s.gov_staff_no, to_jsonb(l)
          FROM hr_payslip_line l JOIN hr_payslip s ON s.id = l.slip_id
    """,
    "run": "SELECT r.date_start, r.name, to_jsonb(r) FROM hr_payslip_run r",
}
# numbers of rows that each computation draws anew
NUMBERS = {
    "id",
    "round_id",
    "appraisal_id",
    "slip_id",
    "payslip_run_id",
    "gov_appraisal_id",
    "gov_previous_id",
}
# when it happened, and whose transaction touched the row last
CIRCUMSTANCES = {
    "create_date",
    "write_date",
    "write_uid",
    "published_on",
    "publicity_end",
    "confirm_end",
    "confirmed_on",
    "locked_on",
    "submitted_on",
    "gov_submitted_on",
    "gov_approved_on",
    "gov_computed_on",
    "gov_checked_on",
    "is_outdated",
}


def of(query):
    """{kind: sorted texts}, one for each row.

    :param query: function of a statement that gives rows
    """
    return {
        kind: sorted(_text(*row) for row in query(statement))
        for kind, statement in QUERIES.items()
    }


def _text(day, name, values):
    left_out = NUMBERS | CIRCUMSTANCES
    cells = {k: v for k, v in sorted(values.items()) if k not in left_out}
    return f"{day} {name} {cells}"


def differences(one, other):
    """Rows that only one of two databases has, at most some of each kind."""
    found = []
    for kind in QUERIES:
        mine, theirs = Counter(one[kind]), Counter(other[kind])
        found += [f"only with jobs: {kind} {t}" for t in list(mine - theirs)[:3]]
        found += [f"only at once: {kind} {t}" for t in list(theirs - mine)[:3]]
    return found
