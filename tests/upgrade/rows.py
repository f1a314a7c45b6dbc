"""What a county has recorded, row by row, straight from the tables."""

from govhr import database

# business records, and the people, papers and messages around them
TABLES = r"""
    SELECT table_name, array_agg(column_name::text ORDER BY column_name)
      FROM information_schema.columns
     WHERE table_schema = 'public'
       AND (table_name ~ '^(gov|hr)_' OR table_name IN (
           'res_users', 'res_partner', 'mail_message', 'mail_tracking_value'))
     GROUP BY table_name
"""
LOG = {"write_date", "write_uid"}  # an upgrade may store a figure anew
# columns that nothing of the loaded addons fills, and that refuse to stay empty
DEAD_COLUMNS = r"""
    SELECT c.table_name || '.' || c.column_name
      FROM information_schema.columns c
      JOIN ir_model m ON replace(m.model, '.', '_') = c.table_name
      LEFT JOIN ir_model_fields f ON f.model_id = m.id AND f.name = c.column_name
     WHERE c.table_schema = 'public' AND c.is_nullable = 'NO'
       AND c.column_default IS NULL AND f.id IS NULL
"""
DANGLING_MODELS = """
    SELECT module || '.' || name FROM ir_model_data
     WHERE module LIKE 'gov\\_%' AND model NOT IN (SELECT model FROM ir_model)
"""


def read(name):
    """{table: (columns, [row as a dict])} of a database."""
    with database.cursor(name) as cr:
        cr.execute(TABLES)
        tables = {table: sorted(set(x) - LOG) for table, x in cr.fetchall()}
        return {table: _rows(cr, table, columns) for table, columns in tables.items()}


def _rows(cr, table, columns):
    listed = ", ".join(f'"{column}"' for column in columns)
    cr.execute(f'SELECT {listed} FROM "{table}"')
    return columns, [dict(zip(columns, row, strict=True)) for row in cr.fetchall()]


def changes(before, after):
    """What is not as it was: {(table, column): [(id, old, new)]}; new rows are none.

    A table, column or row that is gone counts as changed when it held something.
    """
    found = {}
    for table, (columns, rows) in before.items():
        _columns, now = after.get(table, ((), []))
        if "id" in columns:
            _compare(table, rows, {row["id"]: row for row in now}, found)
        elif lost := [row for row in rows if row not in now]:
            found[table, "*"] = [(None, lost, None)]
    return found


def _compare(table, rows, now, found):
    for row in rows:
        new = now.get(row["id"])
        if new is None:
            found.setdefault((table, "*"), []).append((row["id"], row, None))
            continue
        for column, value in row.items():
            if new.get(column) != value:
                change = (row["id"], value, new.get(column))
                found.setdefault((table, column), []).append(change)
