"""/my/training/mentoring: mentor and apprentice see their agreement."""

from odoo.http import Request
from odoo.tests import HttpCase, tagged

from odoo.addons.gov_window_staff.tests.common import ensure_chinese

from .common import TrainingCommon
from .common_mentoring import MentoringBuilders
from .common_need import NeedBuilders

PATH = "/my/training/mentoring"


@tagged("post_install", "-at_install")
class TestMentoringPages(HttpCase, TrainingCommon, MentoringBuilders, NeedBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        ensure_chinese(cls.env)
        cls.mentor = cls.new_portal_user(cls.ann)
        cls.apprentice = cls.new_portal_user(cls.bob)
        cls.stranger = cls.new_portal_user(cls.eve)
        cls.pair = cls.new_pair(signed=True)
        cls.training = cls.new_session("done", [cls.bob], name="三月集中培训")

    def open(self, path, user):
        self.authenticate(user.login, user.login)
        self.opener.cookies["frontend_lang"] = "zh_CN"
        return self.url_open(path)

    def judge(self, user, step, **form):
        self.open("/my", user)
        return self.url_open(
            f"{PATH}/{self.pair.id}/judge/{step.id}",
            data={"csrf_token": Request.csrf_token(self), **form},
        )

    def test_both_sides_read_the_agreement(self):
        for user, other in ((self.mentor, "W002"), (self.apprentice, "W001")):
            with self.subTest(user=user.login):
                self.assertIn(f"Person {other}", self.open(PATH, user).text)
                page = self.open(f"{PATH}/{self.pair.id}", user).text
                self.assertIn("Goal 1", page)
                self.assertIn("带教计划", page)

    def test_results_are_shown_to_the_apprentice_only(self):
        path = f"{PATH}/{self.pair.id}"

        self.assertIn("三月集中培训", self.open(path, self.apprentice).text)
        self.assertNotIn("三月集中培训", self.open(path, self.mentor).text)

    def test_stranger_and_draft_lead_back_to_the_own_list(self):
        self.assertTrue(
            self.open(f"{PATH}/{self.pair.id}", self.stranger).url.endswith(PATH)
        )
        paper = self.open(f"{PATH}/{self.pair.id}/agreement", self.stranger)
        self.assertTrue(paper.url.endswith(PATH))
        self.assertIn("您目前没有师徒结对", paper.text)
        draft = self.new_pair(mentor=self.eve)
        self.assertTrue(
            self.open(f"{PATH}/{draft.id}", self.stranger).url.endswith(PATH)
        )

    def test_mentor_judges_with_a_remark(self):
        goal = self.pair.goal_ids

        response = self.judge(self.mentor, goal, state="reached", note="进步很快")

        self.assertIn("done=judged", response.url)
        self.assertRecordValues(goal, [{"state": "reached", "note": "进步很快"}])
        page = self.open(f"{PATH}/{self.pair.id}", self.apprentice).text
        self.assertIn("进步很快", page)

    def test_apprentice_or_stranger_judges_nothing(self):
        for user in (self.apprentice, self.stranger):
            self.judge(user, self.pair.goal_ids, state="reached")
            with self.subTest(user=user.login):
                self.assertEqual(self.pair.goal_ids.state, "open")
        self.assertNotIn(
            "/judge/", self.open(f"{PATH}/{self.pair.id}", self.apprentice).text
        )

    def test_goal_of_another_agreement_or_a_forged_state_is_left_alone(self):
        other = self.new_pair(mentor=self.eve, apprentice=self.ann, signed=True)

        self.judge(self.mentor, other.goal_ids, state="reached")
        self.judge(self.mentor, self.pair.goal_ids, state="finished")

        self.assertEqual(other.goal_ids.state, "open")
        self.assertEqual(self.pair.goal_ids.state, "open")

    def test_closed_agreement_takes_no_judgement(self):
        self.complete(self.pair)

        response = self.judge(self.mentor, self.pair.goal_ids, state="missed")

        self.assertIn('name="problem"', response.text)
        self.assertEqual(self.pair.goal_ids.state, "reached")

    def test_paper_is_downloaded_by_both_sides(self):
        for user in (self.mentor, self.apprentice):
            paper = self.open(f"{PATH}/{self.pair.id}/agreement", user)
            with self.subTest(user=user.login):
                self.assertEqual(paper.content[:4], b"%PDF")
