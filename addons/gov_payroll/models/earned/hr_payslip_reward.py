"""Star rewards (P18) and annual bonuses (P17), each paid once after its lock."""

from decimal import Decimal

from odoo import fields, models

from odoo.addons.gov_window_staff.rules.allowance import is_eligible
from odoo.addons.gov_window_staff.rules.month import Month, is_in_probation

from ...rules import pay
from .hr_payslip_run_rewards import QUARTER

STAR = "star"
ANNUAL = "annual"


class HrPayslip(models.Model):
    """Pay slip with rewards of a quarter and of a year."""

    _inherit = "hr.payslip"

    def _gov_run_elements(self, run):
        elements = super()._gov_run_elements(run)
        paid_to = run.gov_table_version_id._to_eligibility()
        stars, bonuses = run._gov_stars_due(), run._gov_bonuses_due()
        for slip in self:
            staffing = slip.contract_id.contract_type_id.id or None
            person, found = slip.employee_id, {}
            if person in stars:
                found["STAR"] = slip._gov_star(stars[person], run)
            if person in bonuses:
                found["ANNUAL_BONUS"] = _yuan(
                    bonuses[person][0], "bonus_amount", ANNUAL
                )
            elements[slip.id].update(
                {
                    code: element
                    for code, element in found.items()
                    if element and is_eligible(paid_to, code.lower(), staffing)
                }
            )
        return elements

    def _gov_star(self, results, run):
        """The oldest star reward; nothing for a quarter that ended in probation (D13).

        A quarter so lost has its line in the run of its last month only.
        """
        lost = None
        for result in results:
            quarter = Month.of(fields.Date.add(result.date_from, months=QUARTER - 1))
            if not is_in_probation(quarter, self.contract_id.trial_date_end or None):
                return _yuan(result, "amount", STAR)
            if quarter.first == run.date_start:
                lost = pay.Element(pay.ZERO, pay.PROBATION)
        return lost


def _yuan(result, amount_field, reason):
    amount = Decimal(str(result[amount_field]))
    return pay.Element(pay.to_cent(amount), reason, result.id)
