"""Salary rules without Python text, and the guard against mistyped codes."""

from odoo.exceptions import UserError, ValidationError

from ..exceptions import UnknownPayElement
from .common import PayrollCommon


class TestSalaryRule(PayrollCommon):
    def add_rule(self, code, **vals):
        """A further rule of the structure, as a county would add it."""
        rule = self.env["hr.salary.rule"].create(
            {
                "name": "伙食补贴",
                "code": code,
                "sequence": 60,
                "category_id": self.env.ref("gov_payroll.category_allowance").id,
                "company_id": False,
                **vals,
            }
        )
        structure = self.env.ref("gov_payroll.structure_window_staff")
        structure.rule_ids |= rule
        return rule

    def test_shipped_rules_hold_no_python(self):
        rules = self.env.ref("gov_payroll.structure_window_staff").rule_ids

        self.assertEqual(set(rules.mapped("amount_select")), {"gov", "gov_total"})
        self.assertFalse(any(rules.mapped("amount_python_compute")))
        self.assertEqual(set(rules.mapped("condition_select")), {"none", "gov"})

    def test_shipped_rules_and_categories_belong_to_no_company(self):
        rules = self.env.ref("gov_payroll.structure_window_staff").rule_ids

        self.assertFalse(rules.company_id)
        self.assertFalse(rules.category_id.company_id)

    def test_an_unknown_element_is_refused_when_it_is_written(self):
        with self.assertRaisesRegex(ValidationError, "SKIL"):
            self.add_rule("SKIL", amount_select="gov")

    def test_an_element_that_was_not_computed_stops_the_run(self):
        self.new_person()
        self.lock_month()
        run = self.new_run()
        rule = self.env.ref("gov_payroll.rule_skill")
        # a code that went past the check, as after a change of the hook
        self.env.cr.execute(
            "UPDATE hr_salary_rule SET code = 'SKIL' WHERE id = %s", [rule.id]
        )
        self.env.invalidate_all()

        with self.assertRaisesRegex(UnknownPayElement, "SKIL"):
            run.action_gov_compute()

    def test_a_total_needs_a_category(self):
        with self.assertRaises(ValidationError):
            self.add_rule("TOTAL", amount_select="gov_total")

    def test_a_rule_added_under_the_earnings_is_paid_and_added_up(self):
        person = self.new_person()
        self.add_rule("HEAT", amount_select="fix", amount_fix=120)

        run = self.computed_run()

        self.assert_paid(run, person, heat=120, gross=3420)

    def test_a_mistyped_category_stops_the_run_instead_of_paying_zero(self):
        self.new_person()
        self.add_rule(
            "HEAT",
            amount_select="code",
            amount_python_compute="result = categories.BASCI * 0.1",
        )

        with self.assertRaisesRegex(UserError, "BASCI"):
            self.computed_run()

    def test_a_known_category_without_amounts_is_zero(self):
        person = self.new_person()
        self.add_rule(
            "HEAT",
            sequence=1,
            amount_select="code",
            amount_python_compute="result = categories.BASIC + 5",
        )

        self.assert_paid(self.computed_run(), person, heat=5)

    def test_sums_of_cents_are_exact(self):
        person = self.new_person(wage=0.1)
        self.add_rule("HEAT", amount_select="fix", amount_fix=0.2)
        run = self.computed_run()

        self.assert_paid(run, person, gross=300.3)
        self.assertEqual(run.gov_gross, 300.3)

    def test_a_category_in_use_cannot_be_deleted(self):
        self.new_person()
        self.computed_run()
        category = self.env.ref("gov_payroll.category_reward")
        self.env.ref("gov_payroll.rule_perf").category_id = False

        with self.assertRaises(UserError):
            category.unlink()
