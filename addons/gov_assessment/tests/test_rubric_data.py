"""The shipped rubric says what the policy text says, item by item."""

import re
from datetime import date

from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import NotInForce

from .common import AssessmentCommon

# typed from the annex 考核细则(试行): code, points or range, words of that part
DEDUCTIONS = """
1.1   5     迟到、早退、离岗、串岗的,每人次扣5分
1.2   10    无特殊原因未录入考勤视同旷工,每人次扣10分
1.3   10    未请假擅离岗位的,视为旷工,每人次扣10分
1.4a  2     因个人原因请事假的每天扣2分
1.4b  2     请销假未备案的扣2分
1.5   30    等违反廉政工作纪律的,扣30分
1.6   30    或者媒体曝光的,每件次扣30分
2.1a  10    影响正常服务秩序的,每次扣10分
2.1b  10    经查属实的,每次扣10分
2.2   10    从事其他与工作无关事宜的,每人次扣10分
2.3a  10    无故不参加政务服务例会或活动,每人次扣10分
2.3b  10    从事与会议无关的情形,每人次扣10分
2.4   1-5   志愿者服务等活动的,每次酌情扣1-5分
3.1   5     未按要求着工装上岗的,每人次扣5分
3.2a  5     用语不规范,一经发现,每人次扣5分
3.2b  5     造成不良影响的,每人次扣5分
3.2c  10    经核实确认有效的,每人次扣10分
3.3a  10    造成服务对象往返跑的,经核实,每件次扣10分
3.3b  10    服务对象“两头跑”每出现一件扣10分
3.4   15    无故中止办理的,每发生一起扣15分
4.1   2-5   并进行动态调整的,个人未尽责的酌情扣2-5分
4.2   2-5   出现差错的,个人未尽责的酌情扣2-5分
4.3   1     排队或扎堆现象的,每次扣本人1分
4.4a  1     未按要求打开评价器的,每发现一次扣1分
4.4b  2     “好差评”出现“不满意”的每人次扣2分
4.5   2-5   后台集成审批服务不到位的,个人未尽责的酌情扣2-5分
4.6a  1-10  办事推诿影响联办时效的酌情扣1-10分
4.6b  15    造成不良影响的扣15分
5.1   5     卫生不整洁,每日次扣5分
5.2   15    发票等重要物品,每次扣15分
5.3a  10    与工作无关的电器设备,每人次扣10分
5.3b  15    酿成安全事故的,扣15分
5.4   5     关闭窗口设备的,每发现一次扣5分
5.5a  5     保密义务等相关要求的,每件次扣5分
5.5b  15    造成严重影响的,一次性扣15分,取消年度评优资格
"""
BONUSES = """
6.1a  10    获得市级部门表彰的加10分
6.1b  15    获得市委、市政府或省级部门表彰的15分
6.1c  20    获得省委、省政府及以上表彰的加20分
6.2a  2     书面表扬的,每次加2分
6.2b  5     锦旗表扬的,每次加5分
6.3   10    在政务办组织的各项竞赛活动中获奖每人次加10分
6.4   5     推行延时服务实现“两午清零”的每人次加5分
6.5   5     抢险救灾等应予表扬嘉奖事项每次加5分
"""


def read_table(text):
    """{code: (points as text, words)}."""
    lines = (line.split(None, 2) for line in text.strip().splitlines())
    return {code: (points, words) for code, points, words in lines}


@tagged("post_install", "-at_install")
class TestRubricData(AssessmentCommon):
    def assert_items(self, is_bonus, table):
        items = self.version.item_ids.filtered(lambda i: i.is_bonus == is_bonus)
        self.assertEqual(
            {item.code: item._range_text() for item in items},
            {code: points for code, (points, _words) in table.items()},
        )

    def test_35_deductions_have_the_points_of_the_text(self):
        self.assertEqual(len(read_table(DEDUCTIONS)), 35)
        self.assert_items(False, read_table(DEDUCTIONS))

    def test_8_bonuses_have_the_points_of_the_text(self):
        self.assertEqual(len(read_table(BONUSES)), 8)
        self.assert_items(True, read_table(BONUSES))

    def test_each_item_quotes_the_text(self):
        table = read_table(DEDUCTIONS) | read_table(BONUSES)

        for item in self.version.item_ids:
            with self.subTest(item=item.code):
                self.assertIn(table[item.code][1], item.text)

    def test_only_items_at_discretion_have_a_range(self):
        for item in self.version.item_ids:
            with self.subTest(item=item.code):
                self.assertEqual(item.kind == "range", "酌情" in item.text)

    def test_each_item_stands_in_the_category_of_its_number(self):
        for item in self.version.item_ids:
            with self.subTest(item=item.code):
                self.assertTrue(re.fullmatch(r"[1-6]\.[1-6][abc]?", item.code))
                self.assertEqual(item.category_id.code, item.code[0])

    def test_full_marks_are_those_of_the_text_and_sum_to_100(self):
        scored = self.version.category_ids.filtered(lambda c: not c.is_bonus)

        self.assertEqual(
            [(c.name, c.full_mark) for c in scored],
            [
                ("考勤纪律", 30),
                ("工作作风", 20),
                ("服务规范", 20),
                ("审批业务", 15),
                ("内务安全", 15),
            ],
        )
        self.assertEqual(sum(scored.mapped("full_mark")), self.version.full_mark)

    def test_bonus_points_are_the_last_category(self):
        last = self.version.category_ids[-1]

        self.assertEqual((last.name, last.is_bonus), ("加分", True))

    def test_grades_have_the_thresholds_and_quota_of_the_decisions(self):
        found = [
            (rule.code, rule.min_score, rule.quota_percent)
            for rule in self.version._to_grade_rules()
        ]

        self.assertEqual(
            found, [("good", 90, 30), ("fair", 60, None), ("poor", None, None)]
        )

    def test_reward_is_300_uncapped_not_for_poor_and_not_in_probation(self):
        self.assertRecordValues(
            self.version,
            [
                {
                    "reward_base": 300,
                    "reward_is_capped": False,
                    "reward_in_probation": False,
                    "review_item_code": "4.4b",
                }
            ],
        )
        unpaid = self.version.grade_ids.filtered(lambda g: not g.is_rewarded)
        self.assertEqual(unpaid.mapped("code"), ["poor"])

    def test_rubric_is_in_force_from_2025(self):
        versions = self.env["gov.rubric.version"]

        found = versions._in_force(self.rubric, date(2025, 1, 1))

        self.assertEqual(found, self.version)

    def test_rubric_is_not_in_force_before_2025(self):
        versions = self.env["gov.rubric.version"]

        with self.assertRaisesRegex(NotInForce, "涟水.*2024-12-31"):
            versions._in_force(self.rubric, date(2024, 12, 31))
