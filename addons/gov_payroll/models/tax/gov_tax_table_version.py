"""A dated version of the income-tax table."""

from decimal import Decimal

from odoo import fields, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.rules.month import Month

from ...rules.income_tax import is_continuous
from ...rules.tax_month import TaxTable

BONUS_WAYS = [
    ("cheaper", "Whichever Costs the Person Less"),
    ("alone", "Taxed Alone"),
    ("merged", "Merged into the Year's Wages"),
]


class GovTaxTableVersion(models.Model):
    """One text of the law with its brackets and amounts."""

    _name = "gov.tax.table.version"
    _description = "Income-Tax Table Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "table_id"

    table_id = fields.Many2one(
        "gov.tax.table",
        string="Income-Tax Table",
        required=True,
        ondelete="restrict",
        index=True,
    )
    monthly_deduction = fields.Float(
        string="Basic Deduction a Month",
        digits=(12, 2),
        default=5000,
        required=True,
    )
    whole_year_limit = fields.Float(
        string="Whole-Year Deduction Up To",
        digits=(12, 2),
        help="Wages of last year with this employer, all twelve months, up to which "
        "the whole year's basic deduction counts from January on "
        "(公告2020年第19号). 0: not applied.",
    )
    taxed_in = fields.Selection(
        [("same", "The Month of the Run"), ("next", "The Month After")],
        string="Wages Are Taxed In",
        default="same",
        required=True,
        help="Wages are taxed in the month in which they are paid. With the month "
        "after, the run of December belongs to the next tax year.",
    )
    bonus_way = fields.Selection(
        BONUS_WAYS, string="Tax of the Annual Bonus", default="cheaper", required=True
    )
    bonus_alone_until = fields.Date(
        string="Bonus Taxed Alone Until",
        help="Last day on which the law lets a bonus be taxed alone; empty: no end.",
    )
    note = fields.Text(string="What to Check")
    bracket_ids = fields.One2many(
        "gov.tax.bracket", "version_id", string="Brackets", copy=True
    )
    limit_ids = fields.One2many(
        "gov.tax.deduction.limit",
        "version_id",
        string="Declared Deductions",
        copy=True,
    )

    _date_from_uniq = models.UniqueIndex(
        "(table_id, date_from)", "A version with this start date already exists."
    )
    _not_negative = models.Constraint(
        "CHECK(monthly_deduction >= 0 AND whole_year_limit >= 0)",
        "Amounts cannot be negative.",
    )

    def _check_complete(self):
        for version in self:
            if not is_continuous(version._to_rule().brackets):
                raise UserError(
                    self.env._(
                        "The brackets of %(name)s do not fit together: bounds and "
                        "rates rise, both lines give the same tax at each bound, and "
                        "the last line has no upper bound. Check the quick deductions.",
                        name=version.name,
                    )
                )

    def _filter_used(self):
        # sudo: whoever may edit policy documents need not read pay slips
        used = (
            self.env["gov.payslip.tax"]
            .sudo()
            ._read_group(
                [
                    ("version_id", "in", self.ids),
                    ("slip_id.payslip_run_id.state", "in", ("approved", "locked")),
                ],
                ["version_id"],
            )
        )
        return super()._filter_used() | self.browse(v.id for (v,) in used)

    def _tax_month(self, month):
        """The `Month` in which wages of a pay month are taxed."""
        self.ensure_one()
        return Month.of(month.first) if self.taxed_in == "same" else month.next()

    def _to_rule(self):
        """The table as a frozen dataclass."""
        self.ensure_one()
        return TaxTable(
            brackets=tuple(row._to_rule() for row in self._sorted_brackets()),
            monthly_deduction=Decimal(str(self.monthly_deduction)),
        )

    def _sorted_brackets(self):
        # the line without an upper bound is the last
        return self.bracket_ids.sorted(lambda row: (not row.upper, row.upper))
