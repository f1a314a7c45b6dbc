"""A dated version of the rules of pay."""

from decimal import Decimal

from odoo import fields, models

from ...rules.absence import DayCost
from ...rules.part_month import PartMonthRule

MEAL_KINDS = [
    ("none", "None"),
    ("month", "Fixed a Month"),
    ("day", "By Attended Day"),
]


class GovPayPolicyVersion(models.Model):
    """One text of the rules; each figure says what it counts."""

    _name = "gov.pay.policy.version"
    _description = "Rules of Pay Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "policy_id"

    policy_id = fields.Many2one(
        "gov.pay.policy", required=True, ondelete="restrict", index=True
    )
    divisor = fields.Float(
        string="Paid Days of a Month",
        digits=(6, 2),
        default=21.75,
        help="月计薪天数: the monthly wage divided by it is the day rate.",
    )
    allowance_days = fields.Integer(
        string="Days for Allowances",
        default=15,
        help="Calendar days in service from which the allowances of a part month are "
        "paid, whole (D38).",
    )
    reward_days = fields.Integer(
        string="Working Days for the Reward",
        default=10,
        help="Working days in service from which the reward of a part month is paid.",
    )
    minimum_wage = fields.Float(
        digits=(12, 2), help="Yuan a month (最低工资标准); 0: not known, not checked."
    )
    sick_floor_percent = fields.Float(
        string="Floor of Sick Pay (%)",
        digits=(5, 2),
        default=80,
        help="Share of the minimum wage that sick leave does not go below.",
    )
    absent_percent = fields.Float(
        string="Deducted for Absence (%)",
        digits=(5, 2),
        help="旷工: share of the day rate for each confirmed day; 0: nothing.",
    )
    meal_kind = fields.Selection(
        MEAL_KINDS, string="Meal Allowance", default="none", required=True
    )
    meal_amount = fields.Float(string="Meal Allowance (Yuan)", digits=(12, 2))
    change_percent = fields.Float(
        string="Change to Explain (%)",
        digits=(5, 2),
        default=3,
        help="A pay that differs by more from last month's is listed.",
    )
    arrears_months = fields.Integer(
        string="Months Back",
        default=12,
        help="So many months back, what was not paid is still paid with a later run.",
    )
    recovery_percent = fields.Float(
        string="Most That Is Recovered (%)",
        digits=(5, 2),
        default=20,
        help="Share of the month's wage that a loss may cost at most (工资支付暂行规定 "
        "第十六条).",
    )
    wage_ids = fields.One2many(
        "gov.pay.wage", "version_id", string="Wage Table", copy=True
    )
    leave_ids = fields.One2many(
        "gov.pay.leave", "version_id", string="Leave Deductions", copy=True
    )
    channel_ids = fields.One2many(
        "gov.pay.channel", "version_id", string="Payers and Funding", copy=True
    )

    _date_from_uniq = models.UniqueIndex(
        "(policy_id, date_from)", "A version with this start date already exists."
    )
    _figures = models.Constraint(
        "CHECK(divisor > 0 AND allowance_days >= 0 AND reward_days >= 0 "
        "AND minimum_wage >= 0 AND meal_amount >= 0 AND change_percent >= 0 "
        "AND arrears_months >= 0 AND absent_percent >= 0)",
        "The paid days are above zero, and no figure is below it.",
    )
    _shares = models.Constraint(
        "CHECK(sick_floor_percent BETWEEN 0 AND 100 "
        "AND recovery_percent BETWEEN 0 AND 100)",
        "A share lies between 0 and 100 percent.",
    )

    def _filter_used(self):
        # sudo: whoever may edit policy documents need not read pay runs
        runs = (
            self.env["hr.payslip.run"]
            .sudo()
            .search(
                [
                    ("gov_pay_version_id", "in", self.ids),
                    ("state", "not in", ("draft", "computing", "computed")),
                ]
            )
        )
        used = runs.gov_pay_version_id.with_env(self.env)
        return super()._filter_used() | used

    def _to_part_rule(self):
        """The figures of a part month as the arithmetic reads them."""
        self.ensure_one()
        return PartMonthRule(
            divisor=Decimal(str(self.divisor)),
            allowance_days=self.allowance_days,
            reward_days=self.reward_days,
        )

    def _to_leave_costs(self):
        """{hr.leave.type: rules.absence.DayCost} of the kinds that cost something."""
        self.ensure_one()
        share = Decimal(str(self.sick_floor_percent)) / 100
        floor = Decimal(str(self.minimum_wage)) * share
        return {
            line.leave_type_id: DayCost(
                percent=Decimal(str(line.percent)),
                divisor=Decimal(str(line.divisor or self.divisor)),
                floor=floor if line.has_floor else Decimal(0),
            )
            for line in self.leave_ids
        }

    def _to_absence_cost(self):
        """What a day of confirmed absence costs."""
        self.ensure_one()
        return DayCost(Decimal(str(self.absent_percent)), Decimal(str(self.divisor)))
