"""What a slip recovers of losses, after contributions and tax."""

from decimal import Decimal

from odoo import models

from ...rules import pay, recovery

LOSS = "loss"
LOSS_LIMIT = "loss_limit"
LOSS_NO_FLOOR = "loss_no_floor"


class HrPayslip(models.Model):
    """Pay slip with the recovery of losses (工资支付暂行规定第十六条)."""

    _inherit = "hr.payslip"

    def _gov_run_elements(self, run):
        elements = super()._gov_run_elements(run)
        rules = run.gov_pay_version_id
        due = self.env["gov.pay.loss"]._due(self.employee_id, run) if rules else {}
        if due:
            percent = Decimal(str(rules.recovery_percent))
            floor = pay.to_cent(rules.minimum_wage)
            for slip in self:
                losses = due.get(slip.employee_id._origin)
                if losses:
                    elements[slip.id]["LOSS"] = _element(losses, floor, percent)
        return elements

    def _gov_store_results(self):
        result = super()._gov_store_results()
        self.env["gov.pay.loss.part"]._store(self)
        return result


def _element(losses, floor, percent):
    """The recovery as a `pay.Deferred`: it needs the pay of the month."""
    if not floor:
        return pay.Element(pay.ZERO, LOSS_NO_FLOOR)

    def of(totals):
        # a bonus of the year is no wage of the month
        bonus = max(pay.ZERO, totals.get("BONUS", pay.ZERO))
        wage = totals.get("EARNING", pay.ZERO) - bonus
        left = totals.get("PAYABLE", pay.ZERO) - bonus
        most = recovery.most_of_month(wage, left, floor, percent)
        taken = recovery.shares(losses, most)
        if not taken:
            return pay.Element(pay.ZERO, LOSS_LIMIT)
        basis = "; ".join(
            f"{loss.key}:{taken[loss.key]}:{loss.balance - taken[loss.key]}"
            for loss in losses
            if loss.key in taken
        )
        return pay.Element(-sum(taken.values(), pay.ZERO), LOSS, basis=basis)

    return pay.Deferred(of)
