"""Income tax on pay slips: the cumulative method over the months of a year."""

import random
from datetime import date
from fractions import Fraction

from odoo.exceptions import UserError, ValidationError

from odoo.addons.gov_window_staff.rules.month import Month

from ..exceptions import NotReady
from .common_tax import JANUARY, TaxCommon
from .test_rules_income_tax import progressive, to_cent

FEBRUARY, MARCH = Month(2026, 2), Month(2026, 3)
DECEMBER = Month(2026, 12)


class TestCumulated(TaxCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table.version_ids.action_back_to_draft()

    def paid(self, person, *months):
        """Taxes of runs of these months, one after the other."""
        return [-self.line(self.computed_run(m), person, "IIT").total for m in months]

    def test_month_by_month_reaches_the_higher_bracket(self):
        person = self.paid_person(25000, base=0)

        # 20,000, 40,000, 60,000 taxable: 600; 1,480; 3,480 of the year
        self.assertEqual(
            self.paid(person, JANUARY, FEBRUARY, MARCH), [600.0, 880.0, 2000.0]
        )

    def test_low_wage_pays_0_with_the_reason(self):
        person = self.paid_person(3000, base=0)

        run = self.computed_run(JANUARY)

        self.assert_paid(run, person, iit=0, net=3000)
        self.assertIn("taxable 0.00", self.line(run, person, "IIT").gov_explanation)

    def test_working_is_kept_with_the_slip(self):
        person = self.paid_person(12000, base=0)
        self.computed_run(JANUARY)

        run = self.computed_run(FEBRUARY)

        self.assertRecordValues(
            self.tax(run, person),
            [
                {
                    "year": 2026,
                    "period": date(2026, 2, 1),
                    "rule": "employed",
                    "income": 24000,
                    "deduction_months": 2,
                    "basic": 10000,
                    "taxable": 14000,
                    "rate": 3,
                    "due": 420,
                    "withheld": 210,
                    "tax": 210,
                }
            ],
        )

    def test_computing_again_changes_nothing(self):
        person = self.paid_person(12000, base=0)
        run = self.computed_run(JANUARY)
        first = self.tax(run, person).tax

        run.action_gov_compute()

        self.assertEqual(self.tax(run, person).mapped("tax"), [first])

    def test_raise_inside_the_year(self):
        person = self.paid_person(8000, base=0)
        january = self.paid(person, JANUARY)
        person.create_version({"date_version": date(2026, 2, 1), "wage": 50000})

        # 58,000 - 10,000 = 48,000: 2,280 of the year
        self.assertEqual(january + self.paid(person, FEBRUARY), [90.0, 2190.0])

    def test_new_year_begins_anew(self):
        person = self.paid_person(25000, base=0)

        self.assertEqual(self.paid(person, DECEMBER, Month(2027, 1)), [600.0, 600.0])

    def test_who_began_in_march_has_one_month_in_march(self):
        self.paid_person(3000, base=0)
        self.computed_run(JANUARY)
        person = self.paid_person(12000, base=0, entry=date(2026, 3, 1))

        run = self.computed_run(MARCH)

        self.assertEqual(self.tax(run, person).deduction_months, 1)

    def test_month_without_a_slip_still_gives_the_deduction(self):
        self.paid_person(3000, base=0)
        self.computed_run(JANUARY)
        person = self.paid_person(12000, base=0, entry=date(2026, 2, 1))

        run = self.computed_run(MARCH)

        self.assertEqual(self.tax(run, person).deduction_months, 2)

    def test_earlier_run_that_is_not_approved_is_named(self):
        self.paid_person(3000, base=0)
        january = self.computed_run(JANUARY)

        run = self.computed_run(FEBRUARY)

        gap = run.gov_gap_ids.filtered(lambda g: g.kind == "earlier_month_open")
        self.assertIn(january.name, gap.message)


class TestOpening(TaxCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table.version_ids.action_back_to_draft()
        cls.person = cls.paid_person(25000, base=0)

    def test_figures_before_the_system_are_counted(self):
        self.opening(
            self.person,
            through_month=2,
            months=2,
            income=50000,
            special=1000,
            withheld=1450,
        )

        run = self.computed_run(MARCH)

        # 75,000 - 15,000 - 1,000 = 59,000: 3,380
        self.assertRecordValues(
            self.tax(run, self.person),
            [{"deduction_months": 3, "taxable": 59000, "withheld": 1450, "tax": 1930}],
        )

    def test_without_figures_tax_begins_with_the_month_and_a_warning(self):
        run = self.computed_run(MARCH)

        gap = run.gov_gap_ids.filtered(lambda gap: gap.kind == "no_tax_opening")
        self.assertEqual((gap.detail, gap.is_warning), ("1", True))
        self.assertEqual(self.tax(run, self.person).deduction_months, 1)

    def test_figures_over_the_month_itself_stop_the_run(self):
        self.opening(self.person, through_month=3, months=3, income=1)
        self.lock_month(MARCH)

        with self.assertRaisesRegex(NotReady, "month 3"):
            self.new_run(MARCH).action_gov_compute()

    def test_figures_over_months_of_the_system_stop_the_run(self):
        self.computed_run(JANUARY)
        self.opening(self.person, through_month=1, months=1, income=1)
        self.lock_month(FEBRUARY)

        with self.assertRaisesRegex(NotReady, "month 1"):
            self.new_run(FEBRUARY).action_gov_compute()

    def test_first_job_counts_since_january(self):
        person = self.paid_person(25000, base=0, entry=date(2026, 3, 1))
        self.opening(person, rule="since_january", rule_reason="2026届毕业生")

        run = self.computed_run(MARCH)

        self.assertEqual(self.tax(run, person).deduction_months, 3)
        self.assertIn("13 of 2020", self.line(run, person, "IIT").gov_explanation)


class TestWholeYear(TaxCommon):
    """6万元政策, found by the figures of the year before."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table.version_ids.action_back_to_draft()
        cls.person = cls.paid_person(30000, base=0)

    def rule(self, **last_year):
        self.opening(self.person, 2025, through_month=12, **last_year)
        return self.tax(self.computed_run(JANUARY), self.person)

    def test_twelve_months_and_60000_deduct_the_whole_year(self):
        tax = self.rule(months=12, income=60000)

        self.assertEqual((tax.rule, tax.is_whole_year_found), ("whole_year", True))
        self.assertEqual((tax.basic, tax.tax), (60000, 0))

    def test_one_cent_more_does_not(self):
        tax = self.rule(months=12, income=60000.01)

        self.assertEqual((tax.rule, tax.basic, tax.tax), ("employed", 5000, 750))

    def test_eleven_months_do_not(self):
        self.assertEqual(self.rule(months=11, income=40000).rule, "employed")

    def test_own_choice_goes_before(self):
        self.opening(self.person, rule="employed")

        self.assertEqual(self.rule(months=12, income=50000).rule, "employed")

    def test_runs_of_last_year_count(self):
        self.person.version_id.wage = 4000
        for month in range(1, 13):
            self.computed_run(Month(2025, month))

        tax = self.tax(self.computed_run(JANUARY), self.person)

        self.assertEqual(tax.rule, "whole_year")


class TestDeclared(TaxCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table.version_ids.action_back_to_draft()
        cls.person = cls.paid_person(25000, base=0)

    def test_amount_of_the_law_is_proposed(self):
        children = self.declare(self.person, "child_education", child_count=2)
        half = self.declare(self.person, "infant_care", child_count=1, share_percent=50)

        self.assertEqual((children.amount, half.amount), (4000, 1000))

    def test_more_than_the_law_gives_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "1500.00"):
            self.declare(self.person, "elderly_shared", amount=1501)

    def test_rent_beside_a_loan_is_refused(self):
        self.declare(self.person, "mortgage", date_to=date(2026, 2, 10))

        # by months, so the days inside February do not help
        with self.assertRaisesRegex(ValidationError, "rent and"):
            self.declare(self.person, "rent_small_city", date(2026, 2, 20))

    def test_rent_in_the_month_after_the_loan_is_accepted(self):
        self.declare(self.person, "mortgage", date_to=date(2026, 2, 10))

        rent = self.declare(self.person, "rent_small_city", date(2026, 3, 1))

        self.assertEqual(rent.amount, 800)

    def test_declared_months_add_up(self):
        self.declare(self.person, "mortgage", date_to=date(2026, 1, 31))
        self.declare(self.person, "elderly_only_child", date(2026, 2, 1))
        self.computed_run(JANUARY)

        run = self.computed_run(FEBRUARY)

        self.assertEqual(self.tax(run, self.person).additional, 4000)

    def test_late_declaration_is_made_up_for_in_the_next_month(self):
        self.computed_run(JANUARY)
        self.declare(self.person, "mortgage")

        run = self.computed_run(FEBRUARY)

        self.assertEqual(self.tax(run, self.person).additional, 2000)

    def test_certificate_counts_once_in_its_month(self):
        self.declare(self.person, "own_certificate", date(2026, 2, 20))

        additional = [
            self.tax(self.computed_run(month), self.person).additional
            for month in (JANUARY, FEBRUARY, MARCH)
        ]

        self.assertEqual(additional, [0, 3600, 3600])

    def test_declaration_that_a_later_text_does_not_allow_is_named(self):
        self.declare(self.person, "mortgage")
        version = self.tax_version.copy({"date_from": "2026-01-01"})
        version.limit_ids.filtered(lambda row: row.kind == "mortgage").amount = 900
        version.action_put_in_force()
        self.lock_month(JANUARY)
        run = self.new_run(JANUARY)

        run.action_gov_check()

        gap = run.gov_gap_ids.filtered(lambda gap: gap.kind == "bad_deduction")
        self.assertEqual(gap.employee_id, self.person)
        self.assertNotIn("loan", gap.message)


class TestTable(TaxCommon):
    def test_shipped_table_is_in_force_and_whole(self):
        table = self.tax_version._to_rule()

        self.assertEqual(self.tax_version.state, "in_force")
        self.assertEqual(self.tax_version.whole_year_limit, 60000)
        self.assertEqual([int(row.rate) for row in table.brackets][-1], 45)
        self.assertEqual(len(table.brackets), 7)
        self.assertEqual(table.monthly_deduction, 5000)

    def test_it_binds_from_2019_on(self):
        on = self.env["gov.tax.table"]._version_on

        self.assertFalse(on(date(2018, 12, 31)))
        self.assertEqual(on(date(2019, 1, 1)).date_from, date(2019, 1, 1))
        self.assertEqual(on(date(2026, 1, 1)), self.tax_version)

    def test_table_whose_lines_do_not_fit_is_not_put_in_force(self):
        version = self.tax_version.copy({"date_from": "2027-01-01"})
        version.bracket_ids[1].quick = 2521

        with self.assertRaisesRegex(UserError, "do not fit"):
            version.action_put_in_force()

    def test_wages_taxed_in_the_month_after(self):
        self.table.version_ids.action_back_to_draft()
        self.tax_version.action_back_to_draft()
        self.tax_version.taxed_in = "next"
        self.tax_version.action_put_in_force()
        person = self.paid_person(25000, base=0)

        run = self.computed_run(DECEMBER)

        self.assertRecordValues(
            self.tax(run, person), [{"year": 2027, "period": date(2027, 1, 1)}]
        )


class TestGeneratedYears(TaxCommon):
    """Years of many people against the sum of slices of the year, in fractions."""

    PEOPLE = 20

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table.version_ids.action_back_to_draft()
        dice = random.Random(20260101)
        cls.wages = {}
        for _person in range(cls.PEOPLE):
            person = cls.paid_person(1, base=0)
            cls.wages[person] = [
                round(dice.uniform(2000, 60000), 2) for _month in range(12)
            ]

    def test_each_of_240_months_is_the_year_so_far_less_what_was_withheld(self):
        withheld = dict.fromkeys(self.wages, 0)
        for number in range(1, 13):
            for person, wages in self.wages.items():
                person.version_id.wage = wages[number - 1]
            run = self.computed_run(Month(2026, number))
            for person, wages in self.wages.items():
                income = sum(Fraction(str(wage)) for wage in wages[:number])
                taxable = max(Fraction(0), income - 5000 * number)
                due = max(0, to_cent(progressive(taxable) - withheld[person]))
                paid = -self.line(run, person, "IIT").total
                with self.subTest(month=number, person=person.gov_staff_no):
                    self.assertEqual(paid, float(due))
                withheld[person] += Fraction(due)
