"""A citizen review that a correction takes out of a closed month (D22)."""

from odoo import models


class GovServiceReview(models.Model):
    """Review whose points are given back."""

    _inherit = "gov.service.review"

    def _withdraw_settled(self, reason):
        """No longer found true, although its month may be closed.

        Called by gov.appraisal.correction only: it writes the results of the month.

        :param reason: why, as it is kept in the history of the review
        """
        for review in self:
            review.message_post(body=reason)
        self.filtered(lambda review: review.verdict == "true")._settling().write(
            {"verdict": "mistaken"}
        )
