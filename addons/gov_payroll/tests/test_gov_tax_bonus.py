"""The annual bonus on a pay slip: taxed alone or with the wages."""

from datetime import date
from decimal import Decimal
from unittest.mock import patch

from odoo.addons.gov_window_staff.rules.month import Month

from ..rules import pay
from .common_tax import JANUARY, TaxCommon

FEBRUARY = Month(2026, 2)


class TestBonus(TaxCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table.version_ids.action_back_to_draft()
        cls.person = cls.paid_person(10000, base=0)

    def with_bonus(self, *months, bonus=24000):
        """Runs of these months, each with a bonus."""
        slips = self.env.registry["hr.payslip"]
        stock = slips._gov_run_elements

        def elements(self, run):
            found = stock(self, run)
            for codes in found.values():
                codes["ANNUAL_BONUS"] = pay.Element(Decimal(bonus), pay.WAGE)
            return found

        with patch.object(slips, "_gov_run_elements", elements):
            return [self.computed_run(month) for month in months]

    def set_table(self, **vals):
        self.tax_version.action_back_to_draft()
        self.tax_version.write(vals)
        self.tax_version.action_put_in_force()

    def test_alone_is_not_added_to_the_year(self):
        self.set_table(bonus_way="alone")

        [run] = self.with_bonus(JANUARY)

        self.assertRecordValues(
            self.tax(run, self.person),
            [{"is_bonus_alone": True, "income": 10000, "bonus_tax": 720, "tax": 870}],
        )
        self.assert_paid(run, self.person, annual_bonus=24000, iit=-870, net=33130)

    def test_merged_is(self):
        self.set_table(bonus_way="merged")

        [run] = self.with_bonus(JANUARY)

        # 34,000 - 5,000 = 29,000
        self.assertRecordValues(
            self.tax(run, self.person),
            [{"is_bonus_alone": False, "income": 34000, "bonus_tax": 0, "tax": 870}],
        )

    def test_cheaper_names_both_ways_to_the_person(self):
        [run] = self.with_bonus(JANUARY)

        tax = self.tax(run, self.person)
        # 60,000 a year taxable: 3,480 and 720; 84,000: 5,880
        self.assertEqual((tax.cost_alone, tax.cost_merged), (4200, 5880))
        self.assertTrue(tax.is_bonus_alone)
        explanation = self.line(run, self.person, "IIT").gov_explanation
        for words in ("4200.00", "5880.00", "taxed alone"):
            self.assertIn(words, explanation)

    def test_second_bonus_of_the_year_is_merged(self):
        self.set_table(bonus_way="alone")

        runs = self.with_bonus(JANUARY, FEBRUARY)

        alone = [self.tax(run, self.person).is_bonus_alone for run in runs]
        self.assertEqual(alone, [True, False])

    def test_choice_of_the_person_goes_before(self):
        self.opening(self.person, bonus_way="merged")

        [run] = self.with_bonus(JANUARY)

        self.assertFalse(self.tax(run, self.person).is_bonus_alone)

    def test_bonus_alone_elsewhere_this_year_uses_it_up(self):
        self.opening(self.person, has_bonus_alone=True)

        [run] = self.with_bonus(JANUARY)

        self.assertFalse(self.tax(run, self.person).is_bonus_alone)

    def test_on_its_last_day_it_is_still_alone(self):
        self.set_table(bonus_alone_until=date(2026, 1, 1))

        [run] = self.with_bonus(JANUARY)

        self.assertTrue(self.tax(run, self.person).is_bonus_alone)

    def test_after_its_last_day_it_is_merged(self):
        self.set_table(bonus_alone_until=date(2025, 12, 31))

        [run] = self.with_bonus(JANUARY)

        self.assertFalse(self.tax(run, self.person).is_bonus_alone)
