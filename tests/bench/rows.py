"""Rows put into tables set-wise: loaded by COPY, multiplied by INSERT ... SELECT."""

import csv
import io

from odoo.tools import SQL


def load(cr, table, columns, ids, values):
    """A temporary table filled by COPY; ids come from the real tables' sequences."""
    drawn = [
        SQL("%s int DEFAULT nextval(%s)", SQL.identifier(name), f"{target}_id_seq")
        for name, target in ids.items()
    ]
    cr.execute(
        SQL(
            "DROP TABLE IF EXISTS %s; CREATE TEMPORARY TABLE %s (%s)",
            SQL.identifier("pg_temp", table),
            SQL.identifier(table),
            SQL(", ").join([SQL(columns), *drawn]),
        )
    )
    names = ", ".join(column.split()[0] for column in columns.split(", "))
    text = io.StringIO()
    csv.writer(text).writerows(values)
    text.seek(0)
    cr.copy_expert(f"COPY {table} ({names}) FROM STDIN (FORMAT csv)", text)
    cr.execute(SQL("ANALYZE %s", SQL.identifier(table)))


def copy(cr, table, pattern_id, source, /, where="TRUE", **different):
    """Insert the pattern's row once for each row of ``source`` (known as x).

    :param where: which rows of the source
    :param different: column = SQL expression over x
    """
    cr.execute(
        "SELECT column_name FROM information_schema.columns"
        " WHERE table_schema = 'public' AND table_name = %s",
        (table,),
    )
    columns = [name for (name,) in cr.fetchall()]
    values = [
        SQL(different[name]) if name in different else SQL.identifier("pattern", name)
        for name in columns
    ]
    assert set(different) <= set(columns), (table, set(different) - set(columns))
    cr.execute(
        SQL(
            "INSERT INTO %s (%s) SELECT %s FROM %s pattern, %s"
            " WHERE pattern.id = %s AND %s",
            SQL.identifier(table),
            SQL(", ").join(map(SQL.identifier, columns)),
            SQL(", ").join(values),
            SQL.identifier(table),
            SQL(source),
            pattern_id,
            SQL(where.replace("%", "%%")),
        )
    )
