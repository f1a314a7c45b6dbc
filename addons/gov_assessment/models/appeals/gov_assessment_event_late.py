"""A severe record that came late counts in its own closed month after all (D39)."""

from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..rounds.gov_appraisal_round import CLOSED_STATES, OFFICER


class GovAssessmentEvent(models.Model):
    """Late record with the way back to its month: a correction that is approved."""

    _inherit = "gov.assessment.event"

    can_count_in_own_month = fields.Boolean(compute="_compute_can_count_in_own_month")

    def _compute_can_count_in_own_month(self):
        for event in self:
            event.can_count_in_own_month = (
                event.is_late and event.item_id.is_severe and event.state == "confirmed"
            )

    def action_count_in_own_month(self):
        """Propose to correct the closed month; a leader approves it or not."""
        self.ensure_one()
        if not (self.env.su or self.env.user.has_group(OFFICER)):
            raise AccessError(self.env._("Only HR officers propose corrections."))
        self.check_access("read")
        self._check_countable()
        corrections = self.env["gov.appraisal.correction"]
        correction = corrections.search(
            [
                ("added_event_ids", "in", self.ids),
                ("state", "in", ("draft", "approved")),
            ],
            limit=1,
        ) or corrections._propose(
            self._own_round(),
            "late_event",
            self.env._("Severe late record: %s", self.item_id.display_name),
            added=self,
            origin=self,
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": correction._name,
            "view_mode": "form",
            "res_id": correction.id,
            "name": self.env._("Correction"),
        }

    def _check_countable(self):
        if not self.can_count_in_own_month:
            raise UserError(
                self.env._(
                    "Only confirmed records of severe items that came late may go back "
                    "to their closed month."
                )
            )
        if self._round_of(self.count_month).state in CLOSED_STATES:
            raise UserError(
                self.env._(
                    "%s is counted in a month that is closed itself.", self.display_name
                )
            )

    def _own_round(self):
        return self._round_of(self._fact_day().replace(day=1))

    def _round_of(self, month):
        """The round in which the person is appraised in a month, or none."""
        # sudo: which month a record counts in does not depend on who asks
        appraisals = self.env["gov.appraisal"].sudo()
        found = appraisals.search(
            [("employee_id", "=", self.employee_id.id), ("date_from", "=", month)],
            limit=1,
        )
        return found.round_id.with_env(self.env)

    def _count_settled(self, month):
        """Count in a month although it is closed; by gov.appraisal.correction only.

        :param month: first day of the month
        """
        # sudo: the right to correct was checked there
        events = self.sudo()._settling()
        # the month that counted them so far, when it was scored, is scored again
        events._touch_months()
        events.flush_recordset()
        # past `write`: the month of a fact is worked out and never given by hand
        events._write({"count_month": month, "is_late": False})
        events.invalidate_recordset(["count_month", "is_late"])
