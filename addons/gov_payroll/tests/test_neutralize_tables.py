"""Copies for training: no table keeps a text, whether or not a test knows its builder."""

import psycopg2

from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL, mute_logger

from .common_neutral import MARK, MarkMixin

DAY = "2026-10-01"
FILLINGS = {
    "int4": 1, "int8": 1, "numeric": 1, "float8": 1, "bool": True, "date": DAY,
    "timestamp": DAY, "json": "{}", "jsonb": "{}", "varchar": MARK, "text": MARK,
    "bytea": b"",
}  # fmt: skip


@tagged("post_install", "-at_install")
class TestNeutralizeTables(MarkMixin, TransactionCase):
    """The poorest row that the database lets in, in every table that has none."""

    def test_no_text_of_any_table_has_a_mark(self):
        self.env.cr.execute(
            "SELECT DISTINCT c.relname FROM ir_model m JOIN pg_class c"
            " ON c.relname = replace(m.model, '.', '_') AND c.relkind = 'r'"
            " WHERE m.model ~ '^(gov|hr|survey|calendar|mail|sms|rating)\\.'"
        )
        tables = [table for [table] in self.env.cr.fetchall()]

        empty = [table for table in tables if not self.some_row(table)]
        self.mark_columns()
        marked = self.marked_rows()
        self.neutralise()

        # what a rule of the database asks cannot be guessed
        self.assertLessEqual(len(empty), 8, empty)
        self.assertGreater(len(marked), 150)
        self.assertEqual(self.marked_rows(), {})

    def some_row(self, table, above=()):
        """The id of a row of a table, made when there is none; None if refused."""
        self.env.cr.execute(SQL("SELECT min(id) FROM %s", SQL.identifier(table)))
        [found] = self.env.cr.fetchone()
        if found or table in above:
            return found
        values = {"create_uid": 1}
        for column, kind, target in self.needed_columns(table):
            made = self.some_row(target, (*above, table)) if target else FILLINGS[kind]
            values[column] = made
        columns = SQL(", ").join(map(SQL.identifier, values))
        try:
            with self.env.cr.savepoint(flush=False), mute_logger("odoo.sql_db"):
                self.env.cr.execute(
                    SQL(
                        "INSERT INTO %s (%s) VALUES %s RETURNING id",
                        SQL.identifier(table), columns, tuple(values.values()),
                    )  # fmt: skip
                )
                return self.env.cr.fetchone()[0]
        except psycopg2.Error:
            return None

    def needed_columns(self, table):
        """[(column, type, table it points to)] of what may not be empty."""
        self.env.cr.execute(
            """
            SELECT a.attname, t.typname, target.relname
              FROM pg_attribute a
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'f'
                                       AND k.conkey = ARRAY[a.attnum]
              LEFT JOIN pg_class target ON target.oid = k.confrelid
             WHERE a.attrelid = %s::regclass AND a.attnotnull AND NOT a.atthasdef
               AND a.attnum > 0 AND NOT a.attisdropped
            """,
            [table],
        )
        return self.env.cr.fetchall()
