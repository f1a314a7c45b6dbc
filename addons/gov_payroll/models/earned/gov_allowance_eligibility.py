"""Further pay elements that may be kept to staffing types."""

from odoo import fields, models

ELEMENTS = [
    ("star", "Star Reward"),
    ("meal", "Meal Allowance"),
    ("annual_bonus", "Annual Bonus"),
]


class GovAllowanceEligibility(models.Model):
    """Eligibility of what only payroll knows."""

    _inherit = "gov.allowance.eligibility"

    element = fields.Selection(
        selection_add=ELEMENTS,
        ondelete={element: "cascade" for element, _label in ELEMENTS},
    )
