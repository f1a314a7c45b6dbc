"""Late facts and the round that they belong to (D39)."""

from odoo import models

FACT_MODELS = ("gov.assessment.event", "gov.service.review")


class GovAppraisalRound(models.Model):
    """Round that takes its late facts back when it is reopened."""

    _inherit = "gov.appraisal.round"

    def action_reopen(self):
        result = super().action_reopen()
        self._gather_late_facts()
        return result

    def _gather_late_facts(self):
        """Facts of these months that were waiting in later ones count here again.

        What a later closed month has counted stays there: it is settled.
        """
        for batch in self:
            # sudo: all people of the month, whichever sheets the user may see
            people = batch.sudo().appraisal_ids.employee_id
            for model in FACT_MODELS:
                # sudo: the month decides where its facts count, not the reader's rights
                late = (
                    self.env[model]
                    .sudo()
                    .search(
                        [
                            ("employee_id", "in", people.ids),
                            ("date", ">=", batch._period_first()),
                            ("date", "<=", batch.date_to),
                            ("is_late", "=", True),
                        ]
                    )
                )
                late._come_home()
