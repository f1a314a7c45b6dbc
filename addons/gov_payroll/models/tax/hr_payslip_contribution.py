"""Contributions on pay slips (代扣社会保险和住房公积金), computed in sets."""

from odoo import models

from odoo.addons.gov_window_staff.rules.month import Month

from ...rules import pay
from ...rules.contributions import ZERO, contribute
from .gov_contribution_rate import EMPLOYER_ONLY

CONTRIBUTION = "contribution"


class ContributionRules(dict):
    """{(gov.contribution.rate, own per cent): rule}, each made once a chunk."""

    def __init__(self, version):
        super().__init__()
        self._version = version
        self._items = {}

    def __missing__(self, key):
        rate, own_percent = key
        self[key] = rate._to_rule(own_percent)
        return self[key]

    def items_of(self, staffing):
        """Items of the table that people of a staffing type pay.

        :return: [(gov.contribution.rate, code, kind of base, whether the employer's)]
        """
        if staffing not in self._items:
            self._items[staffing] = [
                (
                    rate,
                    rate.item.upper(),
                    rate.base_kind,
                    rate.item in EMPLOYER_ONLY,
                )
                for rate in self._version.rate_ids
                if rate._is_paid_by(staffing)
            ]
        return self._items[staffing]


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
            rules = ContributionRules(version)
            for slip in self:
                base = bases.get(slip.employee_id)
                if base:
                    elements[slip.id].update(slip._gov_contributions(base, rules))
        return elements

    def _gov_contributions(self, base, rules):
        """{code: element} of both sides, for the items that this person pays."""
        amounts = base._amounts()
        own_percent = base.housing_percent
        elements = {}
        for rate, code, kind, is_employer_only in rules.items_of(
            self.contract_id.contract_type_id
        ):
            if not amounts[kind]:
                continue
            share = contribute(rules[rate, own_percent], amounts[kind])
            basis = f"{share.base:.2f}"
            if not is_employer_only:
                # from 0, or a 0 would become -0.00
                deducted = ZERO - share.employee
                elements[code] = pay.Element(deducted, CONTRIBUTION, rate.id, basis)
            elements[f"{code}_ER"] = pay.Element(
                share.employer, CONTRIBUTION, rate.id, basis
            )
        return elements
