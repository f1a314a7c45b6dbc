"""Exams over the wire: what a script of a logged-in user may not do."""

from odoo import fields
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common import TrainingCommon
from .common_exam import ExamBuilders


@tagged("post_install", "-at_install")
class TestExamRpc(ExamBuilders, RpcCommon, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new_bank(2)
        cls.ann_user = cls.give_login(cls.ann)
        cls.exam = cls.new_exam([cls.ann])
        cls.result = cls.exam.candidate_ids
        for user in (cls.officer, cls.site_officer):
            user.password = user.login

    def refuse(self, user, *args, **kwargs):
        with self.assertRaises(JsonRpcException):
            self.call(user, *args, **kwargs)

    def test_person_reads_neither_bank_nor_papers_nor_results(self):
        for model in (
            "gov.exam",
            "gov.exam.question",
            "gov.exam.choice",
            "gov.exam.candidate",
            "survey.question.answer",
            "survey.user_input",
        ):
            with self.subTest(model=model):
                self.refuse(self.ann_user, model, "search_read", [], ["display_name"])

    def test_site_officer_reads_no_question(self):
        for model in ("gov.exam.question", "gov.exam.choice", "survey.question"):
            with self.subTest(model=model):
                self.refuse(self.site_officer, model, "search_read", [])

    def test_nobody_passes_by_a_write(self):
        ids, vals = self.result.ids, {"state": "passed", "best_percent": 100}
        for user in (self.ann_user, self.site_officer, self.officer):
            with self.subTest(user=user.login):
                self.refuse(user, "gov.exam.candidate", "write", ids, vals)

        self.assertEqual(self.result.state, "waiting")

    def test_context_of_a_client_unlocks_nothing(self):
        for context in (
            {"gov_unlock": True},
            {"gov_training_unlocked": True},
            {"gov_exam_start": True},
        ):
            with self.subTest(context=context):
                self.refuse(
                    self.officer,
                    "gov.exam",
                    "write",
                    self.exam.ids,
                    {"state": "closed"},
                    context=context,
                )
                self.refuse(
                    self.officer,
                    "gov.certification.registration",
                    "create",
                    [{"employee_id": self.ann.id}],
                    context=context,
                )

    def test_private_methods_are_not_called(self):
        for model, method in (
            ("gov.exam.candidate", "_start"),
            ("gov.exam.candidate", "_update_result"),
            ("gov.exam", "_invite"),
            ("gov.certification.registration", "_take_result"),
            ("gov.staff.movement", "_certify_induction"),
        ):
            with self.subTest(method=method):
                self.refuse(self.officer, model, method, self.result.ids)

    def test_proof_of_induction_is_not_written(self):
        movement = self.env["gov.staff.movement"].create({"kind": "transfer"})

        self.refuse(
            self.officer,
            "gov.staff.movement",
            "write",
            movement.ids,
            {"induction_on": str(fields.Date.today()), "induction_proof": "x"},
        )

    def test_list_of_id_numbers_is_downloaded_by_officers_with_the_right_only(self):
        national = self.new_national()
        self.register(national, self.ann)
        path = f"/gov_training/national_exam/{national.id}/list.xlsx"
        for user in (self.ann_user, self.site_officer):
            self.authenticate(user.login, user.login)
            with self.subTest(user=user.login):
                self.assertEqual(self.url_open(path).status_code, 404)

        self.authenticate(self.officer.login, self.officer.login)
        with mute_logger("odoo.http"):
            self.assertNotEqual(self.url_open(path).status_code, 200)

        personal = self.env.ref("gov_window_staff.group_personal_data")
        self.officer.group_ids += personal
        self.authenticate(self.officer.login, self.officer.login)
        response = self.url_open(path)
        self.assertEqual(response.status_code, 200)
        self.assertEqual(response.content[:2], b"PK")
        self.assertEqual(response.headers["Cache-Control"], "no-store")
