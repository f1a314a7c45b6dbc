"""Reviews handed in by the rating platform, and the further columns of the workbook."""

from datetime import datetime

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common_rev import ReviewCommon

MODEL = "gov.import.review"


class ReceiveCommon(ReviewCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.window = cls.new_window(number="A01")

    def row(self, **values):
        return {
            "number": "PJ-1",
            "case_number": "BJ-1",
            "staff_no": self.person.gov_staff_no,
            "rating": 2,
            "reviewed_at": "2026-10-10 09:30",
            **values,
        }

    def receive(self, *rows, user=None):
        model = self.reviews.with_user(user or self.officer)
        return model.with_context(lang="zh_CN").gov_receive(list(rows))


@tagged("post_install", "-at_install")
class TestReceive(ReceiveCommon):
    def review(self, number="PJ-1"):
        return self.reviews.search([("number", "=", number)])

    def test_row_with_every_key_becomes_a_review(self):
        result = self.receive(
            self.row(
                service_turn=2,
                item_code="3201",
                item_name="社会保障卡申领",
                window_number="A01",
                channel="评价器",
                indicators=["服务态度", "11"],
                comment="等了很久",
                citizen_name="张三丰",
                citizen_phone="13800000001",
                is_public=True,
                is_default=False,
            )
        )

        self.assertEqual(result, {"created": ["PJ-1"], "updated": [], "errors": []})
        review = self.review()
        self.assertRecordValues(
            review,
            [
                {
                    "employee_id": self.person.id,
                    "rating": "2",
                    "reviewed_at": datetime(2026, 10, 10, 1, 30),
                    "service_turn": 2,
                    "item_name": "社会保障卡申领",
                    "window_id": self.window.id,
                    "channel": "3",
                    "comment": "等了很久",
                    "is_public": True,
                    "state": "to_verify",
                }
            ],
        )
        self.assertEqual(set(review.indicator_ids.mapped("code")), {"13", "11"})

    def test_rows_in_order_are_kept_and_the_others_named(self):
        result = self.receive(
            self.row(),
            self.row(number="PJ-2", case_number="BJ-2", staff_no="W999"),
            self.row(number="PJ-3", case_number="BJ-1"),
            self.row(number="PJ-4", case_number="BJ-4", rating=7),
            self.row(number="PJ-5", case_number="BJ-5", stars=3),
        )

        self.assertEqual(result["created"], ["PJ-1"])
        self.assertEqual(
            [(e["row"], e["number"]) for e in result["errors"]],
            [(2, "PJ-2"), (3, "PJ-3"), (4, "PJ-4"), (5, "PJ-5")],
        )
        messages = {e["number"]: e["message"] for e in result["errors"]}
        self.assertIn("工号", messages["PJ-2"])
        self.assertIn("PJ-1", messages["PJ-3"])
        self.assertFalse(self.review("PJ-2"))

    def test_known_review_is_brought_up_to_date(self):
        self.receive(self.row())

        result = self.receive(self.row(comment="补充"))

        self.assertEqual(result["updated"], ["PJ-1"])
        self.assertEqual(self.review().comment, "补充")

    def test_missing_key_leaves_what_is_recorded(self):
        self.receive(self.row(comment="慢", verdict="属实"))

        self.receive(self.row())

        self.assertRecordValues(self.review(), [{"comment": "慢", "verdict": "true"}])

    def test_platform_does_not_overrule_a_check_made_here(self):
        self.receive(self.row())
        self.review().with_user(self.officer)._verify("mistaken", "wrong window")

        result = self.receive(self.row(verdict="属实"))

        self.assertEqual(len(result["errors"]), 1)
        self.assertEqual(self.review().verdict, "mistaken")

    def test_each_service_of_a_case_is_rated_once(self):
        self.receive(self.row())

        again = self.receive(self.row(number="PJ-9"))
        second = self.receive(self.row(number="PJ-8", service_turn=2))

        self.assertEqual(len(again["errors"]), 1)
        self.assertEqual(second["created"], ["PJ-8"])

    def test_only_lists_of_objects_of_bearable_length(self):
        for rows in ("x", {"number": 1}, ["x"], [{}] * 1001):
            with self.subTest(rows=str(rows)[:9]), self.assertRaises(ValidationError):
                self.reviews.with_user(self.officer).gov_receive(rows)

    def test_empty_row_is_refused_with_its_problems(self):
        result = self.receive({})

        self.assertEqual({e["row"] for e in result["errors"]}, {1})
        self.assertFalse(result["created"])

    def test_only_officers_hand_in(self):
        for user in (self.site_officer, self.leader, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.receive(self.row(), user=user)

    # -- the citizen -----------------------------------------------------------------

    def test_citizen_is_shown_with_stars_and_the_look_is_noted(self):
        self.receive(self.row(citizen_name="张三丰", citizen_phone="13800000001"))
        review = self.review().with_user(self.site_officer)
        self.assertEqual(review.citizen_name, "张**")
        self.assertEqual(review.citizen_phone, "138****0001")
        self.assertTrue(review.is_named)
        for user in (self.officer, self.site_officer, self.leader):
            with self.assertRaises(AccessError):
                review.with_user(user).read(["citizen_phone_full"])

        shown = review.action_show_contact()["params"]["message"]

        self.assertEqual(shown, "张三丰 13800000001")
        self.assertIn(self.site_officer.name, review.message_ids[0].body)

    def test_leader_does_not_see_the_contact(self):
        self.receive(self.row(citizen_name="张三丰"))

        with self.assertRaises(AccessError):
            self.review().with_user(self.leader).action_show_contact()

    def test_saving_the_stars_keeps_the_name(self):
        self.receive(self.row(citizen_name="张三丰", citizen_phone="13800000001"))
        review = self.review().with_user(self.officer)

        review.write({"citizen_name": "张**", "citizen_phone": "13900000002"})

        self.assertEqual(review.sudo().citizen_name_full, "张三丰")
        self.assertEqual(review.citizen_phone, "139****0002")

    # -- the workbook ------------------------------------------------------------------

    def test_workbook_takes_the_same_columns(self):
        row = {
            "评价编号": "PJ-X",
            "工号": self.person.gov_staff_no,
            "评价等级": "满意",
            "评价时间": "2026-10-10 09:30",
            "评价渠道": "短信",
            "评价指标": "服务效率、服务态度",
            "窗口编号": "A01",
            "评价人姓名": "李四",
        }

        review = self.import_rows(MODEL, row, user=self.officer).records

        self.assertEqual((review.channel, review.citizen_name), ("6", "李*"))
        self.assertEqual(len(review.indicator_ids), 2)
        self.assertEqual(
            self.import_rows(MODEL, row, user=self.officer).records, review
        )

    def test_workbook_names_unknown_windows_and_indicators(self):
        row = {
            "评价编号": "PJ-X",
            "工号": self.person.gov_staff_no,
            "评价等级": "满意",
            "评价时间": "2026-10-10 09:30",
        }
        reason = "找不到对应的记录，请核对，或先导入相应的表"
        for column, value in (("窗口编号", "Z99"), ("评价指标", "颜值")):
            with self.subTest(column=column):
                self.assert_refused(
                    MODEL,
                    [{**row, column: value}],
                    f"好差评.xlsx 第 2 行“{column}”列，值“{value}”：{reason}",
                )


@tagged("post_install", "-at_install")
class TestReceiveRpc(RpcCommon, ReceiveCommon):
    def test_interface_over_the_wire(self):
        result = self.call(
            self.officer, self.reviews._name, "gov_receive", [self.row()]
        )

        self.assertEqual(result["created"], ["PJ-1"])

    def test_site_officer_is_refused_over_the_wire(self):
        with self.assertRaisesRegex(JsonRpcException, "AccessError"):
            self.call(
                self.site_officer, self.reviews._name, "gov_receive", [self.row()]
            )

    def test_key_cannot_be_forged_over_the_wire(self):
        review = self.bad_review()
        for context in ({"gov_unlock": True}, {"gov_settling": 1}):
            with self.assertRaisesRegex(JsonRpcException, "DocumentLocked"):
                self.call(
                    self.officer,
                    self.reviews._name,
                    "write",
                    review.ids,
                    {"verdict": "mistaken"},
                    context=context,
                )
