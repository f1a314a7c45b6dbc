"""Contributions on pay slips (代扣社会保险和住房公积金), computed in sets."""

from decimal import Decimal

from odoo import models

from odoo.addons.gov_window_staff.rules.month import Month

from ...rules import pay
from ...rules.contributions import ZERO, contribute
from .gov_contribution_rate import EMPLOYER_ONLY

CONTRIBUTION = "contribution"


class ContributionRules(dict):
    """{(gov.contribution.rate, own per cent): rule}, each made once a chunk."""

    def __missing__(self, key):
        rate, own_percent = key
        self[key] = rate._to_rule(own_percent)
        return self[key]


class HrPayslip(models.Model):
    """Pay slip with contributions: the person's negative, the employer's beside it."""

    _inherit = "hr.payslip"

    def _gov_run_elements(self, run):
        elements = super()._gov_run_elements(run)
        version = run._gov_contribution_version()
        if version:
            last_start = version._last_start(Month.of(run.date_start))
            bases = self.env["gov.contribution.base"]._on_day(
                self.employee_id, last_start
            )
            rules = ContributionRules()
            for slip in self:
                base = bases.get(slip.employee_id)
                if base:
                    found = slip._gov_contributions(version, base, rules)
                    elements[slip.id].update(found)
        return elements

    def _gov_contributions(self, version, base, rules):
        """{code: element} of both sides, for the items that this person pays."""
        staffing = self.contract_id.contract_type_id
        elements = {}
        for rate in version.rate_ids:
            amount = Decimal(str(base._amount_for(rate)))
            if amount and rate._is_paid_by(staffing):
                share = contribute(rules[rate, base.housing_percent], amount)
                code, basis = rate.item.upper(), f"{share.base:.2f}"
                if rate.item not in EMPLOYER_ONLY:
                    # from 0, or a 0 would become -0.00
                    deducted = ZERO - share.employee
                    elements[code] = pay.Element(deducted, CONTRIBUTION, rate.id, basis)
                elements[f"{code}_ER"] = pay.Element(
                    share.employer, CONTRIBUTION, rate.id, basis
                )
        return elements
