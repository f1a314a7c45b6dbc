"""Training on a phone, in Chinese; and the officer's screen with the code."""

from datetime import timedelta
from unittest.mock import patch

from odoo import fields
from odoo.tests import HttpCase, tagged

from ..models.signing.gov_training_sign_code import GovTrainingSignCode
from .common import TrainingCommon
from .common_sess import SessionBuilders
from .common_sign import SignMixin


class TourCase(SignMixin, SessionBuilders, HttpCase, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.ann_user = cls.give_login(cls.ann)
        cls.officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})

    def tour(self, path, name, user=None):
        user = user or self.ann_user
        cookies = {"frontend_lang": "zh_CN"}
        self.start_tour(path, name, login=user.login, cookies=cookies)


@tagged("post_install", "-at_install")
class TestPhoneTour(TourCase):
    browser_size = "375x800"

    def test_person_enrolls_and_leaves_on_a_phone(self):
        session = self.coming(
            [self.bob], name="心理减压讲座", capacity=1, has_waiting_list=True
        )

        self.tour("/my", "gov_training_enroll_tour")

        self.assertEqual(self.line_of(session, self.ann).state, "withdrawn")

    def test_person_signs_in_judges_and_sees_the_hours_on_a_phone(self):
        session = self.held_now([self.ann], name="服务礼仪培训")
        code = self.code_of(session)
        sent = self.token_of(code)

        self.tour(f"/my/training/sign/{code.id}/{sent}", "gov_training_signed_tour")
        session.action_close()
        self.tour("/my/training", "gov_training_feedback_tour")

        line = session.enrollment_ids
        self.assertRecordValues(
            line, [{"sign_way": "qr", "feedback_comment": "多练习"}]
        )

    def test_person_with_an_old_photo_is_told_what_to_do(self):
        session = self.held_now([self.ann])
        code = self.code_of(session)
        photo = self.token_of(code, slots_ago=3)

        self.tour(f"/my/training/sign/{code.id}/{photo}", "gov_training_photo_tour")

        self.assert_attendance(session, attended=0)


@tagged("post_install", "-at_install")
class TestOfficerTour(TourCase):
    def test_officer_shows_the_code_and_corrects_a_sign_in(self):
        session = self.held_now([self.ann, self.bob], name="现场管理培训")

        self.tour(
            f"/odoo/gov-training/{session.id}", "gov_training_code_tour", self.officer
        )
        code = self.code_of(session)
        code._scan(self.ann, self.token_of(code))
        self.tour(
            f"/training/sign-screen/{code.id}", "gov_training_screen_tour", self.officer
        )
        self.tour(
            f"/odoo/gov-training/{session.id}",
            "gov_training_correct_tour",
            self.officer,
        )

        self.assertEqual(self.line_of(session, self.ann).state, "absent")

    def test_screen_renews_the_code_by_itself(self):
        session = self.held_now([self.ann])
        code = self.code_of(session)
        shown, start = [], fields.Datetime.now()

        def picture(record, url):
            shown.append(url)
            return f"data:,{len(shown)}"

        def later(record, moment):
            # each time the screen asks, a slot has passed
            return values(record, start + timedelta(seconds=10 * len(shown)))

        values = GovTrainingSignCode._screen_values
        codes = self.env.registry["gov.training.sign.code"]
        with (
            patch.object(codes, "_picture", picture),
            patch.object(codes, "_screen_values", later),
        ):
            self.tour(
                f"/training/sign-screen/{code.id}",
                "gov_training_renewed_tour",
                self.officer,
            )

        self.assertGreaterEqual(len(set(shown)), 2)
