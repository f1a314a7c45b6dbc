"""Lines for the record of somebody else (连带), and many lines at once."""

from odoo import api, fields, models

COLUMNS = (
    "appraisal_id",
    "date",
    "item_id",
    "quantity",
    "points",
    "points_total",
    "reason",
    "event_id",
    "review_id",
    "is_shared",
)
# the columns in this order, then who made the line and when
INSERT = """
    INSERT INTO gov_appraisal_line (
        appraisal_id, date, item_id, quantity, points, points_total, reason, event_id,
        review_id, is_shared, create_uid, create_date, write_uid, write_date
    ) VALUES %s
"""


class GovAppraisalLine(models.Model):
    """Lines may stand for the record of somebody else."""

    _inherit = "gov.appraisal.line"

    is_shared = fields.Boolean(
        string="Shared",
        help="连带: part of the points of another person's record, whose words are not "
        "shown here.",
    )

    @api.model
    def _insert(self, vals_list):
        """Create lines by one statement a thousand: a month has tens of thousands.

        Plain columns only, worked out by the settlement a moment ago: nothing is
        computed, tracked or related to a line, so the ORM would add only its time.
        The caller has unlocked the results.

        :param vals_list: values of `COLUMNS` by name; absent ones are empty
        """
        self._check_protection()
        self.env.flush_all()
        now, user = self.env.cr.now(), self.env.uid
        rows = [
            (*(_plain(vals.get(c)) for c in COLUMNS), user, now, user, now)
            for vals in vals_list
        ]
        if rows:
            self.env.cr.execute_values(INSERT, rows, page_size=1000)
        self.env["gov.appraisal"].invalidate_model(["line_ids"])


def _plain(value):
    """The ORM keeps an empty value as False, the database as NULL."""
    return None if value is False else value
