"""Steps between handing a period in and its confirmation (逐级审核)."""

from odoo import models
from odoo.exceptions import UserError


class GovSettlementMixin(models.AbstractModel):
    """The last step confirms, and is a leader's (D44)."""

    _inherit = "gov.settlement.mixin"

    _state_from = ["submitted"]
    _state_to = ["confirmed"]

    def _result_model(self):
        """Name of the model of the people's results."""
        raise NotImplementedError

    def _judged_among(self, people):
        # sudo: logins are compared only
        results = self.env[self._result_model()].sudo()
        mine = [("round_id", "in", self.ids), ("employee_id", "in", people.ids)]
        return results.search(mine).employee_id

    def write(self, vals):
        """Sent back, corrected or computed again: the steps begin anew."""
        if vals.get("state") == "computed":
            self._drop_reviews()
        return super().write(vals)

    def action_submit(self):
        result = super().action_submit()
        for batch in self:
            batch._request_reviews()
        return result

    def action_confirm(self):
        """Agree with the step that waits for the user; the last one confirms."""
        done = self.browse()
        for batch in self._begin(self._step_group(), ["submitted"]):
            if batch._agree():
                done |= batch
        return super(GovSettlementMixin, done).action_confirm() if done else None

    def _expect_turn(self):
        if not self._my_review() and self.env.user in self._own_workers():
            raise UserError(
                self.env._(
                    "You submitted %s yourself; another leader has to confirm it.",
                    self.display_name,
                )
            )
        return super()._expect_turn()

    def action_reopen(self):
        """Send it back: a leader, or whoever's turn it is."""
        mine = self.filtered("can_decide")
        for batch in mine._begin(mine._step_group(), ["submitted"]) if mine else ():
            batch.message_post(
                body=self.env._("Sent back at “%s”.", batch._my_review().name)
            )
            batch.write({"state": "computed"})
        rest = self - mine
        return super(GovSettlementMixin, rest).action_reopen() if rest else None

    def validate_tier(self):
        """The button of the add-on decides like the form's own."""
        return self.action_confirm()

    def reject_tier(self):
        """Refusing sends the results back to the officers."""
        return self.action_reopen()
