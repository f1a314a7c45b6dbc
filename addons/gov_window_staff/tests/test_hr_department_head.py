"""The head of a site is registered once, then changed by appointment only (O8)."""

from datetime import date

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from ..exceptions import DocumentLocked
from .common import HR_OFFICER, SITE_OFFICER, RpcCommon, WindowStaffCommon

SITES = "hr.department"


@tagged("post_install", "-at_install")
class TestHead(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.first, cls.second = cls.new_person(), cls.new_person()

    def test_empty_post_is_registered_by_hand(self):
        self.town.write({"manager_id": self.first.id, "gov_head_since": "2024-03-01"})

        self.assertEqual(self.town.manager_id, self.first)
        self.assertTrue(self.town.gov_head_fixed)

    def test_registered_head_is_not_changed_by_hand(self):
        self.town.manager_id = self.first

        for vals in (
            {"manager_id": self.second.id},
            {"manager_id": False},
            {"gov_level": False},
            {"name": "新镇", "manager_id": self.second.id},
        ):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                self.town.write(vals)
        self.assertEqual(self.town.manager_id, self.first)

    def test_first_day_of_a_head_is_not_changed_by_hand(self):
        self.town.write({"manager_id": self.first.id, "gov_head_since": "2024-03-01"})

        with self.assertRaises(DocumentLocked):
            self.town.gov_head_since = "2020-01-01"

    def test_same_head_written_again_is_no_change(self):
        self.town.manager_id = self.first

        self.town.write({"manager_id": self.first.id, "name": "新镇便民服务中心"})

        self.assertEqual(self.town.name, "新镇便民服务中心")

    def test_one_registered_site_among_several_stops_the_write(self):
        self.town.manager_id = self.first

        with self.assertRaises(DocumentLocked):
            (self.town_b + self.town).manager_id = self.second

    def test_approved_appointment_changes_the_head_and_leaves_a_trace(self):
        self.town.manager_id = self.first
        self.flush_tracking()

        # the builders write without a trace
        town = self.town.with_context(tracking_disable=False, mail_notrack=False)
        town._gov_appoint_head(self.second, date(2026, 3, 1))

        self.flush_tracking()
        self.assertEqual(self.town.manager_id, self.second)
        self.assertEqual(self.town.gov_head_since, date(2026, 3, 1))
        tracked = self.town.message_ids.tracking_value_ids
        self.assertIn(self.first.name, tracked.mapped("old_value_char"))

    def test_post_that_falls_vacant_can_be_registered_again(self):
        self.town.manager_id = self.first

        self.town._gov_appoint_head(self.env["hr.employee"])

        self.assertFalse(self.town.gov_head_since)
        self.town.manager_id = self.second
        self.assertEqual(self.town.manager_id, self.second)

    def test_department_outside_the_tree_is_not_guarded(self):
        office = self.env[SITES].create({"name": "后勤", "manager_id": self.first.id})

        office.manager_id = self.second

        self.assertEqual(office.manager_id, self.second)

    def flush_tracking(self):
        self.env.flush_all()
        self.cr.precommit.run()


@tagged("post_install", "-at_install")
class TestHeadOverRpc(RpcCommon, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")
        cls.site_officer = cls.new_user("site", SITE_OFFICER, sites=cls.town)
        cls.head, cls.other = cls.new_person(), cls.new_person()
        cls.town.manager_id = cls.head

    def test_officer_with_a_forged_key_does_not_change_the_head(self):
        for key in (True, "UNLOCK", {"a": 1}):
            with self.subTest(key=key):
                with self.assertRaisesRegex(
                    JsonRpcException, "UserError|DocumentLocked"
                ):
                    self.call(
                        self.officer,
                        SITES,
                        "write",
                        self.town.ids,
                        {"manager_id": self.other.id},
                        context={"gov_unlock": key},
                    )
        self.assertEqual(self.town.manager_id, self.head)

    def test_appointment_method_is_not_callable(self):
        with self.assertRaisesRegex(JsonRpcException, "Private|AccessError"):
            self.call(
                self.officer, SITES, "_gov_appoint_head", self.town.ids, self.other.id
            )

    def test_site_officer_does_not_register_a_head(self):
        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(
                self.site_officer,
                SITES,
                "write",
                self.village.ids,
                {"manager_id": self.other.id},
            )

    def test_officer_registers_the_head_of_an_empty_post(self):
        self.call(
            self.officer,
            SITES,
            "write",
            self.village.ids,
            {"manager_id": self.other.id},
        )

        self.assertEqual(self.village.manager_id, self.other)
