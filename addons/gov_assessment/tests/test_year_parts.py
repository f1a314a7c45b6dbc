"""The score of a year by parts and weights; years of texts that score quarters."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common_year import YearCommon

# 若羌2021: 月考核80% + 年度综合评价20%
RUOQIANG = [
    {"name": "月考核", "source": "months", "weight": 80},
    {"name": "年度综合评价", "weight": 20},
]
# 阳东县 红旗窗口: 窗口效能30% 人员考核30% 值班20% 服务对象投票20%
YANGDONG = [
    {"name": "人员考核", "source": "months", "weight": 30},
    {"name": "窗口效能", "weight": 30},
    {"name": "值班", "weight": 20},
    {"name": "服务对象投票", "weight": 20},
]


@tagged("post_install", "-at_install")
class TestYearParts(YearCommon):
    def new_year_of(self, parts, *words, **vals):
        rows = [(0, 0, {"sequence": n, **part}) for n, part in enumerate(parts)]
        self.version = self.own_rubric(year_part_ids=rows, **vals)
        people = self.people_with(*words)
        return self.new_year(), people

    def mark(self, results, name, mark):
        part = self.version.year_part_ids.filtered(lambda p: p.name == name)
        decision = self.env["gov.annual.decision"].with_user(self.officer)
        decision.create(
            {
                "result_ids": [(6, 0, results.ids)],
                "kind": "mark",
                "part_id": part.id,
                "overall_score": mark,
                "reason": "评议会",
            }
        ).action_decide()

    def test_months_weigh_80_and_the_mark_of_the_year_20(self):
        year, (person,) = self.new_year_of(RUOQIANG, "gggggggggggg")
        result = self.result(year, person)

        self.mark(result, "年度综合评价", 80)

        # 98 x 80 % + 80 x 20 %
        self.assertRecordValues(
            result, [{"average": 98, "score": 94.4, "mark_text": "年度综合评价 80"}]
        )
        self.assertIn("评议会", result.protocol)

    def test_four_parts_make_the_score(self):
        year, (person,) = self.new_year_of(YANGDONG, "gggggggggggg")
        result = self.result(year, person)

        for name, mark in (("窗口效能", 90), ("值班", 100), ("服务对象投票", 70)):
            self.mark(result, name, mark)

        # 98 x 30 % + 90 x 30 % + 100 x 20 % + 70 x 20 %
        self.assertEqual(result.score, 90.4)

    def test_year_waits_for_its_marks(self):
        year, _people = self.new_year_of(RUOQIANG, "gggggggggggg")

        with self.assertRaisesRegex(UserError, "asks for marks"):
            year.with_user(self.officer).action_submit()

    def test_mark_stays_when_the_year_is_computed_again(self):
        year, (person,) = self.new_year_of(RUOQIANG, "gggggggggggg")
        self.mark(self.result(year, person), "年度综合评价", 80)

        year.with_user(self.officer).action_compute()

        self.assertEqual(self.result(year, person).score, 94.4)

    def test_mark_lies_within_its_full_mark(self):
        year, (person,) = self.new_year_of(RUOQIANG, "gggggggggggg")

        with self.assertRaisesRegex(UserError, "between 0 and 100"):
            self.mark(self.result(year, person), "年度综合评价", 101)

    def test_no_mark_is_entered_for_the_months(self):
        year, (person,) = self.new_year_of(RUOQIANG, "gggggggggggg")

        with self.assertRaisesRegex(UserError, "comes from the months"):
            self.mark(self.result(year, person), "月考核", 90)

    def test_parts_weigh_100_together(self):
        parts = [dict(part, weight=30) for part in RUOQIANG]

        with self.assertRaisesRegex(UserError, "weigh 60 % together"):
            self.new_year_of(parts, "gggggggggggg")

    def test_best_grade_from_a_score_of_the_year(self):
        # 乡便民中心: 优秀 from 90, quarter and year
        grades = [
            {"name": "优秀", "standing": "excellent", "min_score": 90},
            {"name": "不称职", "standing": "unqualified", "renewal": "refuse"},
        ]
        rows = [(0, 0, {"sequence": n, **row}) for n, row in enumerate(grades)]
        year, (good, fair) = self.new_year_of(
            [], "g" * 12, "f" * 12, annual_grade_ids=[(5, 0, 0), *rows]
        )

        self.assert_standings(year, {good: "excellent", fair: "unqualified"})

    def test_months_without_a_score_stand_for_nothing(self):
        year, (person,) = self.new_year_of([], "--p--p--g--g", score_period="quarter")
        sheets = self.env["gov.appraisal"].search([("employee_id", "=", person.id)])
        first = sheets.filtered(lambda s: s.date_from.month == 3)
        for month in (1, 2, 4, 5):
            first.sudo()._unprotected().copy(
                {
                    "round_id": self.month_round(month).id,
                    "date_from": f"2025-{month:02d}-01",
                    "grade": False,
                    "total": 0,
                }
            )

        year.with_user(self.officer).action_compute()

        result = self.result(year, person)
        self.assertRecordValues(
            result,
            [{"good_count": 2, "poor_count": 2, "poor_run": 2, "average": 74}],
        )


@tagged("post_install", "-at_install")
class TestYearPartRights(RpcCommon, YearCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own_rubric(year_part_ids=[(0, 0, part) for part in RUOQIANG])
        cls.text = cls.env["gov.rubric"].search([("code", "=", "TEST-OWN")]).version_ids
        cls.parts = cls.text.year_part_ids

    def test_internal_users_read_and_officers_alone_write(self):
        draft = self.text.copy({"date_from": "2027-01-01"})
        part = draft.year_part_ids[0]
        part.with_user(self.officer).weight = 70
        for user in (self.leader, self.site_officer, self.plain_user):
            with self.subTest(user=user.login):
                self.assertTrue(part.with_user(user).name)
                with self.assertRaises(AccessError):
                    part.with_user(user).weight = 60
        with self.assertRaises(AccessError):
            part.with_user(self.portal_user).read(["name"])

    def test_parts_of_a_text_in_force_do_not_change(self):
        with self.assertRaises(DocumentLocked):
            self.parts[0].with_user(self.officer).weight = 70

    def test_marks_are_not_written_over_the_wire(self):
        (person,) = self.people_with("g" * 12)
        result = self.result(self.new_year(), person)
        vals = {"marks": {str(self.parts[1].id): 100}}
        for user in (self.officer, self.leader, self.site_officer, self.plain_user):
            with (
                self.subTest(user=user.login),
                self.assertRaisesRegex(JsonRpcException, "DocumentLocked|AccessError"),
            ):
                self.call(user, result._name, "write", result.ids, vals)
        with self.assertRaises(JsonRpcException):
            self.call(self.officer, result._name, "_mark_part", result.ids, 1, 2, "x")

    def test_leader_enters_no_mark(self):
        (person,) = self.people_with("g" * 12)
        result = self.result(self.new_year(), person)

        with self.assertRaises(AccessError):
            result.with_user(self.leader)._mark_part(self.parts[1], 80, "x")
        person.user_id = self.officer
        with self.assertRaisesRegex(UserError, "about yourself"):
            result.with_user(self.officer)._mark_part(self.parts[1], 80, "x")
