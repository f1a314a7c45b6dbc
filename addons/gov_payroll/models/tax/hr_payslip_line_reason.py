"""Why a contribution or the tax has its amount, in words for the person paid."""

from odoo import fields, models

from ..slips import line_insert
from ..slips.hr_payslip_line import SOURCES

# record behind the amount; each is a column that the one INSERT of a chunk must know
FIELDS = {"contribution": "gov_contribution_rate_id", "tax": "gov_tax_bracket_id"}
SOURCES.update(FIELDS)
line_insert.COMPUTED.update(dict.fromkeys(FIELDS.values(), "int4"))
line_insert.HANDLED.update(FIELDS.values())


class HrPayslipLine(models.Model):
    """Pay slip line that explains contributions and tax."""

    _inherit = "hr.payslip.line"

    gov_reason = fields.Selection(
        selection_add=[("contribution", "Contribution Table"), ("tax", "Income Tax")]
    )
    gov_contribution_rate_id = fields.Many2one(
        "gov.contribution.rate",
        string="Contribution Rate",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
    )
    gov_tax_bracket_id = fields.Many2one(
        "gov.tax.bracket",
        string="Income-Tax Bracket",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
    )

    def _explain_contribution(self):
        rate = self.gov_contribution_rate_id
        base = float(self.gov_basis)
        is_employer = self.code.endswith("_ER")
        fixed = rate.employer_fixed if is_employer else rate.employee_fixed
        own = self._own_percent_paid(rate, base, fixed)
        percent = rate.employer_percent if is_employer else rate.employee_percent
        words = self.env._(
            "%(percent)s%% of the base of %(base).2f yuan",
            percent=f"{own or percent:g}",
            base=base,
        )
        if fixed:
            words = self.env._(
                "%(words)s and %(fixed).2f yuan", words=words, fixed=fixed
            )
        version = rate.version_id
        return self.env._(
            "%(words)s. %(table)s, %(article)s.",
            words=words,
            table=version.name,
            article=rate.article or version.reference or "-",
        )

    def _own_percent_paid(self, rate, base, fixed):
        """The person's own rate, where the table has one, as it was paid; else 0."""
        if not rate.own_percent_max or not base:
            return 0.0
        percent = (abs(self.total) - fixed) / base * 100
        default = rate.employee_percent
        unit = {"cent": 0.01, "tenth": 0.1, "yuan": 1.0}[rate.unit]
        # within the rounding of the amount it is the rate of the table
        if abs(percent - default) * base / 100 <= unit:
            return 0.0
        return round(percent, 1)

    def _explain_tax(self):
        tax = self.slip_id.gov_tax_ids[:1]
        if not tax:
            return self.env._("Income tax by the cumulative method.")
        words = self.env._(
            "Year so far: income %(income).2f - basic deduction %(basic).2f "
            "(%(months)s months) - contributions %(special).2f - declared deductions "
            "%(additional).2f = taxable %(taxable).2f; × %(rate)s%% - %(quick).2f = "
            "%(due).2f; less withheld before %(withheld).2f = %(tax).2f.",
            income=tax.income - tax.exempt,
            basic=tax.basic,
            months=tax.deduction_months,
            special=tax.special,
            additional=tax.additional + tax.other,
            taxable=tax.taxable,
            rate=f"{tax.rate:g}",
            quick=tax.quick,
            due=tax.due,
            withheld=tax.withheld + tax.relief,
            tax=tax.wage_tax,
        )
        extra = (
            self._explain_tax_rule(tax),
            self._explain_tax_bonus(tax),
            self._explain_tax_limit(tax),
        )
        return " ".join(filter(None, (words, *extra)))

    def _explain_tax_rule(self, tax):
        words = {
            "whole_year": self.env._(
                "The whole year's basic deduction counts from January on "
                "(Announcement 19 of 2020)."
            ),
            "since_january": self.env._(
                "First job of the year: the basic deduction counts since January "
                "(Announcement 13 of 2020)."
            ),
        }
        return words.get(tax.rule, "")

    def _explain_tax_bonus(self, tax):
        if tax.is_bonus_alone:
            return self.env._(
                "Annual bonus %(bonus).2f taxed alone: %(tax).2f; the year's tax is "
                "estimated at %(alone).2f, merged at %(merged).2f.",
                bonus=tax.bonus,
                tax=tax.bonus_tax,
                alone=tax.cost_alone,
                merged=tax.cost_merged,
            )
        if tax.bonus:
            return self.env._(
                "Annual bonus %(bonus).2f taxed with the year's wages; the year's tax "
                "is estimated at %(merged).2f, alone at %(alone).2f.",
                bonus=tax.bonus,
                alone=tax.cost_alone,
                merged=tax.cost_merged,
            )
        return ""

    def _explain_tax_limit(self, tax):
        # without its kind: who reads the slip need not know what was declared
        if not tax.is_past_limit:
            return ""
        return self.env._(
            "A declared deduction no longer counts: the months that the law gives for "
            "it are used up."
        )
