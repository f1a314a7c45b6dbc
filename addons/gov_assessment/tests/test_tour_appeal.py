"""From the appeal on the phone to the corrected month, in Chinese, by three people."""

from odoo.tests import HttpCase, tagged

from .common_appeal import AppealCommon


class AppealTours(HttpCase, AppealCommon):
    """A screen as wide as a phone for the person."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        users = cls.portal_user + cls.handler + cls.leader
        users.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})

    def tour(self, path, name, user):
        cookies = {"frontend_lang": "zh_CN"}
        self.start_tour(path, name, login=user.login, cookies=cookies)


@tagged("post_install", "-at_install")
class TestAppealTour(AppealTours):
    browser_size = "375x800"

    def test_person_appeals_on_the_phone(self):
        self.tour(
            "/my/appraisals", "gov_assessment_appeal_portal_tour", self.portal_user
        )

        self.assertRecordValues(
            self.sheet.appeal_ids, [{"state": "submitted", "scope": "lines"}]
        )

    def test_person_reads_answer_and_corrected_result(self):
        correction = self.decided_with_words().correction_id
        correction.with_user(self.leader).action_approve()
        correction.with_user(self.handler).action_apply()

        self.tour("/my/appeals", "gov_assessment_appeal_answer_tour", self.portal_user)

    def decided_with_words(self):
        appeal = self.accepted()
        appeal.line_ids.decision = "upheld"
        appeal.answer = "经核实，予以更正。"
        appeal.action_decide()
        return appeal


@tagged("post_install", "-at_install")
class TestCorrectionTour(AppealTours):
    def test_appeal_is_upheld_and_the_month_corrected(self):
        appeal = self.submit()
        self.tour(
            "/odoo/gov-appeals", "gov_assessment_appeal_decide_tour", self.handler
        )
        corrections = "/odoo/gov-month-corrections"
        self.tour(corrections, "gov_assessment_correction_approve_tour", self.leader)
        self.tour(corrections, "gov_assessment_correction_apply_tour", self.handler)

        self.assertEqual(appeal.state, "closed")
        self.assert_grades(self.batch, {self.lan: "good", self.mei: "fair"})
