"""Trying a changed text on a past month: who changes grade and pay."""

from odoo.exceptions import UserError
from odoo.tests import Form, HttpCase, tagged

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestRubricSimulation(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.new_people(4)
        cls.new_event(cls.people[0], "2.2")
        for points, person in enumerate(cls.people[1:], 1):
            cls.lose(person, points)
        cls.batch = cls.new_round("locked")

    def trial(self, text, user=None):
        trial = (
            self.env["gov.rubric.simulation"]
            .with_user(user or self.officer)
            .create({"version_id": text.id, "round_id": self.batch.id})
        )
        trial.action_run()
        return trial

    def line(self, trial, person):
        return trial.line_ids.filtered(lambda x: x.appraisal_id.employee_id == person)

    def test_copy_of_the_text_changes_nobody(self):
        trial = self.trial(self.new_text(in_force=False))

        self.assertFalse(trial.line_ids)
        self.assertRecordValues(
            trial,
            [
                {
                    "is_done": True,
                    "people_count": 4,
                    "changed_count": 0,
                    "reward_difference": 0,
                }
            ],
        )

    def test_changed_points_and_quota_are_shown_before_and_after(self):
        text = self.new_text(in_force=False)
        self.item("2.2", text).points = 20
        text.grade_ids[0].quota_percent = 50

        trial = self.trial(text)

        self.assertRecordValues(
            self.line(trial, self.people[0]),
            [
                {
                    "total_before": 90,
                    "total_after": 80,
                    "grade_before": "一般",
                    "grade_after": "一般",
                    "reward_difference": -30,
                    "change": "same",
                }
            ],
        )
        self.assertRecordValues(
            self.line(trial, self.people[2]),
            [{"standing_before": "fair", "standing_after": "good", "change": "better"}],
        )
        self.assertEqual((trial.changed_count, trial.better_count), (2, 1))
        self.assertEqual(trial.reward_difference, -30)
        self.assertIn("1 → 2", trial.summary)

    def test_trial_changes_nothing_in_the_month(self):
        names = ["total", "rank", "grade", "reward_amount", "write_date"]
        before = self.batch.appraisal_ids.read(names)
        text = self.new_text(in_force=False, reward_base=1)

        self.trial(text)

        self.assertEqual(self.batch.appraisal_ids.read(names), before)

    def test_records_without_an_item_in_the_text_are_counted(self):
        text = self.new_text(in_force=False)
        self.item("2.2", text).unlink()

        trial = self.trial(text)

        self.assertEqual(trial.unknown_count, 1)
        self.assertEqual(self.line(trial, self.people[0]).total_after, 100)

    def test_open_month_is_compared_with_what_it_would_be(self):
        self.new_event(self.people[1], "2.2", "2026-12-08")
        batch = self.env["gov.appraisal.round"].create(
            {"county_id": self.county.id, "date_from": "2026-12-01"}
        )
        self.advance(batch, "open")
        self.batch = batch
        text = self.new_text("2028-01-01", in_force=False)
        self.item("2.2", text).points = 12

        trial = self.trial(text)

        self.assertRecordValues(
            trial.line_ids,
            [{"total_before": 90, "total_after": 88, "reward_difference": -6}],
        )

    def test_leader_may_try_and_a_trial_is_run_again(self):
        text = self.new_text(in_force=False, reward_base=600)

        trial = self.trial(text, self.leader)
        trial.action_run()

        self.assertEqual(len(trial.line_ids), 4)

    def test_text_that_is_not_complete_says_what_is_missing(self):
        text = self.new_text(in_force=False)
        text.grade_ids[-1].has_threshold = True

        with self.assertRaisesRegex(UserError, "the last grade must take whoever is"):
            self.trial(text)

    def test_wizard_proposes_the_latest_month(self):
        form = Form(
            self.env["gov.rubric.simulation"]
            .with_user(self.officer)
            .with_context(default_version_id=self.version.id)
        )

        self.assertEqual(form.round_id, self.batch)

    def test_list_of_changes_is_that_of_the_trial(self):
        trial = self.trial(self.new_text(in_force=False, reward_base=600))

        action = trial.action_open_lines()

        found = self.env["gov.rubric.simulation.line"].search(action["domain"])
        self.assertEqual(found, trial.line_ids)

    def test_others_may_not_try(self):
        model = "gov.rubric.simulation"
        for user in (self.site_officer, self.plain_user, self.portal_user):
            with self.subTest(user=user.login):
                self.assertFalse(self.env[model].with_user(user).has_access("create"))


@tagged("post_install", "-at_install")
class TestRubricSimulationTour(HttpCase, AssessmentCommon):
    def test_text_is_copied_changed_and_tried_in_the_browser(self):
        self.officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        people = self.new_people(4)
        self.lose(people[0], 5)
        self.new_round("graded")

        self.start_tour(
            "/odoo/gov-rubrics", "gov_rubric_simulation_tour", login=self.officer.login
        )

        copied = self.rubric.version_ids - self.version
        self.assertRecordValues(copied, [{"state": "draft", "reward_base": 600}])
