"""Training and test on a newcomer's checklist follow from the facts (T5, S40)."""

from odoo import models

from ...exceptions import InductionMissing


class GovNewcomerLine(models.Model):
    """Item of a checklist that a finished session or a passed exam ticks."""

    _inherit = "gov.newcomer.line"

    def _tick_by_fact(self, day):
        """Done on the day of the fact, by nobody's hand."""
        self._unprotected().write(
            {
                "is_done": True,
                "done_date": day,
                "done_user_id": False,
                "note": self.env._("From the training records"),
            }
        )

    def action_done(self):
        """Where the county refuses posts without induction, a click is no proof."""
        for line in self:
            part = line.item_id.code
            movement = line.movement_id
            if movement._induction_blocks() and part in movement._induction_lacking():
                raise InductionMissing(
                    self.env._(
                        "“%(item)s” of %(person)s is ticked by the system once it is "
                        "on record. Record a proof from outside on the movement, if "
                        "there is one.",
                        item=line.item_id.name,
                        person=movement.person_name,
                    )
                )
        return super().action_done()
