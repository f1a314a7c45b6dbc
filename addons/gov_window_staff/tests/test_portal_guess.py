"""Guessing: two people with portal logins, each trying the other's addresses."""

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from .common import RpcCommon, WindowStaffCommon
from .common_certificate import CertificateMixin
from .common_portal import PortalMixin


@tagged("post_install", "-at_install")
class TestGuess(PortalMixin, CertificateMixin, RpcCommon, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()
        cls.document = cls.new_document(kind="undertaking")
        cls.request = cls.ask()
        cls.certificate = cls.new_certificate(cls.zhang, number="P-SECRET")

    def foreign_pages(self):
        return {
            f"/my/corrections/{self.request.id}": "/my/corrections",
            f"/my/corrections/{self.request.id}/evidence": "/my/corrections",
            f"/my/certificates/{self.certificate.id}/scan": "/my/certificates",
            f"/my/rules/{self.line(self.document).id}": "/my/rules",
            f"/my/rules/{self.line(self.document).id}/signed": "/my/rules",
        }

    def test_page_of_another_person_leads_to_the_own_list(self):
        for path, own_list in self.foreign_pages().items():
            response = self.open(path, self.li_user)
            with self.subTest(path=path):
                self.assert_back_to(response, own_list)
                self.assertNotIn("139****0002", response.text)
                self.assertNotIn("P-SECRET", response.text)

    def test_form_of_another_person_changes_nothing(self):
        line = self.line(self.document)
        waiting = self.upload(self.zhang, number="P-WAIT")
        for path, form in (
            (f"/my/corrections/{self.request.id}/withdraw", {}),
            (f"/my/corrections/{self.request.id}/discard", {}),
            (f"/my/certificates/{waiting.id}/withdraw", {}),
            (f"/my/rules/{line.id}/answer", {"answer": "agree", "read": "1"}),
        ):
            response = self.post(path, self.li_user, **form)
            with self.subTest(path=path):
                self.assertEqual(response.status_code, 200)
        self.assertEqual(self.request.state, "submitted")
        self.assertEqual(line.state, "pending")
        self.assertTrue(waiting.exists())

    def test_lists_hold_own_records_only(self):
        for path, foreign in (
            ("/my/corrections", f"/my/corrections/{self.request.id}"),
            ("/my/certificates", "P-SECRET"),
            ("/my/rules", f'/my/rules/{self.line(self.document).id}"'),
        ):
            with self.subTest(path=path):
                self.assertIn(foreign, self.open(path, self.zhang_user).text)
                self.assertNotIn(foreign, self.open(path, self.li_user).text)

    def test_addresses_are_not_taken_by_get(self):
        for path in (
            f"/my/corrections/{self.request.id}/withdraw",
            f"/my/rules/{self.line(self.document).id}/answer",
        ):
            with self.subTest(path=path):
                self.assertEqual(self.open(path).status_code, 405)

    def test_portal_user_reads_nothing_over_rpc(self):
        for record, field in (
            (self.request, "new_value"),
            (self.request.field_id, "name"),
            (self.line(self.document), "state"),
            (self.document, "name"),
            (self.certificate, "number"),
            (self.zhang, "private_phone"),
        ):
            with self.subTest(model=record._name):
                with self.assertRaisesRegex(JsonRpcException, "AccessError"):
                    self.call(
                        self.zhang_user, record._name, "read", record.ids, [field]
                    )

    def test_methods_behind_the_pages_are_not_called_over_rpc(self):
        line = self.line(self.document)
        for record, method in (
            (self.request, "_withdraw"),
            (line, "_acknowledge"),
            (self.zhang, "_gov_own"),
            (self.zhang, "_gov_set_card"),
        ):
            with self.subTest(method=method):
                with self.assertRaisesRegex(JsonRpcException, "rivate|AccessError"):
                    self.call(self.zhang_user, record._name, method, record.ids)
        for record, method in (
            (self.request, "action_approve"),
            (self.document, "action_close"),
            (line, "action_paper"),
        ):
            with self.subTest(method=method):
                with self.assertRaisesRegex(JsonRpcException, "AccessError"):
                    self.call(self.zhang_user, record._name, method, record.ids)
        self.assertEqual((self.request.state, line.state), ("submitted", "pending"))
