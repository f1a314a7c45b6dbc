"""Signatures: who answers, until when, and who sees them (S15)."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..exceptions import DocumentLocked
from .common import HR_OFFICER, LEADER, MODULE, SITE_OFFICER, WindowStaffCommon
from .common_certificate import EXE, PDF, b64
from .common_portal import PORTAL, PortalMixin

LIAISON = f"{MODULE}.group_liaison"


class AcknowledgementCase(PortalMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()
        cls.officer = cls.new_user("officer", HR_OFFICER)
        cls.unit = cls.new_unit()
        cls.li.gov_dispatch_unit_id = cls.unit
        cls.far = cls.new_person(site=cls.town_b)


@tagged("post_install", "-at_install")
class TestAnswer(AcknowledgementCase):
    def test_signature_keeps_day_and_paper(self):
        line = self.line(self.new_document(kind="undertaking"))

        line._acknowledge(PDF, "承诺书.exe")

        self.assertRecordValues(
            line, [{"state": "acknowledged", "signed_name": "承诺书.pdf"}]
        )
        self.assertEqual(line.answer_date.date(), fields.Datetime.now().date())
        self.assertFalse(line.recorder_id)

    def test_signed_paper_is_asked_for_where_it_is_needed(self):
        line = self.line(self.new_document(kind="undertaking", needs_file=True))

        with self.assertRaises(UserError):
            line._acknowledge()

        line._acknowledge(PDF, "承诺书.pdf")
        self.assertEqual(line.state, "acknowledged")

    def test_rule_is_signed_once_and_also_after_its_deadline(self):
        document = self.new_document(deadline=fields.Date.today())
        document._unlocked().write({"deadline": fields.Date.today() - timedelta(2)})
        line = self.line(document)

        line._acknowledge()

        with self.assertRaises(UserError):
            line._acknowledge()

    def test_opinion_is_changed_until_the_deadline_and_not_after_it(self):
        document = self.new_consultation(days=0)
        line = self.line(document)
        line._object("第二条过严")
        line._acknowledge()
        line._object("仍不同意")
        self.assertRecordValues(line, [{"state": "objected", "text": "仍不同意"}])
        document._unlocked().write({"deadline": fields.Date.today() - timedelta(1)})

        with self.assertRaises(UserError):
            line._acknowledge()

    def test_objection_needs_words_and_a_consultation(self):
        for document, text in (
            (self.new_consultation(), "  "),
            (self.new_document(), "不同意"),
        ):
            line = self.line(document)
            with self.subTest(kind=document.kind), self.assertRaises(UserError):
                line._object(text)

    def test_closed_text_is_not_answered(self):
        document = self.new_document()
        document.action_close()

        with self.assertRaises(UserError):
            self.line(document)._acknowledge()

    def test_officer_enters_a_signature_on_paper(self):
        line = self.line(self.new_document(kind="undertaking"))
        sheet = (
            self.env["gov.rule.paper"]
            .with_user(self.officer)
            .create({"line_id": line.id, "scan": b64(PDF), "scan_name": "纸质.pdf"})
        )

        sheet.action_save()

        self.assertRecordValues(
            line,
            [{"state": "acknowledged", "recorder_id": self.officer.id}],
        )

    def test_paper_that_is_no_scan_is_refused(self):
        line = self.line(self.new_document(kind="undertaking"))
        sheet = self.env["gov.rule.paper"].create(
            {"line_id": line.id, "scan": b64(EXE), "scan_name": "纸质.pdf"}
        )

        with self.assertRaises(UserError):
            sheet.action_save()

        self.assertEqual(line.state, "pending")

    def test_answer_is_not_written_created_or_deleted_by_hand(self):
        line = self.line(self.new_document()).with_user(self.officer)
        forged = line.with_context(gov_unlock=True, default_state="acknowledged")

        for change in (
            lambda: line.write({"state": "acknowledged"}),
            lambda: forged.create(
                {"document_id": line.document_id.id, "employee_id": self.far.id}
            ),
            line.unlink,
        ):
            with self.subTest(), self.assertRaises(DocumentLocked):
                change()

    def test_signed_paper_is_not_exchanged_behind_its_line(self):
        line = self.line(self.new_document(kind="undertaking"))
        line._acknowledge(PDF, "1.pdf")
        paper = self.env["ir.attachment"].search(
            [("res_model", "=", line._name), ("res_id", "=", line.id)]
            + [("res_field", "=", "signed_file")]
        )
        paper = paper.with_user(self.officer)

        for change in (lambda: paper.write({"raw": b"%PDF-1.5"}), paper.unlink):
            with self.subTest(), self.assertRaises(DocumentLocked):
                change()


@tagged("post_install", "-at_install")
class TestWhoSees(AcknowledgementCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.document = cls.new_document()
        cls.draft = cls.new_document("草稿", publish=False)
        cls.mine = cls.zhang | cls.li | cls.far

    def seen(self, user):
        lines = self.env["gov.rule.acknowledgement"].with_user(user)
        found = lines.search([("document_id", "=", self.document.id)])
        return found.sudo().employee_id & self.mine

    def test_site_officer_sees_the_own_subtree(self):
        user = self.new_user("site", SITE_OFFICER, sites=self.town)

        self.assertEqual(self.seen(user), self.zhang | self.li)
        progress = self.env["gov.rule.progress"].with_user(user)
        rows = progress.search([("document_id", "=", self.document.id)])
        self.assertEqual(rows.department_id, self.town)

    def test_liaison_sees_the_people_of_the_own_unit(self):
        user = self.new_user("liaison", LIAISON, gov_unit_ids=self.unit.ids)

        self.assertEqual(self.seen(user), self.li)

    def test_leader_and_hr_officer_see_the_county(self):
        for user in (self.new_user("leader", LEADER), self.officer):
            with self.subTest(user=user.login):
                self.assertEqual(self.seen(user), self.mine)

    def test_site_officer_reads_name_and_number_of_a_line(self):
        user = self.new_user("site", SITE_OFFICER, sites=self.town)
        line = self.line(self.document).with_user(user)

        (read,) = line.read(["staff_no", "employee_id", "department_id", "state"])

        self.assertTrue(all(read.values()))

    def test_missing_list_is_exported_with_name_number_and_site(self):
        groups = (SITE_OFFICER, "base.group_allow_export")
        user = self.new_user("site", *groups, sites=self.town)
        line = self.line(self.document).with_user(user)

        rows = line.export_data(["staff_no", "employee_id/name", "department_id/name"])

        self.assertEqual(
            rows["datas"], [[self.zhang.gov_staff_no, "张三", "东镇便民服务中心"]]
        )

    def test_drafts_are_for_officers_only(self):
        for role in (SITE_OFFICER, LEADER, LIAISON):
            user = self.new_user(role, role)
            with self.subTest(role=role):
                documents = self.env["gov.rule.document"].with_user(user)
                self.assertNotIn(self.draft, documents.search([]))
                with self.assertRaises(AccessError):
                    self.draft.with_user(user).read(["name"])

    def test_others_do_not_publish_remind_or_enter_papers(self):
        user = self.new_user("site", SITE_OFFICER, sites=self.town)
        line = self.line(self.document).with_user(user)

        for action in (
            self.document.with_user(user).action_close,
            self.document.with_user(user).action_remind,
            lambda: line._record_paper(PDF, "1.pdf", fields.Date.today()),
            lambda: line.env["gov.rule.paper"].create({"line_id": line.id}),
        ):
            with self.subTest(), self.assertRaises(AccessError):
                action()

    def test_portal_user_has_no_rights_on_any_of_the_models(self):
        user = self.new_user("other", PORTAL)
        for model in (
            "gov.rule.document",
            "gov.rule.clause",
            "gov.rule.acknowledgement",
            "gov.rule.progress",
            "gov.correction.field",
            "gov.profile.correction",
        ):
            with self.subTest(model=model), self.assertRaises(AccessError):
                self.env[model].with_user(user).search([])
