"""Forged decisions that an attacker tried: by nesting, by files, by the back door."""

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command, Date
from odoo.tests import tagged

from ..exceptions import DocumentLocked
from .common import ADMINISTRATOR, SITE_OFFICER, WindowStaffCommon
from .common_certificate import PDF, CertificateMixin, b64
from .common_entry import EntryMixin
from .common_movement import LIAISON, MovementCommon
from .common_people import PeopleMixin


@tagged("post_install", "-at_install")
class TestNested(MovementCommon):
    """A draft may be written; what is inside it keeps its own locks."""

    def setUp(self):
        super().setUp()
        self.movement = self.draft("dismiss", user=self.officer)
        grounds = self.env["gov.movement.ground"]._unprotected()
        vals = {"movement_id": self.movement.id, "code": "level5", "text": "逾期"}
        self.ground = self.env["gov.movement.ground"].browse(grounds.create(vals).id)

    def assert_refused(self, **vals):
        with self.assertRaises(DocumentLocked):
            self.movement.write(vals)

    def test_ground_of_the_system_is_not_forged(self):
        forged = Command.create({"code": "annual", "text": "伪造"})

        self.assert_refused(ground_ids=[forged])
        with self.assertRaises(DocumentLocked):
            self.movement.create(
                {
                    "kind": "dismiss",
                    "employee_id": self.new_person().id,
                    "ground_ids": [forged],
                }
            )

    def test_ground_of_the_system_is_neither_changed_nor_deleted(self):
        update = Command.update(self.ground.id, {"text": "伪造"})

        self.assert_refused(ground_ids=[update])
        self.assert_refused(ground_ids=[Command.delete(self.ground.id)])
        self.assertEqual(self.ground.text, "逾期")

    def test_legal_question_is_not_rewritten(self):
        line = self.movement.legal_ids[:1]
        question = line.question
        for vals in ({"question": "伪造"}, {"forbids": False}, {"needs": False}):
            with self.subTest(vals=vals):
                self.assert_refused(legal_ids=[Command.update(line.id, vals)])
        self.assertEqual(line.question, question)

    def test_legal_question_is_answered_in_the_form(self):
        line = self.movement.legal_ids[:1]

        self.movement.write({"legal_ids": [Command.update(line.id, {"answer": "no"})]})

        self.assertEqual(line.answer, "no")

    def test_vetting_is_not_concluded_from_the_movement(self):
        entry = self.draft("entry", user=self.officer)
        vetting = entry.env["gov.staff.vetting"].create({"movement_id": entry.id})
        vals = {"state": "done", "conclusion": "accept"}

        with self.assertRaises(DocumentLocked):
            entry.write({"vetting_ids": [Command.update(vetting.id, vals)]})
        self.assertEqual(entry.vetting_state, "asked")


@tagged("post_install", "-at_install")
class TestDecisions(MovementCommon):
    def test_unit_in_the_context_opens_no_other_units_people(self):
        foreign = self.new_user("foreign", LIAISON)
        foreign.gov_unit_ids = self.new_unit("县医保局")
        movements = self.env["gov.staff.movement"].with_user(foreign)
        vals = {"kind": "return", "employee_id": self.person.id, "reason": "x"}

        for context in ({}, {"default_unit_id": foreign.gov_unit_ids.id}):
            with self.subTest(context=context), self.assertRaises(AccessError):
                movements.with_context(**context).create(dict(vals))
        self.assertFalse(movements.sudo().search([("create_uid", "=", foreign.id)]))

    def test_entry_shows_nobody_of_another_site(self):
        stranger = self.new_person(site=self.branch)
        entry = self.draft("entry", user=self.site_officer)

        with self.assertRaises(DocumentLocked):
            entry.write({"employee_id": stranger.id})
        with self.assertRaises(DocumentLocked):
            entry.create(
                {
                    "kind": "entry",
                    "employee_id": stranger.id,
                    "to_department_id": self.town.id,
                }
            )

    def test_nobody_decides_two_steps_while_others_are_in_charge(self):
        everything = self.new_user("everything", ADMINISTRATOR, sites=self.county)
        receiver = self.new_user("receiver", SITE_OFFICER, sites=self.town_b)
        movement = self.submitted("transfer", user=self.officer_b)
        self.agree(movement, everything)

        with self.assertRaises(DocumentLocked):
            self.agree(movement, everything)
        self.agree(movement, receiver, self.liaison, self.officer)

        self.assertFalse(movement.with_user(everything).can_decide)
        self.assertTrue(movement.with_user(self.leader).can_decide)

    def test_one_who_is_alone_in_charge_goes_on(self):
        everything = self.new_user("everything", ADMINISTRATOR, sites=self.county)
        movement = self.submitted("transfer", user=self.site_officer)

        self.agree(movement, everything, everything)

        self.assertTrue(movement.with_user(self.liaison).can_decide)

    def test_officer_makes_nobody_the_reviewer_of_the_own_proposals(self):
        steps = self.env["tier.definition"].with_user(self.officer)
        step = steps.search([("model", "=", "gov.staff.movement")], limit=1)
        for vals in (
            {"exclude_requester": False},
            {"review_type": "individual", "reviewer_id": self.officer.id},
            {"definition_domain": "[(0, '=', 1)]"},
            {"reviewer_field_id": False},
        ):
            with self.subTest(vals=vals), self.assertRaises(AccessError):
                step.write(vals)

    def test_officer_chooses_role_and_order_of_a_step(self):
        kind = self.env.ref("gov_window_staff.movement_kind_transfer")
        step = kind.with_user(self.officer).tier_ids[:1]

        step.write({"gov_role": "leader", "gov_step": 5})

        self.assertEqual(step.sudo().reviewer_field_id.name, "reviewer_leader_ids")


@tagged("post_install", "-at_install")
class TestFiles(PeopleMixin, CertificateMixin, WindowStaffCommon):
    """The scan that an officer compared with the registry stays that scan."""

    def setUp(self):
        super().setUp()
        self.certificate = self.new_certificate(
            self.person, scan=b64(PDF), scan_name="证书.pdf"
        )
        self.files = self.env["ir.attachment"].with_user(self.users["officer"])
        self.scan = self.files.sudo().search(
            [
                ("res_model", "=", "gov.certificate"),
                ("res_id", "=", self.certificate.id),
                ("res_field", "=", "scan"),
            ]
        )

    def assert_same_scan(self):
        self.env.invalidate_all()
        certificate = self.certificate.with_context(bin_size=False)
        self.assertEqual(certificate.scan.decode(), b64(PDF))

    def test_scan_is_neither_replaced_nor_deleted(self):
        scan = self.scan.with_user(self.users["officer"])

        self.assertRaises(DocumentLocked, scan.write, {"raw": b"%PDF-1.4 x"})
        self.assertRaises(DocumentLocked, scan.unlink)
        self.assert_same_scan()

    def test_second_scan_is_not_laid_over_the_first(self):
        place = {"res_model": "gov.certificate", "res_id": self.certificate.id}
        paper = self.files.create({"name": "x", "raw": b"x", **place})

        self.assertRaises(DocumentLocked, paper.write, {"res_field": "scan"})
        for files, vals in (
            (self.files, {"res_field": "scan"}),
            (self.files.with_context(default_res_field="scan"), {}),
        ):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                files.create({"name": "x", "raw": b"x", **place, **vals})
        self.assert_same_scan()

    def test_certificate_is_not_created_verified(self):
        certificates = self.env["gov.certificate"].with_user(self.users["officer"])
        vals = {
            "employee_id": self.person.id,
            "level_id": self.level(1).id,
            "number": "T-FORGED",
            "issue_date": "2024-01-02",
        }
        created = certificates.with_context(default_state="verified").create(
            {**vals, "state": "verified"}
        )

        self.assertEqual(created.state, "draft")

    def test_scan_of_a_waiting_certificate_is_changed_in_the_certificate(self):
        waiting = self.new_waiting(self.person, scan=b64(PDF), scan_name="a.pdf")

        waiting.with_user(self.users["officer"]).write({"scan": b64(PDF + b"2")})

        scan = waiting.with_context(bin_size=False).scan
        self.assertEqual(scan.decode(), b64(PDF + b"2"))

    def test_files_of_a_colleague_are_not_taken_into_a_document(self):
        secret = self.files.create({"name": "谈话", "raw": b"secret"})
        drafts = self.env["gov.rule.document"].with_user(self.users["administrator"])
        document = drafts.create({"name": "制度"})

        with self.assertRaises(AccessError):
            document.write({"attachment_ids": [Command.link(secret.id)]})


@tagged("post_install", "-at_install")
class TestBackDoors(PeopleMixin, EntryMixin, WindowStaffCommon):
    def test_nobody_slips_into_a_published_notice(self):
        job = self.new_job()
        listed = self.new_applicant(job, until="publicity")
        late = self.new_applicant(job, name="钱七", until="publicity")
        notice = self.new_notice(listed)
        notice.action_publish()
        link = {"gov_notice_ids": [Command.link(notice.id)]}
        people = self.as_user("officer", late)

        self.assertRaises(DocumentLocked, people.write, link)
        vals = {"partner_name": "孙八", "job_id": job.id}
        self.assertRaises(DocumentLocked, people.create, {**vals, **link})
        with self.assertRaises(DocumentLocked):
            people.with_context(default_gov_notice_ids=[notice.id]).create(vals)
        self.assertEqual(notice.applicant_ids, listed)

    def test_objection_is_not_closed_without_a_conclusion(self):
        listed = self.new_applicant(self.new_job(), until="publicity")
        notice = self.new_notice(listed)
        notice.action_publish()
        objections = self.env["gov.public.notice.objection"]
        objections = objections.with_user(self.users["officer"])

        objection = objections.with_context(default_state="closed").create(
            {
                "notice_id": notice.id,
                "applicant_id": listed.id,
                "text": "学历不实",
                "state": "closed",
            }
        )

        self.assertEqual(objection.state, "open")
        self.assertRaises(UserError, objection.write, {"state": "closed"})

    def test_nobody_slips_out_of_a_published_notice(self):
        listed = self.new_applicant(self.new_job(), until="publicity")
        notice = self.new_notice(listed)
        notice.action_publish()

        with self.assertRaises(DocumentLocked):
            self.as_user("officer", listed).write({"gov_notice_ids": [(5, 0, 0)]})

    def test_applicant_for_a_window_keeps_the_seven_steps(self):
        applicant = self.as_user("officer", self.new_applicant(self.new_job()))

        applicant.write({"gov_is_window": False})

        self.assertTrue(applicant.gov_is_window)

    def test_signature_on_paper_is_given_while_the_text_is_published(self):
        document = self.env["gov.rule.document"].create(
            {"name": "窗口纪律", "body": "<p>按时到岗。</p>"}
        )
        document.action_publish()
        line = document.line_ids.filtered(lambda x: x.employee_id == self.person)
        papers = self.env["gov.rule.paper"].with_user(self.users["officer"])
        today = Date.context_today(papers)
        for days in (-1, 1):
            paper = papers.create(
                {
                    "line_id": line.id,
                    "date": Date.add(today, days=days),
                    "scan": b64(PDF),
                    "scan_name": "签字.pdf",
                }
            )
            with self.subTest(days=days), self.assertRaises(UserError):
                paper.action_save()
        self.assertEqual(line.state, "pending")
