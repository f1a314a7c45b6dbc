"""补发补扣: a closed month is never edited, the next run pays the difference."""

from datetime import date

from odoo.exceptions import AccessError, UserError

from odoo.addons.gov_assessment.tests.common import OCTOBER
from odoo.addons.gov_assessment.tests.common_appeal import CorrectionMixin

from .common import PayrollCommon

NOVEMBER = OCTOBER.next()


class TestLateCertificate(PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person(wage=3000)
        cls.certificate = cls.new_certificate(
            cls.person, rank=2, issued=date(2026, 8, 3), verified=False
        )
        cls.october = cls.locked_run()
        cls.certificate._unprotected().write(
            {"state": "verified", "verify_date": date(2026, 11, 9)}
        )
        cls.november = cls.computed_run(NOVEMBER)

    def row(self, run, code):
        return run.gov_arrears_ids.filtered(lambda row: row.code == code)

    def test_allowance_of_the_closed_month_is_paid_with_the_next(self):
        self.assert_paid(self.october, self.person, skill=0, basic=3000)
        self.assert_paid(self.november, self.person, skill=150, arrears=150)

    def test_row_names_month_cause_and_certificate(self):
        self.assertRecordValues(
            self.row(self.november, "SKILL"),
            [
                {
                    "date_from": date(2026, 10, 1),
                    "paid": 0,
                    "due": 150,
                    "difference": 150,
                    "cause": "certificate",
                    "basis": self.certificate.number,
                }
            ],
        )

    def test_line_of_the_slip_explains_itself(self):
        line = self.slip(self.november, self.person).line_ids.filtered(
            lambda line: line.code == "ARREARS"
        )

        self.assertIn("2026-10 Skill Allowance +150.00", line.gov_explanation)
        self.assertIn(self.certificate.number, line.gov_explanation)

    def test_computing_again_finds_the_same_once(self):
        self.november.action_gov_compute()

        self.assert_paid(self.november, self.person, skill=150, arrears=150)
        self.assertEqual(len(self.november.gov_arrears_ids), 1)

    def test_what_was_paid_is_not_owed_in_december(self):
        self.lock(self.november)

        december = self.computed_run(NOVEMBER.next())

        self.assertFalse(december.gov_arrears_ids)

    def test_held_row_is_not_paid_and_comes_up_again(self):
        self.row(self.november, "SKILL").with_user(self.officer)._hold("待核实")
        self.assertEqual(self.november.state, "draft")

        self.november.action_gov_compute()

        codes = self.slip(self.november, self.person).line_ids.mapped("code")
        self.assertNotIn("ARREARS", codes)
        self.assertEqual(self.row(self.november, "SKILL").hold_reason, "待核实")
        self.lock(self.november)
        december = self.computed_run(NOVEMBER.next())
        self.assert_paid(december, self.person, arrears=150)

    def test_released_row_is_paid(self):
        row = self.row(self.november, "SKILL").with_user(self.officer)
        row._hold("待核实")
        row.action_release()

        self.november.action_gov_compute()

        self.assert_paid(self.november, self.person, arrears=150)

    def test_only_officers_hold_back_and_never_their_own(self):
        row = self.row(self.november, "SKILL")
        for user in (self.leader, self.finance):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                row.with_user(user)._hold("x")
        self.person.user_id = self.officer
        with self.assertRaisesRegex(UserError, "yourself"):
            row.with_user(self.officer)._hold("x")

    def test_rows_of_a_locked_run_stay(self):
        self.lock(self.november)
        row = self.row(self.november, "SKILL").with_user(self.officer)

        with self.assertRaises(UserError):
            row.action_hold()
        for change in (
            lambda: row.write({"difference": 0}),
            row.unlink,
            lambda: row.copy(),
        ):
            with self.assertRaises(UserError):
                change()

    def test_nobody_else_reads_them(self):
        site = self.new_user("arrears_site", "gov_window_staff.group_site_officer")
        for user in (site, self.plain_user, self.portal_user):
            with self.subTest(user=user.login):
                rows = self.env["gov.pay.arrears"].with_user(user)
                self.assertFalse(rows.has_access("read"))

    def test_finance_sees_them_once_computed(self):
        rows = self.env["gov.pay.arrears"].with_user(self.finance)
        self.assertTrue(rows.search([]))

        self.november._gov_outdate()

        self.assertFalse(rows.search([]))


class TestBackDatedMovement(PayrollCommon):
    def test_wage_lowered_back_dated_is_taken_back(self):
        person = self.new_person(wage=3000)
        self.locked_run()

        person.create_version({"date_version": date(2026, 10, 1), "wage": 2800})

        november = self.computed_run(NOVEMBER)
        self.assert_paid(november, person, basic=2800, arrears=-200)
        self.assertEqual(november.gov_arrears_ids.cause, "movement")

    def test_change_from_the_new_month_on_owes_nothing(self):
        person = self.new_person(wage=3000)
        self.locked_run()

        person.create_version({"date_version": date(2026, 11, 1), "wage": 3200})

        november = self.computed_run(NOVEMBER)
        self.assertFalse(november.gov_arrears_ids)

    def test_months_that_were_never_paid_owe_nothing(self):
        self.new_person(wage=3000)
        self.lock_month()

        self.assertFalse(self.computed_run(NOVEMBER).gov_arrears_ids)

    def test_who_left_is_paid_what_an_earlier_month_owes_and_nothing_else(self):
        person = self.new_person(wage=3000)
        self.new_person()
        self.locked_run()
        person.gov_leave_date = date(2026, 10, 31)
        person.version_id.wage = 3100

        november = self.computed_run(NOVEMBER)

        self.assert_paid(november, person, arrears=100, gross=100, net=100, basic=0)

    def test_leaving_that_is_entered_late_takes_the_days_back(self):
        person = self.new_person(wage=2175)
        self.new_person()
        self.locked_run()
        # 11 working days and the statutory 1 and 2 October: 13 of 2175 / 21.75 yuan
        person.gov_leave_date = date(2026, 10, 21)

        november = self.computed_run(NOVEMBER)

        october = november.gov_arrears_ids.filtered(lambda row: row.code == "BASIC")
        self.assertRecordValues(
            october, [{"paid": 2175, "due": 1300, "difference": -875}]
        )


class TestCorrectedMonth(CorrectionMixin, PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_month()
        for person in (cls.lan, cls.mei, cls.tao, cls.bo):
            person.contract_type_id = cls.staffing
        cls.october = cls.new_run()
        cls.october.action_gov_compute()
        cls.lock(cls.october)
        cls.correction = cls.applied()

    def test_upheld_appeal_pays_its_difference_with_the_cause(self):
        november = self.computed_run(NOVEMBER)

        expected = {
            line.employee_id: line.reward_difference
            for line in self.correction.line_ids
            if line.reward_difference
        }
        rows = november.gov_arrears_ids
        self.assertTrue(expected)
        self.assertEqual({r.employee_id: r.difference for r in rows}, expected)
        self.assertEqual(set(rows.mapped("cause")), {"appeal"})

    def test_locking_settles_the_correction(self):
        november = self.computed_run(NOVEMBER)
        lines = self.env["gov.appraisal.correction.line"]
        self.assertTrue(lines._due(self.county, NOVEMBER))

        self.lock(november)

        self.assertFalse(lines._due(self.county, NOVEMBER))

    def test_month_that_no_run_paid_yet_has_no_arrears(self):
        self.assertFalse(self.october.gov_arrears_ids)
