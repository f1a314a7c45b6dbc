"""Self-service of training: feedback on sessions, and the own hours."""

from datetime import datetime

from odoo.tests import tagged

from .test_portal_training import HOME, PortalCase

GOOD = {"feedback_content": "5", "feedback_trainer": "4", "feedback_order": "3"}


@tagged("post_install", "-at_install")
class TestFeedbackAndHours(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.closed = cls.new_session("done", [cls.ann], hours=3)

    def judge(self, user, **form):
        return self.post(f"{self.page(self.closed)}/feedback", user, **form)

    def test_feedback_is_given_once(self):
        answer = self.judge(self.ann_user, **GOOD, comment="多安排练习")

        self.assertIn("感谢您的评价", answer.text)
        line = self.closed.enrollment_ids
        self.assertRecordValues(
            line, [{"feedback_score": 4, "feedback_comment": "多安排练习"}]
        )
        again = {**GOOD, "feedback_content": "1"}
        self.assert_back_to(self.judge(self.ann_user, **again), self.page(self.closed))
        self.assertEqual(line.feedback_content, "5")

    def test_missing_answer_is_asked_for_and_the_rest_stays(self):
        answer = self.judge(self.ann_user, feedback_content="2", comment="建议")

        self.assertIn('name="problem"', answer.text)
        self.assertIn("建议", answer.text)
        self.assertRegex(answer.text, r'value="2"\s+checked')
        self.assertFalse(self.closed.enrollment_ids.feedback_time)

    def test_who_was_not_there_is_not_asked(self):
        self.assert_back_to(self.judge(self.eve_user, **GOOD), HOME)
        self.assertFalse(self.closed.feedback_count)

    def test_hours_are_added_up_by_year_and_kind(self):
        kinds = self.env["gov.training.kind"].search([], limit=2)
        for year, hours, kind in ((2025, 2, 0), (2025, 4, 1), (2025, 1, 1)):
            start = datetime(year, 3, 3 + hours, 1)
            vals = {"kind_id": kinds[kind].id, "hours": hours}
            self.new_session("done", [self.ann], start=start, **vals)

        years = self.ann._gov_training_years()

        self.assertEqual(list(years), [2026, 2025])
        rows = self.ann._gov_training_kinds(years[2025])
        self.assertEqual(rows, [(kinds[1], 2, 5), (kinds[0], 1, 2)])
        page = self.open(f"{HOME}/hours?year=2025", self.ann_user).text
        self.assertIn("7 小时", page)
        self.assertIn(kinds[1].with_context(lang="zh_CN").name, page)

    def test_hours_of_a_year_count_by_the_day_in_china(self):
        new_year = datetime(2025, 12, 31, 17)  # 01:00 on New Year's Day in China
        self.new_session("done", [self.bob], start=new_year)

        self.assertEqual(list(self.bob._gov_training_years()), [2026])

    def test_year_that_does_not_exist_shows_the_latest(self):
        for year in ("1999", "x", "²"):
            with self.subTest(year=year):
                page = self.open(f"{HOME}/hours?year={year}", self.ann_user)
                self.assertIn("3 小时", page.text)

    def test_who_has_no_hours_reads_why(self):
        self.assertIn("暂无学时", self.open(f"{HOME}/hours", self.eve_user).text)
