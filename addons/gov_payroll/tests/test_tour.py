"""A whole run in the browser, in Chinese, from readiness to the bank's answer."""

from datetime import date
from unittest.mock import patch

from odoo.tests import HttpCase, tagged

from odoo.addons.gov_window_staff.rules.month import Month

from ..models.run.hr_payslip_run_jobs import AT_ONCE
from ..models.slips import run_computation
from .common_export import ExportCommon


@tagged("post_install", "-at_install")
class TestTour(HttpCase, ExportCommon):
    """Three people of September and one who joined; each user does the own step."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        users = cls.officer | cls.checker | cls.finance | cls.leader
        users.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        cls.template().encoding = "utf-8"
        cls.new_certificate(cls.people[0], 3)
        cls.computed_run(Month(2026, 9))
        cls.joined = cls.new_payee(
            4, name="赵六", entry=date(2026, 10, 1), contract_type_id=False
        )
        cls.lock_month()
        cls.pay = cls.new_run()
        cls.url = f"/odoo/gov-pay-runs/{cls.pay.id}"
        cls.env["ir.config_parameter"].set_param(AT_ONCE, "1")
        cls.startClassPatcher(patch.object(run_computation, "CHUNK", 2))

    def tour(self, name, user):
        self.start_tour(self.url, f"gov_payroll_{name}_tour", login=user.login)

    def follow_jobs(self):
        """No job runner here: one part is computed whenever the page asks."""
        ask = type(self.pay).gov_progress_now

        def work_and_ask(run):
            whole = run.sudo()
            waiting = whole.gov_chunk_ids.filtered(lambda part: part.state != "done")
            waiting[:1]._job_compute()
            if not waiting:
                whole._gov_job_close()
            run.invalidate_recordset()
            return ask(run)

        self.patch(type(self.pay), "gov_progress_now", work_and_ask)

    def test_a_run_goes_from_readiness_to_the_banks_answer_in_chinese(self):
        self.follow_jobs()

        self.tour("readiness", self.officer)
        self.assertEqual(self.joined.contract_type_id, self.staffing)
        self.assertFalse(self.pay.gov_gap_ids.employee_id)
        self.assertEqual(self.pay.state, "draft")

        self.tour("compute", self.officer)
        self.assertEqual((self.pay.state, len(self.pay.slip_ids)), ("submitted", 4))

        self.tour("agree", self.checker)
        self.tour("finance", self.finance)
        self.assertFalse(self.pay.sudo().gov_unchecked_count)
        self.tour("agree", self.leader)
        self.assertEqual(self.pay.state, "approved")

        self.tour("lock", self.officer)
        self.assertEqual(self.pay.state, "locked")

        self.tour("finance_pack", self.finance)
        payments = self.pay.sudo().gov_export_ids.payment_ids
        self.assertEqual(payments.mapped("state"), ["paid", "refused", "paid", "paid"])
