"""Approving and applying a correction: two people, neither of whom graded the month."""

from odoo import fields, models
from odoo.exceptions import UserError

from ..rounds import month_settlement
from ..rounds.gov_appraisal_round import LEADER, OFFICER


class GovAppraisalCorrection(models.Model):
    """Buttons of a correction."""

    _inherit = "gov.appraisal.correction"

    def action_compute(self):
        """Take the facts as they are now; an approval given before is void."""
        for correction in self._begin(OFFICER, ["draft", "approved"]):
            correction._compute_lines()
            correction.write(
                {"state": "draft", "approved_by_id": False, "approved_on": False}
            )
            correction._begin_steps()

    def action_approve(self):
        """Agree with the lines as they stand; the last step, a leader's, approves."""
        for correction in self._begin(self._step_group(), ["draft"]):
            correction._check_impartial()
            if correction.proposed_by_id == self.env.user:
                raise UserError(
                    self.env._(
                        "You proposed this correction yourself; another leader has to "
                        "approve it."
                    )
                )
            correction._check_still_true(correction._preview())
            if not correction._agree():
                correction._ask_to_approve()
                continue
            correction.write(
                {
                    "state": "approved",
                    "approved_by_id": self.env.uid,
                    "approved_on": fields.Datetime.now(),
                }
            )
            correction._ask_to_apply()

    def action_apply(self):
        """Write the results; the difference of the rewards waits for the next run."""
        for correction in self._begin(OFFICER, ["approved"]):
            correction._check_impartial()
            if correction.approved_by_id == self.env.user and not self.env.su:
                raise UserError(
                    self.env._("You approved this yourself; somebody else applies it.")
                )
            correction._apply()

    def action_cancel(self):
        """Ask for the reason, then give the correction up."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.correction.cancel",
            "view_mode": "form",
            "target": "new",
            "context": {"default_correction_id": self.id},
            "name": self.env._("Cancel the Correction"),
        }

    def _cancel(self, reason):
        """Give it up: the month stays as it is."""
        for correction in self._begin((OFFICER, LEADER), ["draft", "approved"]):
            correction.write({"state": "cancelled", "cancel_reason": reason})
            correction._close_to_dos()
            correction._tell_origin("_correction_cancelled")

    def _check_impartial(self):
        """Neither who graded the month nor whom it moves decides about a correction."""
        self.line_ids.appraisal_id.employee_id._gov_refuse_own()
        if self.env.user in self.round_id._gov_graders():
            raise UserError(
                self.env._(
                    "You scored or graded %s yourself; somebody else has to decide "
                    "about its correction.",
                    self.round_id.display_name,
                )
            )

    def _check_still_true(self, results):
        """The lines that were looked at are those that would be written."""
        fresh = {vals["appraisal_id"]: vals for vals in self._difference_vals(results)}
        shown = {line.appraisal_id.id: line._shown_vals() for line in self.line_ids}
        if fresh != shown:
            raise UserError(
                self.env._(
                    "Facts of %s were changed after this correction was worked out. "
                    "Press “Compute Again” and look at the new lines first.",
                    self.round_id.display_name,
                )
            )

    def _apply(self):
        self.ensure_one()
        # sudo: the right was checked; a month has facts and people that the officer
        # may not write one by one
        system = self.sudo()
        batch = system.round_id._unprotected()
        batch._take()
        results = system._preview()
        system._check_still_true(results)
        for fact in [*system.event_ids, *system.service_review_ids]:
            fact._withdraw_settled(system.reason)
        if system.added_event_ids:
            system.added_event_ids._count_settled(batch.date_from)
        batch.appraisal_ids.filtered(lambda a: a.case_id in system.case_ids).write(
            {"is_suspended": False}
        )
        month_settlement.write_results(batch, results)
        system.write(
            {
                "state": "applied",
                "applied_by_id": self.env.uid,
                "applied_on": fields.Datetime.now(),
            }
        )
        batch.message_post(
            body=self.env._(
                "Corrected: %(reason)s. Results of %(count)s people changed.",
                reason=system.reason,
                count=system.people_count,
            )
        )
        system._close_to_dos()
        system._tell_origin("_correction_applied")

    def _tell_origin(self, hook):
        # sudo: the record that asked for the correction follows it
        origin = self.sudo().origin_ref
        if origin and origin.exists() and hasattr(origin, hook):
            getattr(origin, hook)(self)
