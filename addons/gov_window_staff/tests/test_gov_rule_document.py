"""Rule documents: whom they ask, what is locked, what happens with time (O29, X1)."""

from datetime import timedelta

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from ..exceptions import DocumentLocked
from .common import HR_OFFICER, SITE_OFFICER, WindowStaffCommon
from .common_portal import PortalMixin


@tagged("post_install", "-at_install")
class TestRuleDocument(PortalMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()
        cls.today = fields.Date.today()
        cls.officer = cls.new_user("officer", HR_OFFICER)

    def asked(self, document):
        return document.line_ids.employee_id

    # -- publishing ----------------------------------------------------------------

    def test_publishing_asks_everybody_in_service_once(self):
        gone = self.new_person(leave=self.today - timedelta(days=1))
        coming = self.new_person(entry=self.today + timedelta(days=1))

        document = self.new_document()
        document._ask_audience()

        self.assertIn(self.zhang, self.asked(document))
        self.assertIn(self.li, self.asked(document))
        self.assertFalse(self.asked(document) & (gone | coming))
        self.assertEqual(len(self.line(document)), 1)
        self.assertEqual(set(document.line_ids.mapped("state")), {"pending"})

    def test_audience_is_chosen_by_site_unit_or_staffing_type(self):
        unit, other = self.new_unit(), self.new_unit("县医保局")
        kind = self.env["hr.contract.type"].search([], limit=1)
        village = self.new_person(site=self.village)
        posted = self.new_person(gov_dispatch_unit_id=unit.id)
        typed = self.new_person(site=self.town_b, contract_type_id=kind.id)
        for vals, inside, outside in (
            ({"audience": "sites", "site_ids": self.town.ids}, village, typed),
            ({"audience": "units", "unit_ids": unit.ids}, posted, village),
            ({"audience": "units", "unit_ids": other.ids}, None, posted),
            ({"audience": "types", "type_ids": kind.ids}, typed, village),
        ):
            with self.subTest(vals=vals):
                people = self.asked(self.new_document(**vals))
                self.assertTrue(not inside or inside in people)
                self.assertNotIn(outside, people)

    def test_text_without_wording_or_file_is_not_published(self):
        document = self.new_document(publish=False, body="<p><br></p>")

        with self.assertRaisesRegex(UserError, "nothing to read"):
            document.action_publish()

        document.attachment_ids = self.env["ir.attachment"].create({"name": "1.pdf"})
        document.action_publish()
        self.assertEqual(document.state, "published")

    def test_consultation_needs_a_deadline_that_is_not_over(self):
        for days in (None, -1):
            deadline = days and self.today + timedelta(days=days)
            document = self.new_document(
                publish=False, kind="consultation", deadline=deadline
            )
            with self.subTest(days=days), self.assertRaises(UserError):
                document.action_publish()

    def test_audience_must_be_chosen(self):
        document = self.new_document(publish=False, audience="units")

        with self.assertRaisesRegex(UserError, "whom"):
            document.action_publish()

    def test_shipped_texts_are_drafts_and_ten_rules_are_empty(self):
        for name in ("rule_ten_dos", "rule_confidentiality", "rule_service"):
            with self.subTest(name=name):
                shipped = self.env.ref(f"gov_window_staff.{name}")
                self.assertTrue(shipped.reference)
        ten = self.env.ref("gov_window_staff.rule_ten_dos")
        self.assertFalse(ten.clause_ids)
        self.assertFalse(ten.body)

    def test_shipped_clauses_are_those_that_the_policies_name(self):
        clauses = self.env.ref("gov_window_staff.rule_service").clause_ids

        self.assertEqual(
            clauses.mapped("name"),
            ["首问首办(首问负责)", "一次告知", "限时办结", "全程代办", "预约办理"],
        )

    # -- locked ----------------------------------------------------------------------

    def test_published_text_is_locked(self):
        document = self.new_document(clause_ids=[(0, 0, {"name": "第一条"})])

        for change in (
            lambda: document.write({"body": "<p>另一条</p>"}),
            lambda: document.write({"kind": "undertaking"}),
            lambda: document.write({"attachment_ids": [(5, 0, 0)]}),
            lambda: document.clause_ids.write({"name": "第二条"}),
            lambda: document.clause_ids.create(
                {"document_id": document.id, "name": "第三条"}
            ),
            document.clause_ids.unlink,
            document.unlink,
        ):
            with self.subTest(), self.assertRaises(DocumentLocked):
                change()

    def test_file_of_a_published_text_is_read_by_all_and_changed_by_nobody(self):
        files = self.env["ir.attachment"].with_user(self.officer)
        file = files.create({"name": "全文.pdf", "raw": b"%PDF-1.4"})
        document = self.new_document(publish=False)
        document.with_user(self.officer).attachment_ids = file
        document.with_user(self.officer).action_publish()
        reader = self.new_user("site", SITE_OFFICER, sites=self.town)

        self.assertEqual(file.with_user(reader).name, "全文.pdf")
        for change in (lambda: file.write({"raw": b"%PDF-1.5"}), file.unlink):
            with self.subTest(), self.assertRaises(DocumentLocked):
                change()

    def test_clause_is_not_moved_into_a_published_text(self):
        draft = self.new_document(publish=False, clause_ids=[(0, 0, {"name": "一"})])
        published = self.new_document()

        with self.assertRaises(DocumentLocked):
            draft.clause_ids.document_id = published

    def test_state_is_not_written_or_created_by_hand(self):
        forged = self.env["gov.rule.document"].with_context(default_state="published")

        self.assertEqual(forged.create({"name": "伪造"}).state, "draft")
        self.assertEqual(
            forged.create({"name": "伪造", "state": "closed"}).state, "draft"
        )
        with self.assertRaises(UserError):
            self.new_document(publish=False).write({"state": "published"})

    def test_deadline_of_a_published_text_moves_back_only(self):
        document = self.new_consultation(days=7)

        document.deadline = self.today + timedelta(days=9)

        with self.assertRaises(UserError):
            document.deadline = self.today + timedelta(days=8)

    def test_publication_is_undone_while_nobody_has_answered(self):
        document, answered = self.new_document(), self.new_document()
        self.line(answered)._acknowledge()

        document.action_back_to_draft()

        self.assertEqual((document.state, len(document.line_ids)), ("draft", 0))
        with self.assertRaises(DocumentLocked):
            answered.action_back_to_draft()

    def test_new_version_closes_the_one_it_replaces(self):
        old = self.new_document(clause_ids=[(0, 0, {"name": "第一条"})])
        new = self.env["gov.rule.document"].browse(old.action_new_version()["res_id"])

        self.assertEqual((old.state, new.state), ("published", "draft"))
        self.assertEqual(new.clause_ids.mapped("name"), ["第一条"])
        new.action_publish()

        self.assertEqual((old.state, new.supersedes_id), ("closed", old))
        self.assertEqual(self.line(new).state, "pending")

    # -- with time -------------------------------------------------------------------

    def test_people_who_enter_later_are_asked_by_the_daily_job(self):
        rule, over = self.new_document(), self.new_consultation(days=0)
        over._unlocked().write({"deadline": self.today - timedelta(days=1)})
        newcomer = self.new_person()

        self.env["gov.rule.document"]._cron_daily()

        self.assertIn(newcomer, self.asked(rule))
        self.assertNotIn(newcomer, self.asked(over))

    def test_no_answer_by_the_deadline_counts_as_no_objection(self):
        document = self.new_consultation()
        rule = self.new_document(deadline=self.today)
        self.line(document, self.li)._object("第二条过严")
        self.env["gov.rule.document"]._cron_daily()
        self.assertEqual(self.line(document).state, "pending")
        for text in document + rule:
            text._unlocked().write({"deadline": self.today - timedelta(days=1)})

        self.env["gov.rule.document"]._cron_daily()

        self.assertEqual(self.line(document).state, "no_objection")
        self.assertEqual(self.line(document, self.li).state, "objected")
        self.assertEqual(self.line(rule).state, "pending")
        self.assertTrue(self.line(rule).is_overdue)

    # -- figures ---------------------------------------------------------------------

    def test_progress_counts_answers_and_objections(self):
        document = self.new_consultation()
        self.line(document)._acknowledge()
        self.line(document, self.li)._object("不同意")
        document.invalidate_recordset()
        total = len(document.line_ids)

        self.assertRecordValues(
            document,
            [{"line_count": total, "pending_count": total - 2, "objected_count": 1}],
        )
        self.assertAlmostEqual(document.progress, 200 / total)

    def test_progress_is_shown_site_by_site(self):
        self.new_person(site=self.town_b)
        document = self.new_document()
        self.line(document)._acknowledge()
        self.env.flush_all()

        rows = self.env["gov.rule.progress"].search([("document_id", "=", document.id)])
        by_site = {row.department_id: row for row in rows}

        self.assertEqual(by_site[self.town].progress, 50)
        self.assertEqual(by_site[self.town_b].pending_count, 1)
        domain = by_site[self.town].action_open_missing()["domain"]
        missing = self.env["gov.rule.acknowledgement"].search(
            [*domain, ("state", "=", "pending")]
        )
        self.assertEqual(missing.employee_id, self.li)

    def test_reminder_goes_to_the_missing_and_names_those_without_login(self):
        self.new_person()
        document = self.new_document()
        self.line(document, self.li)._acknowledge()
        before = self.env["mail.message"].search([], limit=1, order="id desc").id or 0
        silent = document.pending_count - 1

        action = document.with_user(self.officer).action_remind()

        told = self.env["mail.message"].search([("id", ">", before)]).partner_ids
        self.assertIn(self.zhang_user.partner_id, told)
        self.assertNotIn(self.li_user.partner_id, told)
        self.assertIn(str(silent), action["params"]["message"])
        self.assertEqual(self.line(document).reminder_date, self.today)

    def test_undertaking_that_is_not_signed_is_missing_on_the_profile(self):
        document = self.new_document(kind="undertaking")
        codes = [code for code, _text in self.zhang._gov_missing()[self.zhang.id]]
        self.assertIn("undertaking", codes)

        self.line(document)._acknowledge()

        missing = self.zhang._gov_missing().get(self.zhang.id, [])
        waiting = self.zhang.gov_rule_line_ids.filtered(
            lambda line: line.kind == "undertaking" and line.state == "pending"
        )
        self.assertEqual("undertaking" in dict(missing), bool(waiting))

    def test_undertaking_that_is_not_signed_is_found_on_the_profile(self):
        document = self.new_document(kind="undertaking")
        found = [("id", "in", (self.zhang | self.li).ids)]
        view = self.env.ref("gov_window_staff.hr_employee_view_search_portal")
        self.assertIn("unsigned_undertaking", view.arch)
        self.line(document)._acknowledge()
        (self.zhang | self.li).invalidate_recordset()

        missing = self.env["hr.employee"].search(
            [
                *found,
                (
                    "gov_rule_line_ids",
                    "any",
                    [
                        ("state", "=", "pending"),
                        ("document_id.kind", "=", "undertaking"),
                        ("document_id", "=", document.id),
                    ],
                ),
            ]
        )

        self.assertEqual(missing, self.li)
        self.assertEqual(
            self.li.gov_rule_pending_count, self.zhang.gov_rule_pending_count + 1
        )
