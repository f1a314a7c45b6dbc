"""The finance pack over the wire: what scripts of logged-in users may not do."""

from odoo.tests import JsonRpcException, tagged

from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common_export import CARD, ExportCommon


@tagged("post_install", "-at_install")
class TestRpcFinance(RpcCommon, ExportCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template()
        cls.run_ = cls.locked_run()
        cls.pack = cls.export(cls.run_)

    def assert_refused(self, user, model, method, *args, **kwargs):
        with self.subTest(user=user.login, model=model, method=method):
            with self.assertRaises(JsonRpcException):
                self.call(user, model, method, *args, **kwargs)

    def test_nobody_writes_packs_payments_or_answers(self):
        payment, file = self.pack.payment_ids[0], self.pack.file_ids[0]
        for user in (self.finance, self.officer):
            for records, vals in (
                (self.pack, {"state": "withdrawn"}),
                (payment, {"state": "paid"}),
                (file, {"sha256": "0"}),
            ):
                self.assert_refused(user, records._name, "write", records.ids, vals)
                self.assert_refused(user, records._name, "unlink", records.ids)
                self.assert_refused(user, records._name, "create", [vals])

    def test_content_and_cards_do_not_leave_by_reading_or_searching(self):
        user = self.finance
        files, payments = self.pack.file_ids, self.pack.payment_ids
        self.assert_refused(user, files._name, "read", files.ids, ["content"])
        self.assert_refused(user, payments._name, "read", payments.ids, ["card"])
        self.assert_refused(
            user, payments._name, "search_read", [("card", "=", CARD.format(1))], ["id"]
        )
        self.assert_refused(
            user, payments._name, "formatted_read_group", [], ["card"], ["__count"]
        )

    def test_methods_behind_the_log_are_closed(self):
        for method in ("gov_zip", "gov_file", "_gov_hand_out"):
            self.assert_refused(self.finance, self.pack._name, method, self.pack.ids)

    def test_bank_matters_are_for_finance_only(self):
        for user in (self.officer, self.leader, self.site_officer, self.portal_user):
            self.assert_refused(
                user, "gov.pay.export", "action_withdraw", self.pack.ids
            )
            self.assert_refused(user, "gov.bank.template", "search_read", [], ["name"])
            self.assert_refused(user, "gov.bank.payment", "search_read", [], ["amount"])
            self.assert_refused(user, "gov.bank.return.import", "create", [{}])

    def test_finance_exports_and_reads_its_payments(self):
        self.call(self.finance, "hr.payslip.run", "action_gov_export", self.run_.ids)

        found = self.call(
            self.finance, "gov.bank.payment", "search_read", [], ["amount", "state"]
        )
        self.assertEqual({row["state"] for row in found}, {"sent"})
