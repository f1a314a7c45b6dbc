"""When a citizen review changes the score of a month."""

from odoo import models


class GovServiceReview(models.Model):
    """Only a review found true can cost points; the text says from which rating."""

    _inherit = "gov.service.review"

    def _counts(self):
        self.ensure_one()
        return (
            self.verdict == "true"
            and not self.is_default
            and self.rating not in ("4", "5")
        )
