"""A person's tax year as far as the system does not know it (期初累计数)."""

from odoo import api, fields, models

from .gov_tax_table_version import BONUS_WAYS

RULES = [
    ("auto", "By the Figures of Last Year"),
    ("employed", "Months with This Employer"),
    ("since_january", "First Job of the Year: Since January"),
    ("whole_year", "Whole Year from January On"),
]


class GovTaxOpening(models.Model):
    """Sums of the months before the system took over, and the choices of the year."""

    _name = "gov.tax.opening"
    _description = "Tax Year of a Person"
    _inherit = ["mail.thread", "gov.import.log.mixin"]
    _order = "year desc, employee_id"
    _rec_name = "employee_id"

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, ondelete="restrict", index=True
    )
    staff_no = fields.Char(
        related="employee_id.gov_staff_no", string="Staff No.", related_sudo=True
    )
    year = fields.Integer(
        required=True,
        default=lambda self: fields.Date.context_today(self).year,
        help="Tax year: the year in which the wages are taxed.",
    )
    through_month = fields.Integer(
        string="Figures Through Month",
        tracking=True,
        help="1-12: last month that the figures below cover; 0: none, the system knows "
        "the whole year.",
    )
    months = fields.Integer(
        string="Months with This Employer",
        tracking=True,
        help="Of the year, through the month named.",
    )
    income = fields.Float(
        digits=(14, 2),
        tracking=True,
        help="Without a bonus that was taxed alone; for the year before, with it.",
    )
    exempt = fields.Float(string="Exempt Income", digits=(14, 2))
    special = fields.Float(string="Contributions So Far", digits=(14, 2), tracking=True)
    additional = fields.Float(string="Declared Deductions", digits=(14, 2))
    other = fields.Float(string="Other Deductions", digits=(14, 2))
    relief = fields.Float(string="Relief of Tax", digits=(14, 2))
    withheld = fields.Float(string="Tax Withheld", digits=(14, 2), tracking=True)
    has_bonus_alone = fields.Boolean(
        string="A Bonus Was Taxed Alone", help="It is possible once a year."
    )
    rule = fields.Selection(
        RULES, string="Basic Deduction", default="auto", required=True, tracking=True
    )
    rule_reason = fields.Char(
        string="Reason for the Choice",
        tracking=True,
        help="Such as: graduated this year, first job (公告2020年第13号).",
    )
    bonus_way = fields.Selection(
        BONUS_WAYS,
        string="Annual Bonus, Own Choice",
        help="Empty: as the tax table says.",
    )

    _year_uniq = models.UniqueIndex(
        "(employee_id, year)", "This person already has figures for the year."
    )
    _months_fit = models.Constraint(
        "CHECK(through_month BETWEEN 0 AND 12 AND months BETWEEN 0 AND through_month"
        " AND year BETWEEN 2019 AND 2100)",
        "Months with this employer lie between 0 and the last month of the figures.",
    )
    _not_negative = models.Constraint(
        "CHECK(LEAST(income, exempt, special, additional, other, relief, withheld)"
        " >= 0)",
        "Amounts cannot be negative.",
    )
    _choice_has_reason = models.Constraint(
        "CHECK(rule IN ('auto', 'employed') OR COALESCE(rule_reason, '') != '')",
        "Say why this basic deduction applies.",
    )

    @api.model
    def _by_year(self, employees, years):
        """{(hr.employee, year): record}, in one query."""
        found = self.search(
            [("employee_id", "in", employees.ids), ("year", "in", list(years))]
        )
        return {(one.employee_id, one.year): one for one in found}
