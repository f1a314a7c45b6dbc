"""From the locked run to the bank's answer in the browser, in Chinese."""

from odoo.tests import HttpCase, tagged

from .common_export import ExportCommon


@tagged("post_install", "-at_install")
class TestFinancePackTour(HttpCase, ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.finance.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        cls.template().encoding = "utf-8"
        cls.pay = cls.locked_run()

    def test_finance_exports_a_run_and_reads_the_banks_answer(self):
        url = f"/odoo/gov-pay-runs/{self.pay.id}"

        self.start_tour(url, "gov_payroll_finance_pack_tour", login=self.finance.login)

        payments = self.pay.sudo().gov_export_ids.payment_ids
        self.assertEqual(payments.mapped("state"), ["paid", "refused", "paid"])
