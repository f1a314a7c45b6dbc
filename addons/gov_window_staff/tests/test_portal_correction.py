"""/my/corrections: ask, follow, take back; refusals stand above the form."""

from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import HR_OFFICER, WindowStaffCommon
from .common_certificate import EXE
from .common_portal import PortalMixin


@tagged("post_install", "-at_install")
class TestCorrectionPages(PortalMixin, HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.set_up_people()
        cls.phone = f"/my/corrections/new/{cls.entry('phone').id}"
        cls.name = f"/my/corrections/new/{cls.entry('name').id}"

    def requests(self, person=None):
        return (person or self.zhang).gov_correction_ids

    def test_empty_list_says_what_to_do(self):
        self.assertIn("还没有申请过更正", self.open("/my/corrections").text)

    def test_fields_are_offered_with_their_masked_value(self):
        page = self.open("/my/corrections/new").text

        self.assertIn(self.phone, page)
        self.assertIn("138****0001", page)
        self.assertNotIn("13800000001", page)

    def test_request_is_sent_and_listed(self):
        response = self.post(self.phone, value="139 0000 0002", reason="换号")

        self.assert_back_to(response, "/my/corrections")
        self.assertIn("139****0002", response.text)
        self.assertIn("待审核", response.text)
        self.assertEqual(self.requests().employee_id, self.zhang)

    def test_wrong_value_keeps_what_was_typed(self):
        response = self.post(self.phone, value="12345", reason="换号了")

        self.assertEqual(response.status_code, 200)
        self.assertIn("手机号码应为11位", response.text)
        self.assertIn('value="12345"', response.text)
        self.assertIn("换号了", response.text)
        self.assertFalse(self.requests())

    def test_program_named_pdf_is_refused(self):
        files = {"evidence": ("证明.pdf", EXE, "application/pdf")}

        response = self.post(self.name, files=files, value="张叁", reason="改名")

        self.assertIn("PDF、JPG、PNG", response.text)
        self.assertFalse(self.requests())

    def test_proof_is_stored_and_downloaded_by_its_sender_only(self):
        self.post(self.name, files=self.pdf("evidence"), value="张叁", reason="改名")
        path = f"/my/corrections/{self.requests().id}/evidence"

        proof = self.open(path)
        self.assertTrue(proof.content.startswith(b"%PDF"))
        self.assertEqual(proof.headers["X-Content-Type-Options"], "nosniff")
        self.assertTrue(proof.headers["Content-Disposition"].startswith("attachment"))
        self.assert_back_to(self.open(path, self.li_user), "/my/corrections")

    def test_person_does_not_choose_whose_request_it_is(self):
        self.post(
            self.phone,
            value="13900000002",
            reason="换号",
            employee_id=self.li.id,
            state="approved",
        )

        self.assertFalse(self.requests(self.li))
        self.assertEqual(self.requests().state, "submitted")

    def test_request_is_taken_back_changed_and_given_up(self):
        request = self.ask()
        path = f"/my/corrections/{request.id}"

        self.assert_back_to(self.post(f"{path}/withdraw"), "/my/corrections")
        self.assertEqual(request.state, "draft")
        self.assertIn("13900000002", self.open(self.phone).text)

        self.assert_back_to(self.post(f"{path}/discard"), "/my/corrections")
        self.assertFalse(request.exists())

    def test_decided_request_is_not_taken_back(self):
        request = self.ask()
        request.with_user(self.new_user("officer", HR_OFFICER)).action_approve()

        response = self.post(f"/my/corrections/{request.id}/withdraw")

        self.assertEqual(response.status_code, 200)
        self.assertIn("已更正", response.text)
        self.assertEqual(request.state, "approved")

    def test_answer_of_the_officer_is_read(self):
        request = self.ask()
        request.answer = "请附运营商证明"
        request.with_user(self.new_user("officer", HR_OFFICER)).action_refuse()

        page = self.open(f"/my/corrections/{request.id}").text

        self.assertIn("请附运营商证明", page)
        self.assertIn("不予更正", page)

    def test_field_that_is_not_offered_leads_back_to_the_choice(self):
        hidden = self.entry("school")
        hidden.active = False

        for field_id in (hidden.id, 999999999):
            response = self.open(f"/my/corrections/new/{field_id}")
            with self.subTest(field_id=field_id):
                self.assert_back_to(response, "/my/corrections/new")

    @mute_logger("odoo.http")
    def test_form_without_its_token_is_refused(self):
        self.open("/my")

        response = self.url_open(
            self.phone, data={"value": "13900000002", "reason": "换号"}
        )

        self.assertEqual(response.status_code, 400)
        self.assertFalse(self.requests())

    def test_long_lists_have_pages(self):
        request = self.ask()
        request._unprotected().copy_data()
        for _number in range(21):
            request._unprotected().copy({"state": "refused"})

        first = self.open("/my/corrections").text
        second = self.open("/my/corrections/page/2").text

        self.assertIn("/my/corrections/page/2", first)
        self.assertEqual(second.count("list-group-item-action"), 2)
