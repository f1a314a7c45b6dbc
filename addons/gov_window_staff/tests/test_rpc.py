"""The same refusals over the wire, as a script would try it."""

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from .common import HR_OFFICER, SITE_OFFICER, RpcCommon, WindowStaffCommon

VERSION = "gov.allowance.table.version"


@tagged("post_install", "-at_install")
class TestRpc(RpcCommon, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")
        cls.site_officer = cls.new_user("site", SITE_OFFICER, sites=cls.town)
        cls.plain = cls.new_user("plain")
        cls.version = cls.new_version(cls.new_table(), "2026-01-01", in_force=True)

    def assert_refused(self, message, user, model, method, *args, **kwargs):
        with self.assertRaisesRegex(JsonRpcException, message):
            self.call(user, model, method, *args, **kwargs)

    def test_version_in_force_is_not_written_with_a_forged_key(self):
        for key in (True, "UNLOCK", {"a": 1}):
            with self.subTest(key=key):
                self.assert_refused(
                    "UserError",
                    self.officer,
                    VERSION,
                    "write",
                    self.version.ids,
                    {"state": "draft"},
                    context={"gov_unlock": key},
                )
        self.assertEqual(self.version.state, "in_force")

    def test_rate_of_a_version_in_force_is_not_written(self):
        self.assert_refused(
            "DocumentLocked",
            self.officer,
            "gov.allowance.rate",
            "write",
            self.version.rate_ids.ids,
            {"amount": 9999},
            context={"gov_unlock": True},
        )
        self.assertEqual(self.version.rate_ids.amount, 100)

    def test_version_and_policy_in_force_are_not_deleted(self):
        for record in (self.version, self.version.rate_ids, self.version.table_id):
            with self.subTest(model=record._name):
                self.assert_refused(
                    "DocumentLocked", self.officer, record._name, "unlink", record.ids
                )

    def test_plain_user_does_not_put_a_policy_in_force(self):
        draft = self.new_version(self.version.table_id, "2027-01-01")

        self.assert_refused(
            "AccessError", self.plain, VERSION, "action_put_in_force", draft.ids
        )

    def test_plain_user_does_not_give_himself_sites(self):
        self.assert_refused(
            "AccessError",
            self.plain,
            "res.users",
            "write",
            self.plain.ids,
            {"gov_department_ids": [(6, 0, self.county.ids)]},
        )

    def test_site_officer_does_not_read_other_sites_certificates(self):
        certificate = self.new_certificate(self.new_person(site=self.town_b))

        self.assert_refused(
            "AccessError",
            self.site_officer,
            "gov.certificate",
            "read",
            certificate.ids,
            ["number"],
        )

    def test_plain_user_does_not_import(self):
        for importer in ("department", "roster", "certificate", "unit", "window"):
            with self.subTest(importer=importer):
                self.assert_refused(
                    "AccessError",
                    self.plain,
                    f"gov.import.{importer}",
                    "load",
                    ["code"],
                    [["N20"]],
                )

    def test_methods_that_rules_use_are_not_callable(self):
        for method in ("_unprotected", "_in_force", "_to_rules"):
            with self.subTest(method=method):
                self.assert_refused(
                    "Private|AccessError",
                    self.officer,
                    VERSION,
                    method,
                    self.version.ids,
                )
