"""What income tax needs to know of many people, collected once (no records)."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ...rules import pay
from ...rules.declared import cumulated
from ...rules.income_tax import (
    EMPLOYED,
    WHOLE_YEAR,
    deduction_months,
    may_deduct_whole_year,
)
from ...rules.tax_month import MonthPay, TaxYear, month_tax

ZERO = Decimal(0)
TAX = "tax"
NOTHING = (0.0, 0.0, 0.0, 0.0, 0, None)


class TaxNotes(dict):
    """{slip id: values of its `gov.payslip.tax`}; travels in the context as one object.

    A client cannot send it: only an object of this class counts.
    """


@dataclass(frozen=True, eq=False)
class TaxFacts:
    """Facts of a chunk of people for one tax month, in a constant number of queries.

    :param version: gov.tax.table.version
    :param table: the version as `rules.tax_month.TaxTable`
    :param bracket_ids: {rules.income_tax.Bracket: id of its gov.tax.bracket}
    :param month: the `Month` of taxation
    :param first_month: 1-12, the first month of the year that the system knows
    :param sums: see `gov.payslip.tax._sums_before`
    :param openings: {(hr.employee, year): gov.tax.opening}
    :param declared: {hr.employee: [rules.declared.Declared]}
    :param past_limit: people of whom a declaration is past the months of the law
    """

    version: object
    table: object
    bracket_ids: dict
    month: object
    first_month: int
    sums: dict = field(default_factory=dict)
    openings: dict = field(default_factory=dict)
    declared: dict = field(default_factory=dict)
    past_limit: object = ()

    @classmethod
    def collect(cls, employees, county, version, month):
        """Facts of these people."""
        env = employees.env
        taxes, table = env["gov.payslip.tax"], version._to_rule()
        rows = version._sorted_brackets()
        declared, past_limit = env["gov.tax.deduction"]._counted(
            employees, month, version
        )
        return cls(
            version=version,
            table=table,
            bracket_ids=dict(zip(table.brackets, rows.ids, strict=True)),
            month=month,
            first_month=taxes._first_month(county, month.first).month,
            sums=taxes._sums_before(employees, month.first),
            openings=env["gov.tax.opening"]._by_year(
                employees, (month.year, month.year - 1)
            ),
            declared=declared,
            past_limit=past_limit,
        )

    def year_of(self, person):
        """The person's year as `rules.tax_month.TaxYear`, with the rule behind it.

        :return: (TaxYear, rule, whether last year's figures gave the rule)
        """
        opening = self.openings.get((person, self.month.year))
        income, special, tax, bonus_alone, _count, _first = self._sums(person)
        rule, is_found = self._rule(person, opening)
        declared = self.declared.get(person, ())
        first = self._first_counted(person, opening)
        year, month = self.month.year, self.month.month
        known = opening or self.version.env["gov.tax.opening"]
        return (
            TaxYear(
                month=month,
                deduction_months=self._months(person, opening, rule),
                additional=cumulated(declared, year, first, month)
                + _yuan(known.additional),
                monthly_additional=cumulated(declared, year, month, month),
                income=_yuan(income) + _yuan(known.income),
                exempt=_yuan(known.exempt),
                special=_yuan(special) + _yuan(known.special),
                other=_yuan(known.other),
                relief=_yuan(known.relief),
                withheld=_yuan(tax) + _yuan(known.withheld),
                bonus_way=known.bonus_way or self.version.bonus_way,
                may_tax_alone=self._may_tax_alone(known, bonus_alone),
            ),
            rule,
            is_found,
        )

    def _sums(self, person, years_ago=0):
        return self.sums.get((person, self.month.year - years_ago), NOTHING)

    def _first_counted(self, person, opening):
        """First month of the year that is counted here, not in the opening figures.

        Without figures the months before the system are not known to have been worked
        and taxed here, so they give no deduction either.
        """
        if opening and opening.through_month:
            return opening.through_month + 1
        return max(self.first_month, min(self._entry_month(person), self.month.month))

    def _entry_month(self, person):
        """Month of the year in which the person began, 1 when it was before."""
        entry = person.gov_entry_date
        return entry.month if entry and entry.year == self.month.year else 1

    def known_from(self, person):
        """First month of the year in which the system taxed the person, or this one."""
        first = self._sums(person)[-1]
        return first.month if first else self.month.month

    def lacks_opening(self, person):
        """Whether months of this employer before the system are not known."""
        has_opening = (person, self.month.year) in self.openings
        return not has_opening and self._entry_month(person) < self.first_month

    def _months(self, person, opening, rule):
        first = self._first_counted(person, opening)
        months = deduction_months(self.month.month, first, rule)
        return months + (opening.months if opening and rule == EMPLOYED else 0)

    def _rule(self, person, opening):
        """The rule of the basic deduction, and whether it was found, not chosen."""
        if opening and opening.rule != "auto":
            return opening.rule, False
        limit = _yuan(self.version.whole_year_limit)
        last = self.openings.get((person, self.month.year - 1))
        income, _special, _tax, bonus, count, _first = self._sums(person, 1)
        months = count + (last.months if last else 0)
        total = _yuan(income) + _yuan(bonus) + _yuan(last.income if last else 0)
        if limit and may_deduct_whole_year(months, total, limit):
            return WHOLE_YEAR, True
        return EMPLOYED, False

    def _may_tax_alone(self, opening, bonus_alone):
        until = self.version.bonus_alone_until
        in_time = not until or self.month.first <= until
        return in_time and not bonus_alone and not opening.has_bonus_alone


def element(slip, facts, notes):
    """Income tax of a slip as a `pay.Deferred`; its working goes into `notes`."""

    def of(totals):
        year, rule, is_found = facts.year_of(slip.employee_id)
        bonus = max(ZERO, totals.get("BONUS", ZERO))
        income = totals.get("EARNING", ZERO) - bonus
        special = ZERO - totals.get("CONTRIBUTION", ZERO)
        result = month_tax(year, MonthPay(income, bonus, special), facts.table)
        merged = ZERO if result.is_alone else bonus
        notes[slip.id] = {
            **_working(result, facts.table),
            "slip_id": slip.id,
            "run_id": slip.payslip_run_id.id,
            "employee_id": slip.employee_id.id,
            "staff_no": slip.gov_staff_no,
            "person_name": slip.gov_person_name,
            "year": facts.month.year,
            "period": facts.month.first,
            "tax_month": str(facts.month),
            "version_id": facts.version.id,
            "rule": rule,
            "is_whole_year_found": is_found,
            "is_past_limit": slip.employee_id in facts.past_limit,
            "month_income": float(income + merged),
            "month_special": float(special),
            "bonus": float(bonus),
            "bonus_alone": float(bonus - merged),
        }
        bracket = facts.bracket_ids[result.withholding.bracket]
        return pay.Element(ZERO - result.tax, TAX, bracket, str(facts.month))

    return pay.Deferred(of)


def _working(result, table):
    """Values that the rule worked out."""
    year, found = result.year, result.withholding
    amounts = {
        "income": year.income,
        "exempt": year.exempt,
        "basic": table.monthly_deduction * year.deduction_months,
        "special": year.special,
        "additional": year.additional,
        "other": year.other,
        "taxable": found.taxable,
        "rate": found.bracket.rate,
        "quick": found.bracket.quick,
        "due": found.due,
        "relief": year.relief,
        "withheld": year.withheld,
        "wage_tax": found.tax,
        "bonus_tax": result.bonus_tax,
        "cost_alone": result.cost_alone,
        "cost_merged": result.cost_merged,
        "tax": result.tax,
    }
    return {
        **{name: float(pay.to_cent(amount)) for name, amount in amounts.items()},
        "deduction_months": year.deduction_months,
        "is_bonus_alone": result.is_alone,
    }


def _yuan(number):
    return pay.to_cent(number or 0)
