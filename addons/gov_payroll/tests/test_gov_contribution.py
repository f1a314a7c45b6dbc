"""Social insurance and housing fund on pay slips."""

from datetime import date

import psycopg2

from odoo.exceptions import ValidationError
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.rules.month import Month

from ..exceptions import NotReady
from .common_tax import JANUARY, TaxCommon

AUGUST, SEPTEMBER = Month(2026, 8), Month(2026, 9)


class TestOracles(TaxCommon):
    """Kunming, January 2026: two people worked out by hand."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ten = cls.paid_person(10000)
        cls.four = cls.paid_person(4000)
        cls.run_ = cls.computed_run(JANUARY)

    def test_wage_of_10000(self):
        self.assert_paid(
            self.run_,
            self.ten,
            pension=-800,
            medical=-200,
            unemployment=-30,
            housing=-1200,
            iit=-83.10,
            net=7686.90,
        )

    def test_employer_of_a_wage_of_10000(self):
        self.assert_paid(
            self.run_,
            self.ten,
            pension_er=1600,
            medical_er=700,
            maternity_er=90,
            unemployment_er=70,
            injury_er=20,
            housing_er=1200,
            employer_cost=3680,
        )

    def test_wage_of_4000_pays_of_the_lower_limits(self):
        self.assert_paid(
            self.run_,
            self.four,
            pension=-352.24,
            medical=-87.14,
            unemployment=-13.21,
            housing=-480,
            iit=0,
            net=3067.41,
        )

    def test_slip_carries_the_figures(self):
        slip = self.slip(self.run_, self.ten)

        self.assertEqual(
            (slip.gov_gross, slip.gov_deducted, slip.gov_net, slip.gov_employer_cost),
            (10000, 2313.10, 7686.90, 3680),
        )

    def test_line_names_the_rate_and_the_base_it_was_taken_of(self):
        line = self.line(self.run_, self.four, "PENSION")

        self.assertEqual(line.gov_basis, "4403.00")
        self.assertEqual(line.gov_contribution_rate_id.item, "pension")
        for words in ("8%", "4403.00", line.gov_contribution_rate_id.version_id.name):
            self.assertIn(words, line.gov_explanation)

    def test_every_line_of_finance_explains_itself(self):
        for line in self.run_.slip_ids.line_ids.with_user(self.finance):
            with self.subTest(code=line.code):
                self.assertTrue(line.gov_explanation)


class TestVersions(TaxCommon):
    def test_limits_change_in_september(self):
        person = self.paid_person(4000)

        runs = [self.computed_run(month) for month in (AUGUST, SEPTEMBER)]

        medical = [self.line(run, person, "MEDICAL").total for run in runs]
        self.assertEqual(medical, [-87.14, -88.06])

    def test_another_county_is_not_bound(self):
        other = self.county.copy({"name": "另一县", "gov_code": "OTHER"})
        self.table.department_id = other
        person = self.paid_person(4000)

        run = self.computed_run(JANUARY)

        self.assertFalse(self.line(run, person, "PENSION"))
        self.assertIn("no_contribution_table", run.gov_gap_ids.mapped("kind"))

    def test_the_shipped_sample_binds_nobody(self):
        sample = self.env.ref("gov_payroll.kunming_2026_01")
        sample.action_back_to_draft()
        data = self.env["ir.model.data"].search([("name", "=", "kunming_2026_01")])

        self.assertTrue(data.noupdate)
        self.assertIn("[estimate]", sample.note)
        self.assertFalse(sample.checked_on)

    def test_version_of_an_approved_run_stays(self):
        self.paid_person(4000)
        self.locked_run(JANUARY)

        with self.assertRaises(DocumentLocked):
            self.contributions[0].action_back_to_draft()
        self.contributions[1].action_back_to_draft()

    def test_row_in_force_is_not_edited(self):
        with self.assertRaises(DocumentLocked):
            self.contributions[0].rate_ids[0].employee_percent = 1

    def test_employer_only_items_have_no_part_of_the_person(self):
        copied = self.contributions[1].copy({"date_from": "2027-01-01"})
        injury = copied.rate_ids.filtered(lambda rate: rate.item == "injury")

        with self.assertRaises(ValidationError):
            injury.employee_percent = 1

    @mute_logger("odoo.sql_db")
    def test_limits_are_in_order(self):
        copied = self.contributions[1].copy({"date_from": "2027-01-01"})

        with self.assertRaises(psycopg2.IntegrityError):
            copied.rate_ids[0].write({"base_min": 30000})


class TestBases(TaxCommon):
    def paid(self, person, month=JANUARY, code="PENSION"):
        return self.line(self.computed_run(month), person, code).total

    def test_base_counts_from_its_day_until_the_next_one(self):
        person = self.paid_person(9000, base=5000)
        self.new_base(person, 6000, date(2026, 8, 1))

        july = self.paid(person, Month(2026, 7))
        self.assertEqual((july, self.paid(person, AUGUST)), (-400, -480))

    def test_base_beginning_on_the_last_day_counts_for_the_whole_month(self):
        person = self.paid_person(9000, base=0)
        self.new_base(person, 5000, date(2026, 1, 31))

        self.assertEqual(self.paid(person), -400)

    def test_after_the_day_of_registration_it_counts_next_month(self):
        self.contributions.action_back_to_draft()
        self.contributions.join_by_day = 15
        self.contributions.action_put_in_force()
        early, late = (self.paid_person(9000, base=0) for _time in range(2))
        self.new_base(early, 5000, date(2026, 1, 15))
        self.new_base(late, 0, date(2025, 1, 1))
        self.new_base(late, 5000, date(2026, 1, 16))

        run = self.computed_run(JANUARY)

        self.assertEqual(self.line(run, early, "PENSION").total, -400)
        self.assertFalse(self.line(run, late, "PENSION"))

    def test_base_of_0_ends_it(self):
        person = self.paid_person(9000, base=5000)
        self.new_base(person, 0, date(2026, 8, 1))

        run = self.computed_run(AUGUST)

        self.assertFalse(self.line(run, person, "PENSION"))
        self.assertFalse(self.line(run, person, "HOUSING_ER"))

    def test_fund_alone_is_possible(self):
        person = self.paid_person(9000, base=0)
        self.new_base(person, 0, housing_base=5000)

        run = self.computed_run(JANUARY)

        self.assertFalse(self.line(run, person, "PENSION"))
        self.assertEqual(self.line(run, person, "HOUSING").total, -600)

    def test_own_rate_of_the_fund_is_the_same_on_both_sides(self):
        person = self.paid_person(9000, base=0)
        self.new_base(person, 5011, housing_percent=7)

        run = self.computed_run(JANUARY)

        self.assert_paid(run, person, housing=-351, housing_er=351)
        self.assertIn("7%", self.line(run, person, "HOUSING").gov_explanation)

    def test_own_rate_stays_within_the_limits_of_the_table(self):
        low, high = (self.paid_person(9000, base=0) for _time in range(2))
        self.new_base(low, 5000, housing_percent=1)
        self.new_base(high, 5000, housing_percent=20)

        run = self.computed_run(JANUARY)

        self.assertEqual(self.line(run, low, "HOUSING").total, -250)
        self.assertEqual(self.line(run, high, "HOUSING").total, -600)

    def test_staffing_types_that_the_table_names_pay_and_others_do_not(self):
        self.contributions.action_back_to_draft()
        kind = self.env["hr.contract.type"].create({"name": "退休返聘(测试)"})
        housing = self.contributions.rate_ids.filtered(lambda r: r.item == "housing")
        housing.contract_type_ids = kind
        self.contributions.action_put_in_force()
        person = self.paid_person(9000)

        run = self.computed_run(JANUARY)

        self.assertFalse(self.line(run, person, "HOUSING"))
        self.assertEqual(self.line(run, person, "PENSION").total, -720)

    def test_month_that_was_paid_keeps_its_base(self):
        person = self.paid_person(9000)
        self.locked_run(JANUARY)
        base = self.env["gov.contribution.base"].search(
            [("employee_id", "=", person.id)]
        )

        for change in (
            lambda: base.write({"social_base": 1}),
            lambda: base.unlink(),
            lambda: self.new_base(person, 1, date(2026, 1, 31)),
        ):
            with self.assertRaisesRegex(ValidationError, "2026-01-31"):
                change()
        self.new_base(person, 5000, date(2026, 2, 1))
        base.note = "已核对"

    @mute_logger("odoo.sql_db")
    def test_one_base_a_day(self):
        person = self.paid_person(9000)

        with self.assertRaises(psycopg2.IntegrityError):
            self.new_base(person, 1)


class TestGaps(TaxCommon):
    def kinds(self, run):
        run.action_gov_check()
        return {(gap.kind, gap.employee_id) for gap in run.gov_gap_ids}

    def test_who_has_no_base_is_named_and_stops_the_run(self):
        person = self.paid_person(9000, base=0)
        self.lock_month(JANUARY)
        run = self.new_run(JANUARY)

        self.assertIn(("no_base", person), self.kinds(run))
        with self.assertRaisesRegex(NotReady, person.gov_staff_no):
            run.action_gov_compute()

    def test_who_pays_nothing_here_needs_no_base(self):
        self.contributions.action_back_to_draft()
        kind = self.env["hr.contract.type"].create({"name": "退休返聘(测试)"})
        self.contributions.rate_ids.contract_type_ids = kind
        self.contributions.action_put_in_force()
        person = self.paid_person(9000, base=0)
        self.lock_month(JANUARY)

        self.assertNotIn(("no_base", person), self.kinds(self.new_run(JANUARY)))

    def test_net_below_0_is_named_after_computing(self):
        person = self.paid_person(500, base=4403)

        run = self.computed_run(JANUARY)

        gap = run.gov_gap_ids.filtered(lambda gap: gap.kind == "negative_net")
        self.assertEqual(gap.employee_id, person)
        self.assertTrue(gap.is_warning)
        self.assertLess(self.slip(run, person).gov_net, 0)

    def test_net_below_0_is_named_once_after_computing_again(self):
        self.paid_person(500, base=4403)
        run = self.computed_run(JANUARY)

        run.action_gov_compute()

        self.assertEqual(run.gov_gap_ids.mapped("kind").count("negative_net"), 1)

    def test_every_gap_says_what_to_do(self):
        gaps = self.env["gov.payslip.gap"]
        for kind, _label in gaps._fields["kind"].selection:
            with self.subTest(kind=kind):
                self.assertTrue(hasattr(gaps, f"_message_{kind}"))
