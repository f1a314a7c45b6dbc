"""Numbers without gaps (备案号连续编号): one counter a county and year."""

from odoo import api, fields, models
from odoo.tools import SQL


class GovNumberCounter(models.Model):
    """Last number given out under a key.

    Odoo's gap-free sequence creates the range of a new year without a lock, so that two
    transactions on the first day would both start at 1. Here one statement creates
    or counts, and holds the row until the transaction ends: a second transaction waits,
    a rollback gives the number back.
    """

    _name = "gov.number.counter"
    _description = "Counter of Document Numbers"
    _order = "key"
    _rec_name = "key"

    key = fields.Char(required=True, readonly=True)
    last = fields.Integer(string="Last Number", required=True, readonly=True)

    _key_uniq = models.Constraint("UNIQUE(key)", "This counter already exists.")

    @api.model
    def _next(self, key, count=1):
        """The next number (int, from 1) under a key such as `filing/12/2026`.

        :param count: how many numbers are taken; the last one of them is returned
        """
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO gov_number_counter (key, last, create_uid, create_date,
                                                write_uid, write_date)
                VALUES (%(key)s, %(count)s, %(uid)s, NOW() AT TIME ZONE 'UTC',
                        %(uid)s, NOW() AT TIME ZONE 'UTC')
                ON CONFLICT (key) DO UPDATE
                SET last = gov_number_counter.last + %(count)s, write_uid = %(uid)s,
                    write_date = NOW() AT TIME ZONE 'UTC'
                RETURNING last
                """,
                key=key,
                count=count,
                uid=self.env.uid,
            )
        )
        number = self.env.cr.fetchone()[0]
        self.invalidate_model(["last"])
        return number
