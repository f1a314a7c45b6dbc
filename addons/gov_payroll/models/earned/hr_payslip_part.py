"""Part months (D38), the wage table (P2) and who is paid what here (P22)."""

from dataclasses import replace
from decimal import Decimal

from odoo import fields, models

from ...rules import pay
from ...rules.part_month import Attended, part_wage, pays_allowances, pays_reward
from .gov_pay_channel import PAYER_KINDS

ALLOWANCES = ("SKILL", "SENIORITY", "EDUCATION", "MEAL")
# what the home unit pays where only rewards are paid here
WAGES = ("BASIC", *ALLOWANCES)
WAGE_TABLE = "wage_table"
PART_WAGE = "part_wage"
PART_ALLOWANCE = "part_allowance"
PART_REWARD = "part_reward"
NOT_GRADED = "not_graded"
PAID_ELSEWHERE = "paid_elsewhere"


class HrPayslip(models.Model):
    """Pay slip with the days in service and the payer, as the run froze them."""

    _inherit = "hr.payslip"

    gov_is_whole = fields.Boolean(
        string="Whole Month", readonly=True, default=True, copy=False
    )
    gov_calendar_days = fields.Integer(
        string="Days in Service", readonly=True, copy=False
    )
    gov_working_days = fields.Integer(
        string="Working Days in Service", readonly=True, copy=False
    )
    gov_paid_days = fields.Integer(
        string="Paid Days",
        readonly=True,
        copy=False,
        help="Working days in service, and statutory holidays from Monday to Friday.",
    )
    gov_channel_id = fields.Many2one(
        "gov.pay.channel",
        string="Payer and Funding",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
    )
    gov_payer_kind = fields.Selection(
        PAYER_KINDS, string="Kind of Payer", readonly=True, copy=False
    )
    gov_payer_id = fields.Many2one(
        "res.partner",
        string="Paid By",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
    )
    gov_funding_id = fields.Many2one(
        "gov.funding.source",
        string="Funding Source",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
    )

    def _gov_run_elements(self, run):
        elements = super()._gov_run_elements(run)
        rules = run.gov_pay_version_id
        if not rules:
            return elements
        part = rules._to_part_rule()
        for slip in self:
            found = elements[slip.id]
            slip._gov_wage_of_table(found, rules)
            slip._gov_part_month(found, part)
            slip._gov_paid_here(found)
        return elements

    def _gov_trial_end(self, month):
        """Whoever left in probation is paid as in probation, whenever it would end."""
        trial_end = super()._gov_trial_end(month)
        left = self.employee_id.gov_leave_date
        if trial_end and left and month.first <= left <= min(month.last, trial_end):
            return max(trial_end, month.last)
        return trial_end

    def _gov_days(self):
        """The days in service as the arithmetic reads them."""
        return Attended(
            calendar_days=self.gov_calendar_days,
            working_days=self.gov_working_days,
            paid_days=self.gov_paid_days,
            is_whole=self.gov_is_whole,
        )

    def _gov_wage_of_table(self, elements, rules):
        """The wage table where the profile names no wage (P2)."""
        basic = elements["BASIC"]
        if basic.amount or basic.reason != pay.WAGE:
            return
        line = rules.wage_ids._line_for(self.contract_id)
        if line:
            elements["BASIC"] = pay.Element(
                pay.to_cent(line.amount), WAGE_TABLE, line.id
            )

    def _gov_part_month(self, elements, part):
        """Cut what a part month does not pay; what was 0 keeps its own reason."""
        days = self._gov_days()
        basic = elements["BASIC"]
        if basic.amount and not days.is_whole:
            elements["BASIC"] = pay.Element(
                pay.to_cent(part_wage(basic.amount, days, part)),
                PART_WAGE,
                basic.source,
                f"{basic.amount} / {part.divisor} × {days.paid_days}",
            )
        if not pays_allowances(days, part):
            reason = f"{days.calendar_days} < {part.allowance_days}"
            _cut(elements, ALLOWANCES, PART_ALLOWANCE, reason)
        if not pays_reward(days, part):
            reason = f"{days.working_days} < {part.reward_days}"
            _cut(elements, ("PERF",), PART_REWARD, reason)
        if not self.gov_appraisal_id and elements["PERF"].reason != pay.INELIGIBLE:
            elements["PERF"] = pay.Element(pay.ZERO, NOT_GRADED)

    def _gov_paid_here(self, elements):
        """Whoever gets the wage from the home unit is paid rewards only (P22)."""
        if self.gov_channel_id.paid == "rewards":
            _cut(elements, WAGES, PAID_ELSEWHERE)


def _cut(elements, codes, reason, basis=""):
    """Elements that would be paid become 0 with a reason."""
    for code in codes:
        element = elements.get(code)
        if element and element.amount:
            elements[code] = replace(
                element, amount=Decimal(0), reason=reason, source=None, basis=basis
            )
