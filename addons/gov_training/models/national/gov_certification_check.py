"""A line of an eligibility check, kept as it was found (申报条件核对)."""

from odoo import fields, models

RESULTS = [("yes", "Met"), ("no", "Not Met"), ("unknown", "To Be Judged")]


class GovCertificationCheck(models.Model):
    """One requirement of one alternative; all of an alternative have to be met."""

    _name = "gov.certification.check"
    _description = "Line of an Eligibility Check"
    _inherit = ["gov.protected.mixin"]
    _order = "registration_id, alternative, id"
    _rec_name = "text"

    registration_id = fields.Many2one(
        "gov.certification.registration",
        required=True,
        ondelete="cascade",
        index=True,
    )
    alternative = fields.Integer(
        string="Way", help="One of the ways suffices (具备以下条件之一者)."
    )
    text = fields.Char(string="Condition")
    result = fields.Selection(RESULTS)
    due = fields.Date(string="Met From", help="As far as dates go.")
