"""Texts that score a quarter or half-year, levels of posts, parts of the year."""

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.rules.month import Month

from .common_rub import RuleSetCommon

JULY, AUGUST, SEPTEMBER = (Month(2026, month) for month in (7, 8, 9))
BEST_FROM_90 = [
    {"name": "优秀", "code": "A", "standing": "good", "min_score": 90},
    {"name": "称职", "code": "B", "standing": "fair"},
]


@tagged("post_install", "-at_install")
class TestScorePeriod(RuleSetCommon):
    def new_quarter_text(self, **vals):
        # 英德2022: 工作纪律30 服务规范25 服务效能25 内务安全20, by the quarter
        return self.new_rule_set(
            {"1": 30, "2": 25, "3": 25, "4": 20},
            {"1.1": 4},
            BEST_FROM_90,
            score_period="quarter",
            reward_base=300,
            **vals,
        )

    def test_quarter_counts_the_facts_of_its_three_months_from_one_full_mark(self):
        self.new_quarter_text()
        person, other = self.new_people(2)
        for day in ("2026-07-06", "2026-08-06", "2026-09-07"):
            self.new_event(person, "1.1", day)

        batch = self.new_round("graded", SEPTEMBER)

        self.assert_totals(batch, {person: 88, other: 100})
        self.assert_rewards(batch, {person: 264, other: 300})
        self.assertIn("2026-Q3", batch.display_name)

    def test_month_inside_a_quarter_is_closed_without_a_score(self):
        self.new_quarter_text()
        (person,) = self.new_people(1)
        event = self.new_event(person, "1.1", "2026-07-06")
        batch = self.new_round("open", JULY)

        with self.assertRaisesRegex(UserError, "is scored with 2026-Q3"):
            batch.with_user(self.officer).action_score()
        batch.with_user(self.officer).action_close_unscored()

        self.assertEqual(batch.state, "locked")
        self.assert_grades(batch, {person: False})
        self.assertEqual(str(event.count_month), "2026-09-01")
        self.assertFalse(event.is_late)

    def test_month_that_is_scored_is_not_closed_without_a_score(self):
        self.new_quarter_text()
        self.new_people(1)
        batch = self.new_round("open", SEPTEMBER)

        with self.assertRaisesRegex(UserError, "is scored by itself"):
            batch.with_user(self.officer).action_close_unscored()

    def test_fact_of_a_closed_quarter_counts_in_the_next_one(self):
        self.new_quarter_text()
        (person,) = self.new_people(1)
        self.new_round("published", SEPTEMBER)

        late = self.new_event(person, "1.1", "2026-08-06")

        self.assertEqual((str(late.count_month), late.is_late), ("2026-12-01", True))

    def test_text_of_quarters_starts_with_a_quarter(self):
        version = self.new_quarter_text()
        copied = version.copy({"date_from": "2027-02-01"})

        with self.assertRaisesRegex(UserError, "as on 2027-01-01"):
            copied.action_put_in_force()

    def test_facts_recorded_under_another_text_join_the_quarter(self):
        version = self.new_quarter_text()
        version.action_back_to_draft()
        (person,) = self.new_people(1)
        event = self.new_event(person, "1.1", "2026-07-06")
        self.assertEqual(str(event.count_month), "2026-07-01")

        version.action_put_in_force()
        batch = self.new_round("graded", SEPTEMBER)

        self.assert_totals(batch, {person: 96})

    def test_liangshan_counts_days_and_praise_and_excludes_who_quarrels(self):
        # 凉山2015: a point a day of attendance, +5 a commended period, 争吵 excluded
        self.new_rule_set(
            {"1": 10, "6": None},
            {"1.1": {"points": 1, "at_most_code": "B"}, "6.1": 1, "6.2": 5},
            BEST_FROM_90[:1] + [{"name": "其他", "code": "B", "standing": "fair"}],
            score_period="quarter",
            reward_kind="none",
        )
        praised, quarrelled = self.new_people(2)
        for person in (praised, quarrelled):
            self.new_event(person, "6.1", "2026-07-31", quantity=82)
        self.new_event(praised, "6.2", "2026-08-06")
        self.new_event(quarrelled, "1.1", "2026-09-07")

        batch = self.new_round("graded", SEPTEMBER)

        self.assert_totals(batch, {praised: 97, quarrelled: 91})
        self.assert_grades(batch, {praised: "good", quarrelled: "fair"})

    def test_half_year_is_scored_in_june_and_december(self):
        # 某市: half-year
        self.new_rule_set({"1": 100}, {"1.1": 3}, score_period="half")
        (person,) = self.new_people(1)

        event = self.new_event(person, "1.1", "2026-07-06")

        self.assertEqual(str(event.count_month), "2026-12-01")

    def test_other_county_keeps_its_months(self):
        self.new_quarter_text()
        self.version = self.env.ref("gov_assessment.lianshui_2025")
        county = self.new_site("邻县", "county")
        elsewhere = self.new_person(site=county)

        event = self.new_event(elsewhere, "1.1", "2026-07-06")

        self.assertEqual(str(event.count_month), "2026-07-01")


@tagged("post_install", "-at_install")
class TestPostLevels(RuleSetCommon):
    """大安: 根据职务层次不同,对考核的内容、分值、标准、系数进行了明确 (A74)."""

    def setUp(self):
        super().setUp()
        self.senior_level, self.junior_level = self.level(3), self.level(5)
        senior = [(6, 0, self.senior_level.ids)]
        junior = [(6, 0, self.junior_level.ids)]
        self.new_rule_set(
            {
                "1": 40,
                "2": {"full_mark": 60, "level_ids": senior},
                "3": {"full_mark": 60, "level_ids": junior},
            },
            {
                "1.1": {"points": 10, "level_ids": senior},
                "1.2": {"points": 5, "level_ids": junior},
                "2.1": 1,
                "3.1": 1,
            },
        )
        self.senior, self.junior = self.new_people(2)
        self.senior.gov_post_level_id = self.senior_level
        self.junior.gov_post_level_id = self.junior_level

    def test_each_level_is_scored_in_its_own_categories(self):
        self.new_event(self.senior, "2.1", quantity=7)
        self.new_event(self.junior, "3.1", quantity=80)

        batch = self.new_round("graded")

        self.assert_totals(batch, {self.senior: 93, self.junior: 40})
        self.assertEqual(
            set(self.appraisal(batch, self.senior).category_scores), {"1", "2"}
        )

    def test_points_of_one_offence_differ_by_level(self):
        self.new_event(self.senior, "1.1")
        self.new_event(self.junior, "1.2")

        batch = self.new_round("graded")

        self.assert_totals(batch, {self.senior: 90, self.junior: 95})

    def test_item_of_another_level_is_refused(self):
        for code in ("1.1", "2.1"):
            with self.assertRaisesRegex(ValidationError, "not for the post level"):
                self.new_event(self.junior, code)

    def test_printed_sheet_has_the_lines_of_the_level(self):
        batch = self.new_round("graded")

        sheet = self.appraisal(batch, self.junior)._sheet_categories()

        numbers = [[row["number"] for row in category["rows"]] for category in sheet]
        self.assertEqual(numbers, [["1.2"], ["3.1"]])
