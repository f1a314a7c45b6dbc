"""/my/rules: read, sign, object; after the deadline silence is consent (X1)."""

from datetime import timedelta

from odoo import fields
from odoo.tests import HttpCase, tagged

from .common import WindowStaffCommon
from .common_certificate import PDF
from .common_portal import PortalMixin


@tagged("post_install", "-at_install")
class TestRulePages(PortalMixin, HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()

    def path(self, document, person=None):
        return f"/my/rules/{self.line(document, person).id}"

    def answer(self, document, files=None, **form):
        return self.post(f"{self.path(document)}/answer", files=files, **form)

    def test_empty_list_says_so(self):
        published = self.env["gov.rule.document"].search([("state", "=", "published")])
        published.action_close()

        self.assertIn("暂无需要阅读或签署的文件", self.open("/my/rules").text)

    def test_text_is_read_with_clauses_and_files(self):
        file = self.env["ir.attachment"].create({"name": "全文.pdf", "raw": PDF})
        document = self.new_document(
            attachment_ids=file.ids, clause_ids=[(0, 0, {"name": "第一条 着装"})]
        )

        page = self.open(self.path(document)).text

        for text in ("按时到岗", "第一条 着装", "全文.pdf"):
            with self.subTest(text=text):
                self.assertIn(text, page)
        file_path = f"{self.path(document)}/file/{file.id}"
        self.assertEqual(self.open(file_path).content, PDF)

    def test_file_of_another_text_is_not_downloaded(self):
        other = self.env["ir.attachment"].create({"name": "密.pdf", "raw": PDF})
        document = self.new_document()

        response = self.open(f"{self.path(document)}/file/{other.id}")

        self.assert_back_to(response, "/my/rules")

    def test_text_is_signed_after_ticking_that_it_was_read(self):
        document = self.new_document(kind="undertaking")

        unread = self.answer(document, answer="agree")
        self.assertIn("请先阅读", unread.text)
        self.assertEqual(self.line(document).state, "pending")

        response = self.answer(document, answer="agree", read="1")
        self.assert_back_to(response, "/my/rules")
        self.assertEqual(self.line(document).state, "acknowledged")
        self.assertEqual(self.line(document, self.li).state, "pending")

    def test_signed_paper_is_uploaded_and_downloaded(self):
        document = self.new_document(kind="undertaking", needs_file=True)

        without = self.answer(document, answer="agree", read="1")
        self.assertIn('name="problem"', without.text)

        self.answer(document, files=self.pdf("signed"), answer="agree", read="1")
        self.assertEqual(self.open(f"{self.path(document)}/signed").content, PDF)

    def test_objection_is_sent_with_its_words(self):
        document = self.new_consultation()

        self.answer(document, answer="object", text="第二条过严")

        self.assertRecordValues(
            self.line(document), [{"state": "objected", "text": "第二条过严"}]
        )

    def test_objection_without_words_is_refused(self):
        document = self.new_consultation()

        response = self.answer(document, answer="object", text=" ")

        self.assertIn('name="problem"', response.text)
        self.assertEqual(self.line(document).state, "pending")

    def test_after_the_deadline_the_page_takes_no_opinion(self):
        document = self.new_consultation()
        document._unlocked().write(
            {"deadline": fields.Date.today() - timedelta(days=2)}
        )

        page = self.open(self.path(document)).text
        response = self.answer(document, answer="object", text="不同意")

        self.assertNotIn("/answer", page)
        self.assertIn('name="problem"', response.text)
        self.assertEqual(self.line(document).state, "pending")

    def test_closed_text_disappears_unless_it_was_answered(self):
        open_one, signed = self.new_document("甲"), self.new_document("乙")
        self.line(signed)._acknowledge()
        (open_one | signed).action_close()

        self.assert_back_to(self.open(self.path(open_one)), "/my/rules")
        self.assertIn("乙", self.open(self.path(signed)).text)

    def test_forged_answer_is_refused(self):
        document = self.new_document()

        for form in ({"answer": "no_objection"}, {}, {"state": "acknowledged"}):
            response = self.answer(document, read="1", **form)
            with self.subTest(form=form):
                self.assertEqual(response.status_code, 200)
                self.assertEqual(self.line(document).state, "pending")
