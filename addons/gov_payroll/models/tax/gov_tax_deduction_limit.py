"""Legal amounts of declared deductions (专项附加扣除标准)."""

from odoo import fields, models

KINDS = [
    ("child_education", "Education of Children"),
    ("infant_care", "Care of Children Under 3"),
    ("elderly_only_child", "Support of the Elderly, Only Child"),
    ("elderly_shared", "Support of the Elderly, Shared"),
    ("own_education", "Continuing Education for a Degree"),
    ("own_certificate", "Vocational Certificate"),
    ("mortgage", "Interest on a Housing Loan"),
    ("rent_large_city", "Rent, Large City"),
    ("rent_middle_city", "Rent, City over a Million"),
    ("rent_small_city", "Rent, Other Places"),
]


class GovTaxDeductionLimit(models.Model):
    """What a declaration of a kind may amount to."""

    _name = "gov.tax.deduction.limit"
    _description = "Legal Amount of a Declared Deduction"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, sequence, id"

    version_id = fields.Many2one(
        "gov.tax.table.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10)
    kind = fields.Selection(KINDS, required=True)
    amount = fields.Float(string="Yuan a Month", digits=(12, 2), required=True)
    is_per_child = fields.Boolean(string="For Each Child")
    is_one_off = fields.Boolean(
        string="Once", help="The whole amount counts once, in the first month."
    )
    most_months = fields.Integer(
        string="At Most Months",
        help="Together for the same degree, from the declared start (48 by law for "
        "继续教育 of a degree); 0: no limit.",
    )
    exclusive_group = fields.Char(
        string="Not Together",
        help="Kinds with the same word here cannot be declared for the same month.",
    )
    article = fields.Char(help="Article of the policy text.")

    _kind_uniq = models.UniqueIndex(
        "(version_id, kind)", "This kind stands in the table already."
    )
    _amount_positive = models.Constraint(
        "CHECK(amount >= 0)", "An amount cannot be negative."
    )
    _months_positive = models.Constraint(
        "CHECK(most_months >= 0)", "A number of months cannot be negative."
    )
