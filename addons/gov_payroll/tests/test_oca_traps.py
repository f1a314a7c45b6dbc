"""Traps of OCA payroll 19.0 that are closed here; each test fails without its guard."""

from datetime import date

from .common import PayrollCommon


class TestStockSlips(PayrollCommon):
    """Slips outside a window-staff run, computed and confirmed the stock way."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rule = cls.env["hr.salary.rule"].create(
            {
                "name": "Fixed",
                "code": "FIXED",
                "amount_select": "fix",
                "amount_fix": 100,
                "category_id": cls.env.ref("gov_payroll.category_basic").id,
            }
        )
        cls.structure = cls.env["hr.payroll.structure"].create(
            {"name": "Stock", "code": "STOCK", "parent_id": False}
        )
        cls.structure.rule_ids = cls.rule

    def slips(self, count):
        """Draft slips of people with a contract in October."""
        people = [
            self.new_person(contract_date_start=date(2026, 1, 1)) for _ in range(count)
        ]
        return self.env["hr.payslip"].create(
            [
                {
                    "employee_id": person.id,
                    "contract_id": person.version_id.id,
                    "struct_id": self.structure.id,
                    "date_from": date(2026, 10, 1),
                    "date_to": date(2026, 10, 31),
                }
                for person in people
            ]
        )

    def test_several_slips_are_confirmed_at_once(self):
        slips = self.slips(2)
        slips.compute_sheet()

        slips.action_payslip_done()

        self.assertEqual(set(slips.mapped("state")), {"done"})

    def test_confirming_does_not_change_reviewed_figures(self):
        slip = self.slips(1)
        slip.compute_sheet()
        self.rule.amount_fix = 999

        slip.action_payslip_done()

        self.assertEqual(slip.line_ids.total, 100)

    def test_a_draft_without_figures_is_computed_when_confirmed(self):
        slip = self.slips(1)

        slip.action_payslip_done()

        self.assertEqual(slip.line_ids.total, 100)

    def test_computing_gives_numbers_and_replaces_the_lines(self):
        slips = self.slips(2)
        slips.compute_sheet()
        numbers = slips.mapped("number")

        slips.compute_sheet()

        self.assertTrue(all(numbers))
        self.assertEqual(slips.mapped("number"), numbers)
        self.assertEqual(len(slips.line_ids), 2)

    def test_computing_again_is_not_quadratic(self):
        def statements(slips):
            slips.compute_sheet()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            slips.compute_sheet()
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        few, many = self.slips(2), self.slips(8)
        for slip in few | many:
            slip.number = f"X{slip.id}"

        growth = (statements(many) - statements(few)) / 6

        self.assertLessEqual(growth, 3)

    def test_a_refund_still_works(self):
        slip = self.slips(1)
        slip.action_payslip_done()

        slip.refund_sheet()

        self.assertTrue(slip.refunded_id.credit_note)
        self.assertEqual(slip.refunded_id.state, "done")


class TestNoContractDates(PayrollCommon):
    def test_a_person_without_contract_dates_is_paid(self):
        person = self.new_person()
        self.assertFalse(person.contract_date_start)

        self.assert_paid(self.computed_run(), person, gross=3300)

    def test_a_version_in_the_middle_of_the_month_does_not_lose_the_lines(self):
        person = self.new_person(wage=3000)
        person.create_version({"date_version": date(2026, 10, 16), "wage": 3200})

        self.assert_paid(self.computed_run(), person, basic=3200, gross=3500)


class TestRecordRules(PayrollCommon):
    """An OCA payroll officer sees the own slip and those of the own department."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.payroll_officer = cls.new_user("oca", "payroll.group_payroll_user")
        cls.homeless = cls.new_person(department_id=False)
        cls.foreign = cls.env["hr.payslip"].create(
            {
                "employee_id": cls.homeless.id,
                "contract_id": cls.homeless.version_id.id,
            }
        )
        vals = {
            "name": "x",
            "code": "X",
            "contract_id": cls.homeless.version_id.id,
        }
        rule = cls.env.ref("gov_payroll.rule_basic")
        cls.parts = {
            "hr.payslip.line": cls.env["hr.payslip.line"].create(
                {**vals, "slip_id": cls.foreign.id, "salary_rule_id": rule.id}
            ),
            "hr.payslip.input": cls.env["hr.payslip.input"].create(
                {**vals, "payslip_id": cls.foreign.id}
            ),
            "hr.payslip.worked_days": cls.env["hr.payslip.worked_days"].create(
                {**vals, "payslip_id": cls.foreign.id}
            ),
        }

    def seen(self, model):
        return self.env[model].with_user(self.payroll_officer).search([])

    def test_the_slip_of_a_person_without_department_is_not_everybodys(self):
        self.assertNotIn(self.foreign, self.seen("hr.payslip"))

    def test_lines_inputs_and_days_follow_the_rule_of_their_slip(self):
        for model, part in self.parts.items():
            with self.subTest(model=model):
                self.assertNotIn(part, self.seen(model))

    def test_the_own_slip_and_its_parts_are_seen(self):
        self.homeless.user_id = self.payroll_officer

        self.assertIn(self.foreign, self.seen("hr.payslip"))
        for model, part in self.parts.items():
            with self.subTest(model=model):
                self.assertIn(part, self.seen(model))

    def test_a_head_of_department_sees_the_slips_of_the_department(self):
        head = self.new_person(user_id=self.payroll_officer.id)
        self.town.manager_id = head
        self.homeless.department_id = self.town

        self.assertIn(self.foreign, self.seen("hr.payslip"))
        self.assertIn(self.parts["hr.payslip.line"], self.seen("hr.payslip.line"))

    def test_a_payroll_manager_still_sees_all(self):
        self.payroll_officer.group_ids |= self.env.ref("payroll.group_payroll_manager")

        for model, part in self.parts.items():
            with self.subTest(model=model):
                self.assertIn(part, self.seen(model))

    def test_a_plain_hr_user_is_not_offered_slips_that_fail(self):
        user = self.new_user("plain_hr", "hr.group_hr_user")

        profile = self.homeless.with_user(user)

        self.assertNotIn("slip_ids", profile.fields_get())
        self.assertTrue(profile.read(["name", "work_email"]))
