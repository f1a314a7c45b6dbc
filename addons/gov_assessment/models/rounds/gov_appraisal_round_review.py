"""Approval of a published month by steps (逐级审核): county review, then the leader.

The steps are records (tier.definition) that HR officers edit. Nobody decides on the
own work (D44): who scored, graded or handed in the month is never asked, and who is
appraised in it neither.
"""

from odoo import fields, models
from odoo.exceptions import UserError

from .gov_appraisal_round import LEADER, OFFICER


class GovAppraisalRound(models.Model):
    """From published to confirmed."""

    _inherit = "gov.appraisal.round"

    _state_from = ["published"]
    _state_to = ["confirmed"]
    _worker_fields = ("scored_by_id", "graded_by_id", "submitted_by_id")

    submitted_on = fields.Datetime(readonly=True)
    submitted_by_id = fields.Many2one("res.users", readonly=True)

    def _waits_for_steps(self):
        return self.state == "published"

    def _judged_among(self, people):
        # sudo: logins are compared only
        found = (
            self.env["gov.appraisal"]
            .sudo()
            .search([("round_id", "in", self.ids), ("employee_id", "in", people.ids)])
        )
        return found.employee_id

    # -- hand in -----------------------------------------------------------------

    def action_submit(self):
        """Ask the first step, once publicity is over and objections are answered."""
        for batch in self._begin(OFFICER, ["published"]):
            if batch.submitted_on:
                continue
            batch._check_submittable()
            batch.appraisal_ids._lapse_answers()
            batch.write(
                {
                    "submitted_on": fields.Datetime.now(),
                    "submitted_by_id": self.env.uid,
                }
            )
            batch._request_reviews()

    def _check_submittable(self):
        self.ensure_one()
        if not self._is_over():
            raise UserError(
                self.env._(
                    "%(name)s is in publicity until %(day)s. Hand it in afterwards; "
                    "the leader may end the publicity early, with a reason.",
                    name=self.display_name,
                    day=self._last_day(),
                )
            )
        if self.open_objection_count:
            raise UserError(
                self.env._(
                    "%(count)s objections to %(name)s are not answered yet. Answer "
                    "them, or take the month back and put the facts right.",
                    count=self.open_objection_count,
                    name=self.display_name,
                )
            )

    # -- decide ------------------------------------------------------------------

    def action_confirm(self):
        """Agree with the step that waits for the user; the last one confirms."""
        for batch in self._begin((OFFICER, LEADER), ["published"]):
            if batch._agree():
                batch.write({"state": "confirmed", "confirmed_by_id": self.env.uid})

    def _refuse(self, reason):
        """The user whose turn it is sends the month back to the officers."""
        for batch in self._begin((OFFICER, LEADER), ["published"]):
            review, words = batch._expect_turn(), batch._said(reason)
            batch._back_to_open(
                self.env._(
                    "Refused at “%(step)s”: %(reason)s", step=review.name, reason=words
                )
            )

    def _expect_turn(self):
        if not self.submitted_on:
            raise UserError(
                self.env._(
                    "%s has not been handed in yet: HR does so when the publicity is "
                    "over.",
                    self.display_name,
                )
            )
        if not self._my_review() and self.env.user in self._own_workers():
            raise UserError(
                self.env._(
                    "You graded %s yourself; somebody else has to confirm it.",
                    self.display_name,
                )
            )
        return super()._expect_turn()

    # -- the add-on's own ways in ------------------------------------------------

    def validate_tier(self):
        """The button of the add-on decides like the form's own."""
        return self.action_confirm()

    def reject_tier(self):
        """Refusing asks for the reason first."""
        return self.action_ask_refuse()

    # -- windows that ask for words ----------------------------------------------

    def action_ask_refuse(self):
        """The reason of the refusal."""
        return self._ask("refuse")

    def action_ask_take_back(self):
        """The reason why the publication is undone."""
        return self._ask("take_back")

    def action_ask_end_publicity(self):
        """The reason why publicity ends early."""
        return self._ask("end_publicity")

    def _ask(self, decision):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.decision",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_round_id": self.id,
                "default_decision": decision,
            },
            "name": self.display_name,
        }
