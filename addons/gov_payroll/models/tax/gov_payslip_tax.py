"""How the income tax of a pay slip was worked out (个税计算表)."""

from odoo import api, fields, models
from odoo.tools import SQL

from ..slips.line_insert import column
from .gov_tax_opening import RULES

RULES_USED = [rule for rule in RULES if rule[0] != "auto"]


def _yuan(label):
    return fields.Float(string=label, digits=(14, 2), readonly=True)


class GovPayslipTax(models.Model):
    """One row a slip: the year so far, the bracket, and the tax of the month."""

    _name = "gov.payslip.tax"
    _description = "Income Tax of a Pay Slip"
    _inherit = ["gov.protected.mixin"]
    _order = "period desc, employee_id"
    _rec_name = "employee_id"

    slip_id = fields.Many2one("hr.payslip", required=True, ondelete="cascade")
    run_id = fields.Many2one(
        "hr.payslip.run",
        string="Pay Run",
        required=True,
        ondelete="cascade",
        index=True,
    )
    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, ondelete="restrict", index=True
    )
    staff_no = fields.Char(string="Staff No.")
    person_name = fields.Char(string="Name")
    year = fields.Integer(string="Tax Year", required=True)
    period = fields.Date(string="First Day of the Tax Month", required=True)
    tax_month = fields.Char(required=True)
    version_id = fields.Many2one(
        "gov.tax.table.version",
        string="Income-Tax Table",
        required=True,
        ondelete="restrict",
        index=True,
    )
    rule = fields.Selection(RULES_USED, string="Basic Deduction By")
    is_whole_year_found = fields.Boolean(
        string="Found by Last Year's Figures",
        help="Twelve months with this employer last year, wages within the limit.",
    )
    is_past_limit = fields.Boolean(
        string="Declaration Past the Legal Months",
        help="A declared deduction no longer counts: the months that the law gives "
        "for it are used up.",
    )
    # of the month
    month_income = _yuan("Income of the Month")
    month_special = _yuan("Contributions of the Month")
    # of the year so far
    income = _yuan("Income So Far")  # 累计收入
    exempt = _yuan("Exempt So Far")  # 累计免税收入
    deduction_months = fields.Integer(string="Months Deducted")
    basic = _yuan("Basic Deduction So Far")  # 累计减除费用
    special = _yuan("Contributions So Far")  # 累计专项扣除
    additional = _yuan("Declared Deductions So Far")  # 累计专项附加扣除
    other = _yuan("Other Deductions So Far")  # 累计依法确定的其他扣除
    taxable = _yuan("Taxable So Far")  # 累计应纳税所得额
    rate = fields.Float(string="Rate, %", digits=(5, 2), readonly=True)
    quick = _yuan("Quick Deduction")  # 速算扣除数
    due = _yuan("Tax So Far")  # 累计应纳税额
    relief = _yuan("Relief So Far")  # 累计减免税额
    withheld = _yuan("Withheld Before")  # 累计已预扣预缴税额
    wage_tax = _yuan("Tax on Wages of the Month")
    # annual bonus
    bonus = _yuan("Annual Bonus")
    is_bonus_alone = fields.Boolean(string="Bonus Taxed Alone")
    bonus_alone = _yuan("Bonus Taxed Alone, Amount")
    bonus_tax = _yuan("Tax on the Bonus Alone")
    cost_alone = _yuan("Year's Tax if Alone")
    cost_merged = _yuan("Year's Tax if Merged")
    tax = _yuan("Tax of the Month")

    _slip_uniq = models.UniqueIndex("(slip_id)", "The tax of this slip is worked out.")
    _year_idx = models.Index("(year, employee_id, period)")

    @api.model
    def _store(self, slips, vals_list):
        """The rows of these slips anew, in one statement; what they had is dropped.

        `create` would cost as much again as working out the tax; no column here is
        computed, and no other addon may write the model.
        """
        self._check_protection()
        self.flush_model()
        slips.flush_model(["id"])
        env = self.env
        env.cr.execute(
            SQL("DELETE FROM gov_payslip_tax WHERE slip_id IN %s", slips._ids)
        )
        if vals_list:
            types = {name: self._fields[name].column_type[0] for name in vals_list[0]}
            columns = SQL(", ").join(map(SQL.identifier, types))
            arrays = SQL(", ").join(
                column(vals_list, name, kind) for name, kind in types.items()
            )
            env.cr.execute(
                SQL(
                    """
                    INSERT INTO gov_payslip_tax (%(columns)s, create_uid, create_date)
                    SELECT note.*, %(uid)s, %(now)s
                    FROM unnest(%(arrays)s) AS note(%(columns)s)
                    """,
                    columns=columns,
                    arrays=arrays,
                    uid=env.uid,
                    now=env.cr.now(),
                )
            )
        self.invalidate_model()
        slips.invalidate_recordset(["gov_tax_ids"])

    @api.model
    def _sums_before(self, employees, period):
        """Sums of a year and the one before, of the months before `period`.

        :return: {(hr.employee, year): (income, special, wage tax, bonus taxed alone,
            months, first day of the first month)}, in one query
        """
        groups = self._read_group(
            [
                ("employee_id", "in", employees.ids),
                ("year", "in", (period.year, period.year - 1)),
                ("period", "<", period),
            ],
            ["employee_id", "year"],
            [
                "month_income:sum",
                "month_special:sum",
                "wage_tax:sum",
                "bonus_alone:sum",
                "period:count_distinct",
                "period:min",
            ],
        )
        return {(person, year): tuple(sums) for person, year, *sums in groups}

    @api.model
    def _first_month(self, county, period):
        """The first tax month of the year that the county computed, or this one."""
        [(first,)] = self._read_group(
            [
                ("run_id.gov_county_id", "=", county.id),
                ("year", "=", period.year),
                ("period", "<", period),
            ],
            [],
            ["period:min"],
        )
        return min(first or period, period)
