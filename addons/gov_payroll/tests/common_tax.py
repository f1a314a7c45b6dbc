"""Builders for contributions and tax: the sample table in the test county, bases."""

from datetime import date

from odoo.addons.gov_window_staff.rules.month import Month

from .common import PayrollCommon

JANUARY = Month(2026, 1)
FAR_AWAY = date(2029, 12, 31)  # end of a probation in which only the wage is paid
NEW_YEAR = date(2026, 1, 1)


class TaxCommon(PayrollCommon):
    """The county pays contributions by the shipped sample of Kunming."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table = cls.env.ref("gov_payroll.kunming")
        cls.table.department_id = cls.county
        cls.contributions = cls.table.version_ids.sorted("date_from")
        cls.contributions.action_put_in_force()
        cls.tax_version = cls.env.ref("gov_payroll.iit_2023")
        cls.tax_officer = cls.new_user("tax", "gov_payroll.group_tax")

    @classmethod
    def paid_person(cls, wage, base=None, **vals):
        """A person who gets the wage and nothing else, with bases unless base is 0."""
        vals.setdefault("entry", date(2020, 1, 1))
        person = cls.new_person(wage=wage, trial_end=FAR_AWAY, **vals)
        if base != 0:
            cls.new_base(person, wage if base is None else base)
        return person

    @classmethod
    def new_base(cls, person, amount, day=NEW_YEAR, **vals):
        """Bases of a person from a day on, the same for insurance and fund."""
        return cls.env["gov.contribution.base"].create(
            {
                "employee_id": person.id,
                "date_from": day,
                "social_base": amount,
                "housing_base": amount,
                **vals,
            }
        )

    @classmethod
    def declare(cls, person, kind, day=NEW_YEAR, **vals):
        """A declared deduction."""
        return cls.env["gov.tax.deduction"].create(
            {"employee_id": person.id, "kind": kind, "date_from": day, **vals}
        )

    @classmethod
    def opening(cls, person, year=2026, **vals):
        """What the system does not know of a person's tax year."""
        return cls.env["gov.tax.opening"].create(
            {"employee_id": person.id, "year": year, **vals}
        )

    def tax(self, run, person):
        """How the tax of a person was worked out in a run."""
        return self.slip(run, person).gov_tax_ids

    def line(self, run, person, code):
        """A person's line of a run by code."""
        return self.slip(run, person).line_ids.filtered(lambda line: line.code == code)
