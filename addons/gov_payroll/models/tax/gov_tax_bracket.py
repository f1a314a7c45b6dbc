"""One line of the income-tax table (预扣率表的一级)."""

from decimal import Decimal

from odoo import fields, models

from ...rules.income_tax import Bracket


class GovTaxBracket(models.Model):
    """Rate and quick deduction up to an amount of the year."""

    _name = "gov.tax.bracket"
    _description = "Income-Tax Bracket"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, rate"

    version_id = fields.Many2one(
        "gov.tax.table.version", required=True, ondelete="cascade", index=True
    )
    upper = fields.Float(
        string="Taxable Income Up To",
        digits=(14, 2),
        help="Yuan of the year, itself included; 0 in the last line.",
    )
    rate = fields.Float(string="Rate, %", digits=(5, 2), required=True)
    quick = fields.Float(string="Quick Deduction", digits=(14, 2))
    article = fields.Char(help="Article of the policy text.")

    _rate_uniq = models.UniqueIndex(
        "(version_id, rate)", "This rate stands in the table already."
    )
    _not_negative = models.Constraint(
        "CHECK(LEAST(upper, rate, quick) >= 0 AND rate <= 100)",
        "Rates lie between 0 and 100, amounts are not negative.",
    )

    def _to_rule(self):
        """The line as a frozen dataclass."""
        self.ensure_one()
        return Bracket(
            upper=Decimal(str(self.upper)) if self.upper else None,
            rate=Decimal(str(self.rate)),
            quick=Decimal(str(self.quick)),
        )
