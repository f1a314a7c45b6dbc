"""Rule-sets of other places, each built from records alone and scored.

The places and figures are those of section 3 of the domain facts.
"""

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common_rub import RuleSetCommon

NO_REWARD = {"reward_kind": "none"}


@tagged("post_install", "-at_install")
class TestLocalRuleSets(RuleSetCommon):
    def grade_names(self, batch):
        return {a.employee_id: a.grade_id.name for a in batch.appraisal_ids}

    def test_cangnan_deducts_below_zero_and_takes_at_most_five_bonus_points(self):
        # 苍南2019: 出勤值勤…; deduction not floored; bonus capped at 5
        category = {"full_mark": 20, "is_floored": False}
        self.new_rule_set(
            {"1": category, "2": {"full_mark": 80}, "6": None},
            {"1.1": 1, "1.2": 2, "1.3": 5, "6.1": 3},
            has_bonus_cap=True,
            bonus_cap=5,
            **NO_REWARD,
        )
        absent, praised = self.new_people(2)
        self.new_event(absent, "1.3", quantity=5)
        self.new_event(praised, "6.1", quantity=3)

        batch = self.new_round("graded")

        self.assert_totals(batch, {absent: 75, praised: 105})
        self.assert_rewards(batch, {praised: 0})

    def test_county_text_with_a_total_of_at_most_110(self):
        # 某县窗口细则: base 100, max 110; 脱岗半天 3, 超时 5/件
        self.new_rule_set(
            {"1": 20, "2": 80, "6": None},
            {"1.1": 3, "2.1": 5, "6.1": 8},
            has_total_cap=True,
            total_cap=110,
            reward_base=200,
        )
        best, late = self.new_people(2)
        self.new_event(best, "6.1", quantity=2)
        self.new_event(late, "2.1", quantity=2)

        batch = self.new_round("graded")

        self.assert_totals(batch, {best: 110, late: 90})
        self.assert_rewards(batch, {best: 220, late: 180})

    def test_half_of_each_deduction_also_costs_the_chief_representative(self):
        # 县窗口月度考评: each window deduction × 0.5 also to 首席代表
        half = {"points": 10, "share_target": "chief", "share_percent": 50}
        self.new_rule_set({"1": 100}, {"1.1": half, "1.2": 15})
        chief, staff, other = self.new_people(3)
        unit = self.new_unit(gov_chief_id=chief.id)
        for person in (chief, staff):
            person.gov_dispatch_unit_id = unit
        self.new_event(staff, "1.1", reason="Words about one person")
        self.new_event(chief, "1.2")

        batch = self.new_round("graded")

        self.assert_totals(batch, {staff: 90, chief: 80, other: 100})
        shared = self.appraisal(batch, chief).line_ids.filtered("is_shared")
        self.assertRecordValues(shared, [{"points_total": 5, "reason": False}])

    def test_share_of_colleagues_at_the_window_and_of_the_unit(self):
        share = {"points": 10, "share_percent": 20}
        self.new_rule_set(
            {"1": 100},
            {
                "1.1": {**share, "share_target": "window"},
                "1.2": {**share, "share_target": "unit"},
            },
        )
        one, beside, same_unit, other = self.new_people(4)
        one.gov_window_id = beside.gov_window_id = self.new_window()
        one.gov_dispatch_unit_id = same_unit.gov_dispatch_unit_id = self.new_unit()
        self.new_event(one, "1.1")
        self.new_event(one, "1.2")

        batch = self.new_round("graded")

        self.assert_totals(batch, {one: 80, beside: 98, same_unit: 98, other: 100})

    def test_xiangtan_names_the_top_five_whatever_their_score(self):
        # 湘潭2017: top 5 = 红旗窗口
        top = {"has_quota": True, "quota_kind": "top", "quota_number": 5}
        grades = [
            {"name": "红旗窗口", "code": "flag", "standing": "good", **top},
            {"name": "其他", "code": "other"},
        ]
        self.new_rule_set({"1": 100, "6": None}, {"1.1": 1}, grades, **NO_REWARD)
        people = self.new_people(8)
        for points, person in enumerate(people, 20):
            self.new_event(person, "1.1", quantity=points)

        batch = self.new_round("graded")

        named = [p for p, name in self.grade_names(batch).items() if name == "红旗窗口"]
        self.assertEqual(set(named), set(people[:5]))
        self.assertEqual((batch.good_quota, batch.good_count), (5, 5))

    def test_township_with_four_grades_and_at_most_150_points(self):
        # 乡便民中心: 100, max 150; 优秀 from 90; 优秀/称职/基本称职/不称职
        grades = [
            {"name": "优秀", "code": "A", "standing": "good", "min_score": 90},
            {"name": "称职", "code": "B", "standing": "fair", "min_score": 75},
            {"name": "基本称职", "code": "C", "standing": "fair", "min_score": 60},
            {"name": "不称职", "code": "D", "standing": "poor"},
        ]
        self.new_rule_set(
            {"1": 100, "6": None},
            {"1.1": 1, "6.1": (1, 60)},
            grades,
            has_total_cap=True,
            total_cap=150,
        )
        people = self.new_people(5)
        self.new_event(people[0], "6.1", points=60)
        for person, lost in zip(people[1:], (10, 11, 26, 41), strict=True):
            self.new_event(person, "1.1", quantity=lost)

        batch = self.new_round("graded")

        self.assert_totals(batch, {people[0]: 150})
        self.assertEqual(
            [self.grade_names(batch)[person] for person in people],
            ["优秀", "优秀", "称职", "基本称职", "不称职"],
        )
        self.assert_grades(batch, {people[2]: "fair", people[4]: "poor"})

    def test_unit_with_pass_from_80_and_fail_below_60(self):
        # 某市: ≥80 合格; 60–<80 基本合格; <60 不合格; 迟到0.5 缺岗1 争吵3
        grades = [
            {"name": "合格", "code": "pass", "standing": "good", "min_score": 80},
            {"name": "基本合格", "code": "near", "standing": "fair", "min_score": 60},
            {"name": "不合格", "code": "fail", "standing": "poor"},
        ]
        self.new_rule_set({"1": 100}, {"1.1": 0.5, "1.2": 1, "1.3": 3}, grades)
        at, below, last = self.new_people(3)
        self.new_event(at, "1.1", quantity=40)
        self.new_event(below, "1.1", quantity=41)
        self.new_event(last, "1.3", quantity=14)

        batch = self.new_round("graded")

        found = self.grade_names(batch)
        self.assertEqual(
            [found[p] for p in (at, below, last)], ["合格", "基本合格", "不合格"]
        )

    def test_liyang_pays_a_fixed_amount_by_grade(self):
        # 溧阳2016: 考核奖 400 → 600 元/人/月
        grades = [
            {"name": "好", "code": "A", "standing": "good", "reward_amount": 600},
            {"name": "一般", "code": "B", "standing": "fair", "reward_amount": 400},
        ]
        grades[0]["min_score"] = 95
        self.new_rule_set({"1": 100}, {"1.1": 5}, grades, reward_kind="fixed")
        good, fair = self.new_people(2)
        self.new_event(fair, "1.1", quantity=2)

        batch = self.new_round("graded")

        self.assert_rewards(batch, {good: 600, fair: 400})

    def test_yingde_takes_only_full_marks_for_the_model(self):
        # 英德2022: 30+25+25+20; 服务标兵 are chosen among full marks
        grades = [
            {"name": "服务标兵", "code": "model", "standing": "good", "min_score": 100},
            {"name": "其他", "code": "other"},
        ]
        self.new_rule_set(
            {"1": 30, "2": 25, "3": 25, "4": 20}, {"1.1": 1}, grades, **NO_REWARD
        )
        full, nearly = self.new_people(2)
        self.new_event(nearly, "1.1")

        batch = self.new_round("graded")

        self.assertEqual(self.grade_names(batch), {full: "服务标兵", nearly: "其他"})

    def test_media_exposure_leaves_no_good_grade(self):
        # 县窗口月度考评: 曝光 → no 评优
        grades = [
            {"name": "好", "code": "A", "standing": "good", "min_score": 80},
            {"name": "一般", "code": "B", "standing": "fair"},
        ]
        media = {"points": 15, "at_most_code": "B", "bars_year": True}
        self.new_rule_set({"1": 100}, {"1.1": media}, grades)
        exposed, other = self.new_people(2)
        self.new_event(exposed, "1.1")

        batch = self.new_round("graded")

        self.assert_totals(batch, {exposed: 85})
        self.assertEqual(self.grade_names(batch), {exposed: "一般", other: "好"})

    def test_guiyang_counts_the_quota_of_a_group_of_sites_apart(self):
        # 贵阳2007: 优秀指标单列, not in the quota of the others
        quota = {"has_quota": True, "quota_percent": 50, "has_threshold": False}
        grades = [
            {"name": "优秀", "code": "A", "standing": "good", **quota},
            {"name": "合格", "code": "B", "standing": "fair"},
        ]
        pool = {"name": "中心", "department_ids": [(6, 0, self.town.ids)]}
        self.new_rule_set(
            {"1": 100}, {"1.1": 1}, grades, quota_pool="group", pool_ids=[(0, 0, pool)]
        )
        inside = self.new_people(2) + self.new_person(site=self.village)
        outside = self.new_person(site=self.town_b) + self.new_person(site=self.town_b)
        for lost, person in enumerate([*outside, *inside]):
            self.new_event(person, "1.1", quantity=lost + 1)

        batch = self.new_round("graded")

        best = [p for p, name in self.grade_names(batch).items() if name == "优秀"]
        self.assertEqual(set(best), {outside[0], inside[0]})
        self.assertEqual(batch.good_quota, 2)

    def test_quota_of_each_level_of_sites(self):
        quota = {"has_quota": True, "quota_percent": 50, "has_threshold": False}
        grades = [
            {"name": "优秀", "code": "A", "standing": "good", **quota},
            {"name": "合格", "code": "B", "standing": "fair"},
        ]
        self.new_rule_set({"1": 100}, {"1.1": 1}, grades, quota_pool="level")
        sites = [self.county, self.county, self.town, self.town, self.village]
        people = [self.new_person(site=site) for site in sites]
        for lost, person in enumerate(people, 1):
            self.new_event(person, "1.1", quantity=lost)

        batch = self.new_round("graded")

        best = [p for p, name in self.grade_names(batch).items() if name == "优秀"]
        self.assertEqual(set(best), {people[0], people[2]})

    def test_coefficient_by_level_of_the_post(self):
        # 大安: 根据职务层次不同,对…系数进行了明确 (A74)
        level = self.level(3)
        row = {"level_id": level.id, "coefficient": 1.2}
        self.new_rule_set(
            {"1": 100}, {"1.1": 10}, reward_base=200, post_ids=[(0, 0, row)]
        )
        senior, junior = self.new_people(2)
        senior.gov_post_level_id = level
        for person in (senior, junior):
            self.new_event(person, "1.1")

        batch = self.new_round("graded")

        self.assert_rewards(batch, {senior: 216, junior: 180})

    def test_text_whose_last_grade_leaves_people_out_is_not_put_in_force(self):
        version = self.new_rule_set({"1": 100}, {"1.1": 1})
        copied = version.copy({"date_from": "2027-01-01"})
        copied.grade_ids.has_quota = True

        with self.assertRaisesRegex(UserError, "whoever is left"):
            copied.action_put_in_force()

    def test_veto_must_name_a_grade_of_the_text(self):
        with self.assertRaisesRegex(UserError, "1.1 allows at most the grade Z"):
            self.new_rule_set({"1": 100}, {"1.1": {"points": 1, "at_most_code": "Z"}})
