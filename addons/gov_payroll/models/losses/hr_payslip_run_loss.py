"""The lock of a run settles the losses of which nothing is left."""

from odoo import fields, models

from ...exceptions import NotReady
from ...rules.pay import to_cent


class HrPayslipRun(models.Model):
    """Pay run with what it recovers of losses."""

    _inherit = "hr.payslip.run"

    gov_loss_part_ids = fields.One2many(
        "gov.pay.loss.part", "run_id", string="Losses Recovered", readonly=True
    )

    def action_gov_lock(self):
        """Lock, unless a loss would be recovered twice; close what is settled."""
        open_runs = self.filtered(lambda run: run.state != "locked")
        # sudo: losses of the run's people; the right to lock is asked by super
        losses = open_runs.sudo().gov_loss_part_ids.loss_id._unprotected()
        if losses:
            losses._take(allow_referencing=True)
            open_runs._gov_refuse_recovered(losses)
        result = super().action_gov_lock()
        losses.invalidate_recordset(["recovered", "balance"])
        losses._close_settled()
        return result

    def _gov_refuse_recovered(self, losses):
        """Two runs computed at the same time may each have taken the same rest."""
        taken = losses._taken(
            ["|", ("run_id", "in", self.ids), ("run_state", "=", "locked")]
        )
        for loss in losses:
            if taken.get(loss.id, 0) > to_cent(loss.amount):
                raise NotReady(
                    self.env._(
                        "%s was recovered with another run in the meantime. Have this "
                        "run sent back and compute it again.",
                        loss.display_name,
                    )
                )
