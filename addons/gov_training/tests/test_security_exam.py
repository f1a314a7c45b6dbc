"""Exams, induction rules and registrations: what each role may do."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from ..exceptions import ExamLocked
from .common import TrainingCommon
from .common_exam import ExamBuilders

FULL = "read write create unlink"
OVERSEEN = {"site_officer": "read", "leader": "read"}
EVERYBODY = ("officer", "site_officer", "leader", "liaison", "plain", "portal")
RULES = dict.fromkeys(EVERYBODY[1:5], "read") | {"officer": FULL}
# what each role may do with a model; a role that is not named may do nothing
RIGHTS = {
    "gov.exam": {"officer": FULL, "site_officer": FULL, "leader": "read"},
    "gov.exam.part": {"officer": FULL, "site_officer": FULL, "leader": "read"},
    "gov.exam.candidate": OVERSEEN | {"officer": "read"},
    "gov.exam.question": {"officer": FULL},
    "gov.exam.choice": {"officer": FULL},
    "gov.exam.invite": {"officer": FULL, "site_officer": FULL},
    "gov.exam.grant": {"officer": FULL, "site_officer": FULL},
    "gov.import.exam.question": {"officer": FULL},
    "gov.import.exam.result": {"officer": FULL},
    "gov.induction.policy": RULES,
    "gov.induction.policy.version": RULES,
    "gov.induction.certify": {"officer": FULL},
    "gov.certification.exam": OVERSEEN | {"officer": FULL},
    "gov.certification.registration": OVERSEEN | {"officer": "read write"},
    "gov.certification.check": OVERSEEN | {"officer": "read"},
    "gov.certification.register": {"officer": FULL},
    "gov.certification.admit": {"officer": FULL},
}


@tagged("post_install", "-at_install")
class TestExamRights(ExamBuilders, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.new_bank(2)
        cls.users = {
            "officer": cls.officer,
            "site_officer": cls.site_officer,
            "leader": cls.leader,
            "liaison": cls.new_user("liaison", "gov_window_staff.group_liaison"),
            "plain": cls.new_user("plain", "base.group_user"),
            "portal": new_test_user(cls.env, "exam_portal", "base.group_portal"),
        }
        everybody = [cls.ann, cls.bob, cls.eve]
        cls.for_county = cls.new_exam(everybody, name="County")
        cls.for_a = cls.new_exam([cls.ann], name="A", department_id=cls.town_a.id)
        cls.for_b = cls.new_exam([cls.eve], name="B", department_id=cls.town_b.id)

    def test_each_role_may_do_what_the_table_says(self):
        for model, rights in RIGHTS.items():
            for role, user in self.users.items():
                records = self.env[model].with_user(user)
                may = {op for op in FULL.split() if records.has_access(op)}
                with self.subTest(model=model, role=role):
                    self.assertEqual(may, set(rights.get(role, "").split()))

    def test_every_model_of_the_exams_is_in_the_table(self):
        prefixes = (
            "gov.exam",
            "gov.induction",
            "gov.certification.",
            "gov.import.exam",
        )
        models = self.env["ir.model"].search([("transient", "in", (True, False))])
        names = {m.model for m in models if m.model.startswith(prefixes)}

        self.assertEqual(names, set(RIGHTS))

    def names(self, user, operation="read"):
        exams = self.for_county + self.for_a + self.for_b
        return set(exams.with_user(user)._filtered_access(operation).mapped("name"))

    def test_site_officer_sees_own_exams_and_those_of_the_county(self):
        self.assertEqual(self.names(self.site_officer), {"County", "A"})
        self.assertEqual(self.names(self.site_officer, "write"), {"A"})
        self.assertEqual(self.names(self.officer, "write"), {"County", "A", "B"})
        self.assertEqual(self.names(self.leader, "write"), set())

    def test_site_officer_sees_results_of_own_people(self):
        results = self.env["gov.exam.candidate"].with_user(self.site_officer)

        found = results.search([("exam_id", "=", self.for_county.id)])

        self.assertEqual(set(found.mapped("staff_no")), {"W001", "W002"})

    def test_site_officer_holds_an_own_exam_without_seeing_the_bank(self):
        exam = self.new_exam(opened=False, department_id=self.town_a.id)
        own = exam.with_user(self.site_officer)
        wizard = self.env["gov.exam.invite"].with_user(self.site_officer)

        wizard.create({"exam_id": exam.id}).action_invite()
        own.action_open()
        own.action_close()

        self.assertEqual(set(exam.candidate_ids.employee_id), {self.ann, self.bob})
        with self.assertRaises(AccessError):
            own.read(["survey_id"])
        with self.assertRaises(AccessError):
            own.survey_id.read(["title"])

    def test_site_officer_invites_nobody_of_another_site(self):
        own = self.for_a.with_user(self.site_officer)

        with self.assertRaises(AccessError):
            own._invite(self.eve)
        with self.assertRaises(AccessError):
            self.for_county.with_user(self.site_officer)._invite(self.ann)

    def test_site_officer_gives_no_exam_to_another_site(self):
        draft = self.new_exam(opened=False, department_id=self.town_a.id)

        with self.assertRaises(AccessError):
            draft.with_user(self.site_officer).department_id = self.town_b

    def test_buttons_are_for_those_who_hold_the_exam(self):
        result = self.for_county.candidate_ids[:1]
        for user in (self.site_officer, self.leader):
            exam = self.for_county.with_user(user)
            for action in (exam.action_close, exam.action_cancel):
                with self.subTest(user=user.login, action=action.__name__):
                    self.assertRaises(AccessError, action)
            with self.assertRaises(AccessError):
                result.with_user(user).action_remove()
            with self.assertRaises(AccessError):
                result.with_user(user)._grant("x")

    def test_nobody_writes_a_result(self):
        result = self.for_a.candidate_ids
        for user in (self.officer, self.site_officer, self.administrator):
            with self.subTest(user=user.login), self.assertRaises(UserError):
                result.with_user(user).write({"state": "passed"})
        with self.assertRaises(UserError):
            result.with_user(self.officer).unlink()

    def test_officer_does_not_forge_a_survey(self):
        exam = self.new_exam(opened=False).with_user(self.officer)

        with self.assertRaises(ExamLocked):
            exam.survey_id = self.for_a.survey_id

    def test_site_officer_sees_registrations_of_own_people(self):
        national = self.new_national()
        self.register(national, self.ann, self.eve)
        lines = self.env["gov.certification.registration"].with_user(self.site_officer)

        found = lines.search([("exam_id", "=", national.id)])

        self.assertEqual(found.mapped("staff_no"), ["W001"])
        self.assertTrue(found.check_ids.mapped("text"))
        with self.assertRaises(AccessError):
            found.action_withdraw()

    def test_names_stay_readable_with_the_new_fields(self):
        plain = self.users["plain"]

        names = self.env["hr.employee.public"].with_user(plain).browse(self.ann.id)

        self.assertEqual(names.name, self.ann.name)
        self.assertEqual(self.ann.with_user(plain).name, self.ann.name)
