"""Training needs that come from the assessment."""

from odoo import fields, models

from .gov_training_trigger import SOURCES


class GovTrainingNeed(models.Model):
    """Need whose facts are deductions or reviews."""

    _inherit = "gov.training.need"

    source = fields.Selection(
        selection_add=SOURCES, ondelete={"deduction": "cascade", "review": "cascade"}
    )
