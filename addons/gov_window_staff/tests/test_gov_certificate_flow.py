"""核验: the sheet with the registry's results, rejection, way back, four eyes."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import HR_OFFICER, WindowStaffCommon
from .common_certificate import REGISTRY, CertificateMixin


class FlowCase(CertificateMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("officer", HR_OFFICER, tz="Asia/Shanghai")


@tagged("post_install", "-at_install")
class TestVerification(FlowCase):
    @freeze_time("2026-10-31 17:30:00")
    def test_sheet_records_result_officer_and_the_day_of_his_calendar(self):
        certificate = self.new_waiting()

        sheet = self.sheet(certificate, self.officer, verify_url="http://example.cn")
        sheet.line_ids.result = REGISTRY
        sheet.action_confirm()

        # 01:30 of the next morning in China
        self.assertRecordValues(
            certificate,
            [
                {
                    "state": "verified",
                    "verify_date": date(2026, 11, 1),
                    "verifier_id": self.officer.id,
                    "verify_result": REGISTRY,
                    "verify_url": "http://example.cn",
                }
            ],
        )

    def test_batch_takes_each_lines_own_result(self):
        genuine, forged, later = (self.new_waiting() for _ in range(3))

        sheet = self.sheet(genuine + forged + later, self.officer)
        lines = {line.certificate_id: line for line in sheet.line_ids}
        lines[forged].write({"outcome": "rejected", "reason": "证书网查无此号"})
        lines[later].outcome = "later"
        sheet.action_confirm()

        self.assertEqual(
            [c.state for c in genuine + forged + later],
            ["verified", "rejected", "draft"],
        )
        self.assertEqual(forged.reject_reason, "证书网查无此号")
        self.assertEqual(forged.verifier_id, self.officer)
        self.assertFalse(forged.verify_date)

    def test_rejection_needs_a_reason(self):
        sheet = self.sheet(self.new_waiting(), self.officer)
        sheet.line_ids.write({"outcome": "rejected", "reason": "  "})

        with self.assertRaisesRegex(UserError, "Give the reason"):
            sheet.action_confirm()

    def test_registry_result_has_to_be_recorded(self):
        sheet = self.sheet(self.new_waiting(), self.officer)
        sheet.line_ids.result = " "

        with self.assertRaisesRegex(UserError, "what the registry shows"):
            sheet.action_confirm()

    def test_only_waiting_ones_come_to_the_sheet(self):
        person = self.new_person()
        verified = self.new_certificate(person, verified=date(2024, 1, 2))
        void = self.new_waiting(person, void_reason="伪造")
        waiting = self.new_waiting(person)

        sheet = self.sheet(verified + void + waiting, self.officer)

        self.assertEqual(sheet.line_ids.certificate_id, waiting)

    def test_nothing_to_verify_is_said(self):
        with self.assertRaisesRegex(UserError, "nothing to verify"):
            self.new_certificate(self.new_person()).action_verify()

    def test_day_of_verification_lies_between_issue_and_today(self):
        certificate = self.new_waiting(issued=date(2026, 9, 1))

        for day in (date(2026, 8, 31), date(2999, 1, 1)):
            with self.subTest(day=day), self.assertRaisesRegex(UserError, "today"):
                certificate._verify(REGISTRY, day)
        certificate._verify(REGISTRY, date(2026, 9, 1))

        self.assertEqual(certificate.state, "verified")

    def test_certificate_that_a_colleague_has_verified_is_not_verified_again(self):
        certificate = self.new_waiting()
        sheet = self.sheet(certificate, self.officer)
        certificate._verify("同事先核验", date(2026, 1, 5))

        with self.assertRaisesRegex(UserError, "by now"):
            sheet.action_confirm()

        self.assertEqual(certificate.verify_result, "同事先核验")


@tagged("post_install", "-at_install")
class TestWayBack(FlowCase):
    def reason(self, certificate, method, text):
        action = getattr(certificate.with_user(self.officer), method)()
        sheet = self.env[action["res_model"]].with_user(self.officer)
        sheet.with_context(**action["context"]).create(
            {"reason": text}
        ).action_confirm()

    def test_undo_clears_the_result_and_keeps_the_reason_in_the_history(self):
        certificate = self.new_certificate(self.new_person())

        self.reason(certificate, "action_undo", "编号看错")

        self.assertRecordValues(
            certificate,
            [{"state": "draft", "verify_date": False, "verifier_id": False}],
        )
        self.assertIn("编号看错", certificate.message_ids[0].body)

    def test_rejected_and_void_ones_can_be_looked_at_again(self):
        for vals in ({"reject_reason": "不符"}, {"void_reason": "伪造"}):
            certificate = self.new_waiting(**vals)
            with self.subTest(vals=vals):
                self.reason(certificate, "action_undo", "重新核对")

                self.assertEqual(certificate.state, "draft")

    def test_void_certificate_keeps_its_verification_and_the_reason(self):
        certificate = self.new_certificate(self.new_person())

        self.reason(certificate, "action_void", "发证机构注销")

        self.assertRecordValues(
            certificate, [{"state": "void", "void_reason": "发证机构注销"}]
        )
        self.assertTrue(certificate.verify_date)

    def test_waiting_one_has_nothing_to_undo(self):
        with self.assertRaisesRegex(UserError, "by now"):
            self.new_waiting()._undo("看错")

    def test_rejected_one_is_not_void(self):
        with self.assertRaisesRegex(UserError, "by now"):
            self.new_waiting(reject_reason="不符")._void("伪造")

    def test_reason_of_blanks_is_refused(self):
        with self.assertRaisesRegex(UserError, "Give the reason"):
            self.reason(self.new_certificate(self.new_person()), "action_undo", "  ")


@tagged("post_install", "-at_install")
class TestFourEyes(FlowCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer_as_person = cls.new_person(user_id=cls.officer.id)
        cls.own = cls.new_waiting(cls.officer_as_person).with_user(cls.officer)

    def test_officer_does_not_verify_the_own_certificate(self):
        for call in (
            self.own.action_verify,
            lambda: self.own._verify(REGISTRY),
            lambda: self.own._reject("不符"),
            lambda: self.own._void("不要了"),
        ):
            with self.assertRaisesRegex(UserError, "your own"):
                call()

        self.assertEqual(self.own.state, "draft")

    def test_own_one_among_others_stops_the_whole_batch(self):
        other = self.new_waiting().with_user(self.officer)

        with self.assertRaisesRegex(UserError, "your own"):
            (self.own + other)._verify(REGISTRY)

        self.assertEqual(other.state, "draft")

    def test_officer_does_not_send_back_the_own_verified_one(self):
        self.own.with_user(self.env.user)._verify(REGISTRY)

        with self.assertRaisesRegex(UserError, "your own"):
            self.own._undo("想改等级")

    def test_colleague_verifies_it(self):
        colleague = self.new_user("colleague", HR_OFFICER)

        self.own.with_user(colleague)._verify(REGISTRY)

        self.assertEqual(self.own.verifier_id, colleague)
