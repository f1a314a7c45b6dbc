"""Reviews that a platform hands in, by their number."""

from odoo import models


class GovImportReview(models.TransientModel):
    """The importer without a file; see `gov.service.review.gov_receive`."""

    _inherit = "gov.import.review"
    _receive_key = ("number",)
