"""A whole run in the browser, in Chinese, from readiness to the register."""

from datetime import date

from odoo.tests import HttpCase, tagged

from odoo.addons.gov_window_staff.rules.month import Month

from .common import PayrollCommon


@tagged("post_install", "-at_install")
class TestTour(HttpCase, PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        people = cls.officer | cls.checker | cls.finance | cls.leader
        people.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        cls.new_certificate(cls.new_person(education="bachelor"), 3)
        cls.new_person(wage=0)
        cls.computed_run(Month(2026, 9))
        cls.new_person(entry=date(2026, 10, 1))
        cls.lock_month()
        cls.pay = cls.new_run()

    def test_a_run_is_computed_approved_locked_and_printed_in_chinese(self):
        url = f"/odoo/gov-pay-runs/{self.pay.id}"

        self.start_tour(url, "gov_payroll_compute_tour", login=self.officer.login)
        self.assertEqual(self.pay.state, "computed")
        self.start_tour(url, "gov_payroll_submit_tour", login=self.officer.login)
        self.assertEqual(self.pay.state, "submitted")
        self.start_tour(url, "gov_payroll_agree_tour", login=self.checker.login)
        self.start_tour(url, "gov_payroll_finance_tour", login=self.finance.login)
        self.start_tour(url, "gov_payroll_agree_tour", login=self.leader.login)
        self.assertEqual(self.pay.state, "approved")
        self.start_tour(url, "gov_payroll_lock_tour", login=self.officer.login)
        self.assertEqual(self.pay.state, "locked")
