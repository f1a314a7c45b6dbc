"""What a slip pays for the month: wage, allowances and reward with their reasons."""

from datetime import date
from decimal import Decimal

from odoo import fields, models

from odoo.addons.gov_window_staff.rules.allowance import Person, allowances, is_eligible
from odoo.addons.gov_window_staff.rules.month import Month, is_in_probation

from ...rules import pay
from . import payslip_lines, plain_lines
from .pay_batch import PayBatch


class HrPayslip(models.Model):
    """Slip whose elements are collected for a whole chunk of people."""

    _inherit = "hr.payslip"

    def _gov_collect(self):
        """Everything that the rules need for these slips, in few queries."""
        own = self.filtered("gov_staff_no")
        categories = self.env["hr.salary.rule.category"].search_fetch([], ["code"])
        elements = {}
        for run, slips in own.grouped("payslip_run_id").items():
            elements.update(slips._gov_run_elements(run))
        rules = {
            struct.id: struct.get_structure_with_parents().get_all_rules()
            for struct in own.struct_id
        }
        copies = payslip_lines.copies(self.env["hr.salary.rule"].union(*rules.values()))
        return PayBatch(
            elements=elements,
            rules=rules,
            categories=frozenset(c for c in categories.mapped("code") if c),
            copies=copies,
            steps={
                struct: plain_lines.steps(its_rules, copies)
                for struct, its_rules in rules.items()
            },
        )

    def _gov_run_elements(self, run):
        """Hook: the pay elements of slips of one run, from the facts as they are now.

        Extensions call super and add or change elements in sets; a code that is not
        there has no line on the slip (see `hr.salary.rule._satisfy_condition_gov`).

        :return: {slip id: {code: rules.pay.Element or rules.pay.Deferred}}
        """
        certificates = self._gov_certificates()
        rates = run.gov_table_version_id._to_rules()
        paid_to = run.gov_table_version_id._to_eligibility()
        month = Month.of(run.date_start)
        break_days = run.gov_table_version_id.break_days
        since = self.employee_id._gov_service_since(month.last, break_days)
        elements = {}
        for slip in self:
            person = slip.employee_id
            held = certificates.get(person.id, ())
            found = slip._gov_elements(rates, held, since[person], month)
            elements[slip.id] = slip._gov_eligible(found, paid_to)
        return elements

    def _gov_certificates(self):
        """Hook: {employee id: certificates as `rules.allowance` takes them}."""
        return self.env["gov.certificate"]._to_rules(self.employee_id)

    def _gov_eligible(self, elements, paid_to):
        """The elements, those that this staffing type does not get as 0 (S29)."""
        staffing = self.contract_id.contract_type_id.id or None
        return {
            code: element
            if is_eligible(paid_to, code.lower(), staffing)
            else pay.not_eligible()
            for code, element in elements.items()
        }

    def _gov_elements(self, rates, certificates, since, month):
        """Wage, allowances and reward of this slip by code (see `rules.pay`)."""
        version, appraisal = self.contract_id, self.gov_appraisal_id
        trial_end = self._gov_trial_end(month)
        person = Person(
            entry=since or date.max,
            trial_end=trial_end,
            education_rank=version.gov_education_id.rank or None,
            certificates=certificates,
        )
        due = otherwise = allowances(rates, person, month)
        if is_in_probation(month, trial_end):
            otherwise = allowances(rates, _outside_probation(person), month)
        elements = {
            kind.upper(): pay.allowance(due[kind], otherwise[kind]) for kind in due
        }
        wage = Decimal(str(version.wage))
        elements["BASIC"] = pay.basic(wage, fields.Date.to_string(version.date_version))
        elements["PERF"] = pay.performance(
            Decimal(str(appraisal.reward_amount)),
            appraisal.grade,
            appraisal.is_in_probation,
            appraisal.id,
        )
        return elements

    def _gov_trial_end(self, _month):
        """Hook: the last day of probation that the month goes by, or None."""
        return self.contract_id.trial_date_end or None


def _outside_probation(person):
    return Person(person.entry, None, person.education_rank, person.certificates)
