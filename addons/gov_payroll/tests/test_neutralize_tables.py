"""Copies for training: no table keeps a text, whether or not tests can build it."""

import psycopg2

from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL, mute_logger

from .common_neutral import MarkMixin

DAY = "2026-10-01"
FILLINGS = {
    "int4": 1, "int8": 1, "numeric": 1, "float8": 1, "bool": True, "date": DAY,
    "timestamp": DAY, "json": "{}", "jsonb": "{}", "varchar": "x", "text": "x",
    "bytea": b"",
}  # fmt: skip
LATER = {"date": "2026-10-02", "timestamp": "2026-10-02", "float8": 2, "numeric": 2}

# what the rules of these tables ask cannot be guessed
NOT_GUESSED = {
    "gov_honour_nomination", "gov_honour_vote", "gov_mentorship",
    "gov_mentorship_goal", "gov_tax_opening", "hr_leave_accrual_level",
    "mail_activity", "mail_followers", "mail_message_reaction", "mail_notification",
    "mail_presence", "survey_question_answer",
}  # fmt: skip


@tagged("post_install", "-at_install")
class TestNeutralizeTables(MarkMixin, TransactionCase):
    """The poorest row that the database lets in, in every table that has none."""

    def test_no_text_of_any_table_has_a_mark(self):
        self.env.cr.execute(
            "SELECT DISTINCT c.relname FROM ir_model m JOIN pg_class c"
            " ON c.relname = replace(m.model, '.', '_') AND c.relkind = 'r'"
            " WHERE NOT m.transient AND m.model ~ '^(gov|hr|survey|mail)\\.'"
        )
        tables = [table for [table] in self.env.cr.fetchall()]

        empty = [table for table in tables if not self.some_row(table)]
        self.mark_columns()
        marked = self.marked_rows()
        self.neutralise()

        self.assertLessEqual(set(empty), NOT_GUESSED)
        self.assertGreater(len(marked), 80)
        self.assertEqual(self.marked_rows(), {})

    def some_row(self, table, above=()):
        """The id of a row of a table, made when there is none; None if refused."""
        self.env.cr.execute(SQL("SELECT min(id) FROM %s", SQL.identifier(table)))
        [found] = self.env.cr.fetchone()
        if found or table in above:
            return found
        values = {"create_uid": 1}
        for column, kind, target in self.needed_columns(table):
            made = FILLINGS[kind]
            if target:
                made = self.some_row(target, (*above, table))
            values[column] = self.guess(column, kind, made)
        columns = SQL(", ").join(map(SQL.identifier, values))
        try:
            with self.env.cr.savepoint(flush=False), mute_logger("odoo.sql_db"):
                self.env.cr.execute(
                    SQL(
                        "INSERT INTO %s (%s) VALUES %s RETURNING id",
                        SQL.identifier(table),
                        columns,
                        tuple(values.values()),
                    )  # fmt: skip
                )
                return self.env.cr.fetchone()[0]
        except psycopg2.Error:
            return None

    def guess(self, column, kind, made):
        """What most rules of the database ask: an end is later, a year is ours."""
        if column == "year":
            return 2026
        is_end = column.endswith(("_end", "_to")) and made in (DAY, 1)
        return LATER.get(kind, made) if is_end else made

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
