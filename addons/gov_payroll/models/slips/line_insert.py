"""Inserts the lines of many computed slips in one statement.

`create` of a line costs 0.25 ms, most of it for the copies of the rule's own columns; a
month of 5,000 people has 100,000 lines. Here those copies are made by PostgreSQL: only
what was computed travels. Whatever the statement does not know (a column or a stored
computed field of another addon, a rule below another rule) goes through `create`.

Values travel as array literals: '{1,2}' is read at once, while the ARRAY[1,2] that
psycopg2 makes of a list is parsed as an expression for each value.
"""

from odoo.tools import SQL

# computed for each line: {field: type of the column}
COMPUTED = {
    "slip_id": "int4",
    "salary_rule_id": "int4",
    "employee_id": "int4",
    "contract_id": "int4",
    "company_id": "int4",
    "gov_department_id": "int4",
    "gov_rate_id": "int4",
    "gov_appraisal_id": "int4",
    "gov_reason": "varchar",
    "gov_basis": "varchar",
    "date_from": "date",
    "quantity": "numeric",
    "rate": "numeric",
    "amount": "numeric",
    "total": "numeric",
}
# copied from the rule, as OCA does; an empty copy stays empty
COPIED = (
    "code",
    "sequence",
    "category_id",
    "appears_on_payslip",
    "condition_select",
    "condition_range",
    "condition_python",
    "condition_range_min",
    "condition_range_max",
    "amount_select",
    "amount_fix",
    "amount_python_compute",
    "amount_percentage",
    "amount_percentage_base",
    "register_id",
)
# what `plain_lines.Line` has, in its order, and what is then taken from the slip
PLAIN = {
    "slip_id": "int4",
    "salary_rule_id": "int4",
    "amount": "numeric",
    "total": "numeric",
    "gov_reason": "varchar",
    "source": "int4",
    "gov_basis": "varchar",
}
FROM_SLIP = (
    *("employee_id", "contract_id", "company_id", "gov_department_id", "date_from"),
)
SOURCE = "gov_appraisal_id"  # where a reason names no field
TEXTS = {"varchar"}
HANDLED = {*COMPUTED, *COPIED, "name", "active", "parent_line_id"}
STORED_COMPUTED = {"date_from", "total", "parent_line_id"}


def can_insert(lines, vals_list):
    """Whether the statement covers these lines."""
    stored = {name for name, f in lines._fields.items() if f.store and f.compute}
    return stored <= STORED_COMPUTED and all(v.keys() <= HANDLED for v in vals_list)


def insert(lines, vals_list):
    """Insert lines that `can_insert` accepted; `lines` is any hr.payslip.line set."""
    columns = {name: column(vals_list, name, COMPUTED[name]) for name in COMPUTED}
    names = array(_own_names(lines.env, vals_list), "varchar")
    line = _columns(COMPUTED)
    source = SQL(
        "unnest(%s, %s) AS line(%s, name)", _joined(columns.values()), names, line
    )
    name = SQL(
        "CASE WHEN line.name IS NULL THEN rule.name"
        " ELSE jsonb_build_object('en_US', line.name) END"
    )
    taken = {column: SQL.identifier("line", column) for column in COMPUTED}
    _insert(lines, {**taken, "name": name}, source)


def insert_plain(lines, rows, sources):
    """Insert lines that `plain_lines` worked out.

    What a line has in common with its slip is taken from there.

    :param rows: `plain_lines.Line` tuples
    :param sources: {reason: field of the record behind the amount}
    """
    columns = [
        array(values, kind)
        for values, kind in zip(zip(*rows, strict=True), PLAIN.values(), strict=True)
    ]
    source = SQL(
        "unnest(%s) AS line(%s) JOIN hr_payslip AS slip ON slip.id = line.slip_id",
        _joined(columns),
        _columns(PLAIN),
    )
    own = ("slip_id", "salary_rule_id", "amount", "total", "gov_reason", "gov_basis")
    taken = {
        **{name: SQL.identifier("line", name) for name in own},
        **{name: SQL.identifier("slip", name) for name in FROM_SLIP},
        **_source_columns(sources),
        "quantity": SQL("1.0"),
        "rate": SQL("100.0"),
        "name": SQL("rule.name"),
    }
    _insert(lines, taken, source)


def _source_columns(sources):
    """{field: the line's source where its reason says that it is of this field}"""
    reason, source = SQL.identifier("line", "gov_reason"), SQL("line.source")
    columns = {
        field: SQL(
            "CASE WHEN %s IN %s THEN %s END",
            reason,
            tuple(name for name, other in sources.items() if other == field),
            source,
        )
        for field in sources.values()
    }
    named = tuple(sources)
    columns[SOURCE] = SQL("CASE WHEN %s NOT IN %s THEN %s END", reason, named, source)
    return columns


def _insert(lines, taken, source):
    """One statement: `taken` {column: value} from `source`, the rest from the rule."""
    env = lines.env
    env["hr.salary.rule"].flush_model()
    env["hr.payslip"].flush_model()
    env.cr.execute(
        SQL(
            """
            INSERT INTO hr_payslip_line (
                %(taken)s, %(copied)s, active,
                create_uid, create_date, write_uid, write_date
            )
            SELECT %(values)s, %(rule)s, TRUE, %(uid)s, %(now)s, %(uid)s, %(now)s
            FROM %(source)s
            JOIN hr_salary_rule AS rule ON rule.id = line.salary_rule_id
            """,
            taken=_columns(taken),
            values=_joined(taken.values()),
            copied=_columns(COPIED),
            rule=_columns(COPIED, "rule"),
            source=source,
            uid=env.uid,
            now=env.cr.now(),
        )
    )
    lines.invalidate_model()
    slips = env["hr.payslip"]
    depending = [n for n, f in slips._fields.items() if n == "line_ids" or not f.store]
    slips.invalidate_model(depending)


def array(values, column_type):
    """Values as one literal of an array type."""
    if column_type in TEXTS:
        items = ["NULL" if value is None else _quoted(value) for value in values]
    else:
        items = ["NULL" if value is None else str(value) for value in values]
    literal = f"{{{','.join(items)}}}"
    return SQL("%s::%s[]", literal, SQL.identifier(column_type))


def _quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def column(vals_list, name, column_type):
    """One column of many rows as an array literal; False is empty but for booleans."""
    values = [vals.get(name) for vals in vals_list]
    if column_type == "int4" and name.endswith("_id"):
        values = [value or None for value in values]
    elif column_type != "bool":
        values = [None if value is False else value for value in values]
    return array(values, column_type)


def _joined(parts):
    return SQL(", ").join(parts)


def _columns(names, table=None):
    return _joined(SQL.identifier(*filter(None, (table, name))) for name in names)


def _own_names(env, vals_list):
    """Names that a rule's Python gave its line; None where it is the rule's name."""
    rules = env["hr.salary.rule"].browse({v["salary_rule_id"] for v in vals_list})
    names = {rule.id: rule.name for rule in rules}
    return [
        v["name"] if v["name"] != names[v["salary_rule_id"]] else None
        for v in vals_list
    ]
