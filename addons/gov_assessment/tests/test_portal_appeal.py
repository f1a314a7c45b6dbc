"""The portal: answer to the own sheet, evidence of the lines, appeals and answers."""

from odoo import fields
from odoo.http import Request
from odoo.tests import HttpCase, tagged

from odoo.addons.gov_window_staff.tests.common_certificate import PDF

from .common_appeal import AppealCommon


class PortalPages(HttpCase, AppealCommon):
    """Pages as a Chinese person sees them."""

    def setUp(self):
        super().setUp()
        self.portal_user.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})

    def open(self, path, user=None):
        user = user or self.portal_user
        self.authenticate(user.login, user.login)
        self.opener.cookies["frontend_lang"] = "zh_CN"
        return self.url_open(path)

    def post(self, path, user=None, files=None, **form):
        self.open("/my", user)
        token = Request.csrf_token(self)
        return self.url_open(path, data={"csrf_token": token, **form}, files=files)

    def month(self, sheet=None):
        return f"/my/appraisals/{(sheet or self.sheet).id}"

    def foreign_appeal(self):
        """An appeal of somebody else."""
        appeal = self.submit(sheet=self.appraisal(self.batch, self.mei), lines=[])
        return appeal


@tagged("post_install", "-at_install")
class TestPortalAnswer(PortalPages):
    @classmethod
    def set_up_month(cls, state="published"):
        return super().set_up_month(state)

    def test_person_confirms_the_published_sheet(self):
        page = self.open(self.month()).text
        self.assertIn("确认本人考核表", page)

        response = self.post(f"{self.month()}/answer", answer="confirm")

        self.assertEqual(self.sheet.confirm_state, "confirmed")
        self.assertIn("done=answered", response.url)

    def test_person_objects_with_words(self):
        response = self.post(f"{self.month()}/answer", answer="object", text=" ")
        self.assertIn('name="problem"', response.text)

        self.post(f"{self.month()}/answer", answer="object", text="时间不对")

        self.assertRecordValues(
            self.sheet, [{"confirm_state": "objected", "objection": "时间不对"}]
        )

    def test_nobody_answers_for_somebody_else(self):
        foreign = self.appraisal(self.batch, self.mei)

        self.post(f"{self.month(foreign)}/answer", answer="confirm")

        self.assertEqual(foreign.confirm_state, "pending")

    def test_home_says_how_many_wait(self):
        def waiting():
            self.authenticate(self.portal_user.login, self.portal_user.login)
            values = self.make_jsonrpc_request(
                "/my/counters",
                {"counters": ["gov_appraisal_pending_count", "gov_appeal_count"]},
            )
            return (
                values["gov_appraisal_pending_count"],
                values["gov_appeal_count"],
            )

        self.assertEqual(waiting(), (1, 0))
        self.post(f"{self.month()}/answer", answer="confirm")
        self.submit()
        self.assertEqual(waiting(), (0, 1))

    def test_late_answer_gets_a_sentence(self):
        self.batch.with_user(self.leader)._end_publicity("急办")

        response = self.post(f"{self.month()}/answer", answer="confirm")

        self.assertIn('name="problem"', response.text)
        self.assertEqual(self.sheet.confirm_state, "lapsed")


@tagged("post_install", "-at_install")
class TestPortalEvidence(PortalPages):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.file, cls.other_file = cls.env["ir.attachment"].create(
            [{"name": "监控截图.pdf", "raw": PDF}, {"name": "他人.pdf", "raw": PDF}]
        )
        cls.event.evidence_ids = cls.file

    def test_line_shows_rule_text_and_evidence(self):
        page = self.open(self.month()).text

        for text in ("监控截图.pdf", "制度原文", self.event.item_id.text[:8]):
            with self.subTest(text=text):
                self.assertIn(text, page)

    def test_own_evidence_is_downloaded(self):
        response = self.open(f"{self.month()}/file/{self.file.id}")

        self.assertEqual(response.content, PDF)

    def test_other_files_are_not(self):
        response = self.open(f"{self.month()}/file/{self.other_file.id}")

        self.assertTrue(response.url.endswith("/my/appraisals"))

    def test_colleague_does_not_get_the_evidence(self):
        self.mei.user_id = self.plain_user
        for sheet in (self.sheet, self.appraisal(self.batch, self.mei)):
            path = f"{self.month(sheet)}/file/{self.file.id}"
            with self.subTest(path=path):
                response = self.open(path, self.plain_user)
                self.assertTrue(response.url.endswith("/my/appraisals"))


@tagged("post_install", "-at_install")
class TestPortalAppeal(PortalPages):
    def test_person_appeals_with_evidence(self):
        page = self.open(f"{self.month()}/appeal").text
        self.assertIn("迟到", page)

        response = self.post(
            f"{self.month()}/appeal",
            files=[
                ("evidence", ("假条.pdf", PDF, "application/pdf")),
                ("evidence", ("照片.pdf", PDF, "application/pdf")),
            ],
            reason="当天已请假",
            line=self.line.id,
        )

        appeal = self.sheet.appeal_ids
        self.assertRecordValues(
            appeal, [{"reason": "当天已请假", "state": "submitted", "scope": "lines"}]
        )
        self.assertEqual(len(appeal.evidence_ids), 2)
        self.assertIn(f"/my/appeals/{appeal.id}?done=sent", response.url)
        self.assertIn("假条.pdf", response.text)
        file = appeal.evidence_ids[0]
        self.assertEqual(
            self.open(f"/my/appeals/{appeal.id}/file/{file.id}").content, PDF
        )

    def test_problem_is_shown_with_what_was_typed(self):
        response = self.post(f"{self.month()}/appeal", reason="", line=self.line.id)

        self.assertIn('name="problem"', response.text)
        self.assertIn('checked="', response.text)
        self.assertFalse(self.sheet.appeal_ids)

    def test_wrong_file_leaves_no_appeal(self):
        response = self.post(
            f"{self.month()}/appeal",
            files=[("evidence", ("a.pdf", b"MZ", "application/pdf"))],
            reason="理由在此",
        )

        self.assertIn("理由在此", response.text)
        self.assertFalse(self.sheet.appeal_ids)

    def test_late_month_says_so_and_takes_no_appeal(self):
        late = fields.Date.add(self.sheet._appeal_until(), days=1)
        self.batch._unprotected().published_on = fields.Date.subtract(
            self.batch.published_on,
            days=(late - fields.Date.today()).days + 15,
        )

        self.assertIn("申诉期限已于", self.open(self.month()).text)
        self.post(f"{self.month()}/appeal", reason="晚了")
        self.assertFalse(self.sheet.appeal_ids)

    def test_own_appeals_are_listed_and_nobody_elses(self):
        self.assertIn("您还没有提出过申诉", self.open("/my/appeals").text)
        own, foreign = self.submit(), self.foreign_appeal()

        page = self.open("/my/appeals").text

        self.assertIn(own.name, page)
        self.assertNotIn(foreign.name, page)

    def test_appeal_of_somebody_else_is_not_reached(self):
        foreign = self.foreign_appeal()

        for end in ("", "/letter", "/file/1"):
            with self.subTest(end=end):
                response = self.open(f"/my/appeals/{foreign.id}{end}")
                self.assertTrue(response.url.endswith("/my/appeals"))
        self.post(f"/my/appeals/{foreign.id}/withdraw")
        self.assertEqual(foreign.state, "submitted")

    def test_nobody_appeals_against_a_month_of_somebody_else(self):
        foreign = self.appraisal(self.batch, self.mei)

        self.post(f"{self.month(foreign)}/appeal", reason="x")

        self.assertFalse(foreign.appeal_ids)

    def test_person_takes_the_appeal_back_while_it_is_open(self):
        appeal = self.submit()

        self.post(f"/my/appeals/{appeal.id}/withdraw")
        self.assertEqual(appeal.state, "withdrawn")

        response = self.post(f"/my/appeals/{appeal.id}/withdraw")
        self.assertIn('name="problem"', response.text)

    def test_answer_is_read_and_downloaded(self):
        appeal = self.decided("rejected")

        page = self.open(f"/my/appeals/{appeal.id}").text
        self.assertIn("经核实", page)
        letter = self.open(f"/my/appeals/{appeal.id}/letter")
        self.assertEqual(letter.headers["Content-Type"], "application/pdf")
        self.assertTrue(letter.content.startswith(b"%PDF-"))

    def test_answer_is_not_shown_before_the_decision(self):
        appeal = self.accepted()
        appeal.answer = "内部草稿"

        self.assertNotIn("内部草稿", self.open(f"/my/appeals/{appeal.id}").text)
        letter = self.open(f"/my/appeals/{appeal.id}/letter")
        self.assertTrue(letter.url.endswith("/my/appeals"))

    def test_corrected_month_shows_both_results(self):
        correction = self.decided("upheld").correction_id
        correction.with_user(self.leader).action_approve()
        correction.with_user(self.handler).action_apply()

        page = " ".join(self.open(self.month()).text.split())

        self.assertIn('name="correction"', page)
        self.assertIn("330.00", page)

    def test_visitor_is_sent_to_the_login(self):
        self.authenticate(None, None)

        for path in ("/my/appeals", f"{self.month()}/appeal"):
            with self.subTest(path=path):
                self.assertIn("/web/login", self.url_open(path).url)
