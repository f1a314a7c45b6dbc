"""A severe record that comes when its month is locked may reopen it (D39).

Any other late record counts in the current month. What is paid stays: then the record
counts in the current month, too.
"""

from odoo import fields, models
from odoo.exceptions import UserError

from ..rounds.gov_appraisal_round import LEADER

EVENT = "gov.assessment.event"


class GovAppraisalRound(models.Model):
    """Locked month that a leader may open once more for a severe record."""

    _inherit = "gov.appraisal.round"

    late_severe_count = fields.Integer(
        string="Severe Late Records", compute="_compute_late_severe_count"
    )

    def _compute_late_severe_count(self):
        for batch in self:
            batch.late_severe_count = (
                len(batch._late_severe()) if batch.state == "locked" else 0
            )

    def _late_severe(self):
        """Severe records of this month that wait in a later month not yet closed."""
        self.ensure_one()
        # sudo: the month decides, not the reader's rights on single records
        appraisals = self.env["gov.appraisal"].sudo()
        query = appraisals._search([("round_id", "=", self.id)])
        # as SQL: a county's twenty thousand people are not loaded to find nothing
        people = query.subselect(
            appraisals._field_to_sql(query.table, "employee_id", query)
        )
        late = (
            self.env[EVENT]
            .sudo()
            .search(
                [
                    ("employee_id", "in", people),
                    ("date", ">=", self._period_first()),
                    ("date", "<=", self.date_to),
                    ("is_late", "=", True),
                    ("item_id.is_severe", "=", True),
                    ("state", "!=", "withdrawn"),
                ]
            )
        )
        closed = late._closed_months()
        return late.filtered(
            lambda e: e.count_month not in closed.get(e.employee_id.id, ())
        )

    def action_open_late_severe(self):
        """The severe records that came late."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": EVENT,
            "view_mode": "list,form",
            "domain": [("id", "in", self._late_severe().ids)],
            "name": self.env._("Severe Late Records"),
        }

    def action_ask_reopen_late(self):
        """Open the window for the leader's reason."""
        return self._ask("reopen")

    def _reopen_late(self, reason):
        """The leader opens a locked month again; all its late records come home."""
        for batch in self._begin(LEADER, ["locked"]):
            words = batch._said(reason)
            if not batch._late_severe():
                raise UserError(
                    self.env._(
                        "%s has no severe record that came late. Others count in the "
                        "current month.",
                        batch.display_name,
                    )
                )
            batch._check_may_reopen()
            batch.write({"locked_by_id": False, "locked_on": False})
            batch._back_to_open(
                self.env._("Locked month opened again for a severe record: %s", words)
            )

    def _check_may_reopen(self):
        """Hook: raise when what was worked out from this month cannot be undone."""
