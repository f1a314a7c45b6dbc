"""Leave, absence and meals (P15, P27) by the rules of pay."""

from decimal import Decimal

from odoo import models

from odoo.addons.gov_window_staff.rules.allowance import is_eligible

from ...rules import absence, pay
from ...rules.part_month import pays_allowances
from . import pay_away

LEAVE = "leave"
ABSENT = "absent"
MEAL_MONTH = "meal_month"
MEAL_DAY = "meal_day"


class HrPayslip(models.Model):
    """Pay slip with what days away cost."""

    _inherit = "hr.payslip"

    def _gov_run_elements(self, run):
        elements = super()._gov_run_elements(run)
        rules = run.gov_pay_version_id
        if not rules:
            return elements
        away = pay_away.collect(run, self.employee_id)
        paid_to = run.gov_table_version_id._to_eligibility()
        costs = rules._to_leave_costs(), rules._to_absence_cost()
        for slip in self:
            if slip.gov_channel_id.paid == "rewards":
                continue
            own = away.get(slip.employee_id.id, pay_away.Away())
            found = elements[slip.id]
            if own.leaves or own.absent:
                slip._gov_deductions(found, rules, own, *costs)
            meal = slip._gov_meal(rules, own)
            if meal:
                staffing = slip.contract_id.contract_type_id.id or None
                eligible = is_eligible(paid_to, "meal", staffing)
                found["MEAL"] = meal if eligible else pay.not_eligible()
        return elements

    def _gov_deductions(self, elements, rules, away, leave_costs, absence_cost):
        """LEAVE and ABSENT, together never more than the basic wage of the month."""
        basic = elements["BASIC"]
        if not basic.amount:
            return
        wage = self._gov_month_wage(rules)
        leaves = {
            kind: absence.deduction(wage, away.leaves[kind], cost)
            for kind, cost in leave_costs.items()
            if away.leaves.get(kind)
        }
        days = sum(away.absent.values(), Decimal(0))
        lost = absence.deduction(wage, days, absence_cost)
        for_leave, for_absence = absence.capped(
            basic.amount, sum(leaves.values(), Decimal(0)), lost
        )
        if leaves:
            basis = "; ".join(
                f"{kind.id}:{away.leaves[kind].normalize():f}:{cost}"
                for kind, cost in leaves.items()
            )
            elements["LEAVE"] = pay.Element(-for_leave, LEAVE, basis=basis)
        if lost:
            dates = ", ".join(map(str, away.absent))
            elements["ABSENT"] = pay.Element(-for_absence, ABSENT, basis=dates)

    def _gov_month_wage(self, rules):
        """The wage of a whole month: of the profile, else of the wage table."""
        line = rules.wage_ids._line_for(self.contract_id)
        return Decimal(str(self.contract_id.wage or line.amount))

    def _gov_meal(self, rules, away):
        """The meal allowance, None when the rules pay none."""
        amount = Decimal(str(rules.meal_amount))
        if rules.meal_kind == "none" or not amount:
            return None
        if rules.meal_kind == "day":
            days = absence.attended_days(self.gov_working_days, away.days)
            basis = f"{amount} × {days.normalize():f}"
            return pay.Element(pay.to_cent(amount * days), MEAL_DAY, basis=basis)
        if pays_allowances(self._gov_days(), rules._to_part_rule()):
            return pay.Element(pay.to_cent(amount), MEAL_MONTH)
        return pay.Element(pay.ZERO, "part_allowance")
