"""Who may do what with needs, by role and over the wire."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import TrainingCommon
from .common_need import NeedBuilders
from .test_rpc import RpcCase

OPERATIONS = ("read", "write", "create", "unlink")
ALL = set(OPERATIONS)
WIZARDS = {"site_officer": ALL, "officer": ALL, "administrator": ALL}
RIGHTS = {
    "gov.training.need": {**WIZARDS, "leader": {"read"}, "hr": {"read"}},
    "gov.training.need.session": WIZARDS,
    "gov.training.need.decline": WIZARDS,
    "gov.training.need.propose": WIZARDS,
}


@tagged("post_install", "-at_install")
class TestNeedRights(TrainingCommon, NeedBuilders):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users = {
            "officer": cls.officer,
            "site_officer": cls.site_officer,
            "leader": cls.leader,
            "administrator": cls.administrator,
            "liaison": cls.new_user("liaison", "gov_window_staff.group_liaison"),
            "hr": cls.new_user("hr", "hr.group_hr_user"),
            "plain": cls.new_user("plain", "base.group_user"),
            "portal": cls.new_portal_user(cls.ann),
        }
        cls.needs = (
            cls.new_need(cls.ann) | cls.new_need(cls.bob) | cls.new_need(cls.eve)
        )

    def test_each_role_may_do_what_is_said_and_no_more(self):
        for model, rights in RIGHTS.items():
            for role, user in self.users.items():
                records = self.env[model].with_user(user)
                allowed = {op for op in OPERATIONS if records.has_access(op)}
                with self.subTest(model=model, role=role):
                    self.assertEqual(allowed, rights.get(role, set()))

    def test_site_officer_has_own_people_and_those_below(self):
        for operation in ("read", "write", "unlink"):
            allowed = self.needs.with_user(self.site_officer)._filtered_access(
                operation
            )
            with self.subTest(operation=operation):
                self.assertEqual(allowed.ids, self.needs[:2].ids)

    def test_site_officer_names_no_need_for_others(self):
        with self.assertRaises(AccessError):
            self.env["gov.training.need"].with_user(self.site_officer).create(
                {"employee_id": self.eve.id, "topic_id": self.topic("computer").id}
            )

    def test_site_officer_arranges_nothing_for_others(self):
        with self.assertRaises(AccessError):
            self.arrange(self.needs, user=self.site_officer)
        with self.assertRaises(AccessError):
            self.arrange(
                self.needs[0], user=self.site_officer, department_id=self.county.id
            )

    def test_leader_presses_no_button(self):
        need = self.needs[0].with_user(self.leader)
        need.sudo()._decline("no")

        with self.assertRaises(AccessError):
            need.action_reopen()


@tagged("post_install", "-at_install")
class TestNeedRpc(RpcCase, NeedBuilders):
    def test_private_steps_are_not_public_methods(self):
        need = self.new_need()

        for method, args in (
            ("_settle", [need.ids]),
            ("_plan", [need.ids, 1]),
            ("_decline", [need.ids, "no"]),
            ("_state_from_portal", [1, []]),
            ("_withdraw_from_portal", [need.ids]),
        ):
            with self.subTest(method=method):
                self.assert_refused(
                    "AccessError|private",
                    self.administrator,
                    "gov.training.need",
                    method,
                    *args,
                )

    def test_state_and_source_are_not_written(self):
        need = self.new_need()

        for vals in (
            {"state": "met"},
            {"source": "exam"},
            {"employee_id": self.eve.id},
            {"session_id": 1},
            {"facts": "x"},
            {"answer": "x"},
        ):
            with self.subTest(vals=vals):
                self.assert_refused(
                    "UserError",
                    self.officer,
                    "gov.training.need",
                    "write",
                    need.ids,
                    vals,
                    context={"gov_training_unlocked": True},
                )
        self.assertRecordValues(
            need,
            [
                {
                    "state": "open",
                    "source": "officer",
                    "employee_id": self.ann.id,
                    "facts": False,
                    "answer": False,
                }
            ],
        )

    def test_need_is_not_created_met_or_as_a_fact(self):
        ids = self.call(
            self.officer,
            "gov.training.need",
            "create",
            [
                {
                    "employee_id": self.eve.id,
                    "topic_id": self.topic("computer").id,
                    "state": "met",
                    "facts": "made up",
                }
            ],
            context={"default_source": "exam", "default_answer": "x"},
        )

        self.assertRecordValues(
            self.env["gov.training.need"].browse(ids),
            [{"state": "open", "source": "officer", "facts": False, "answer": False}],
        )

    def test_portal_user_and_liaison_read_nothing(self):
        self.new_need()
        liaison = self.new_user("liaison", "gov_window_staff.group_liaison")

        for user in (self.new_portal_user(self.ann), liaison):
            with self.subTest(user=user.login):
                self.assert_refused(
                    "AccessError", user, "gov.training.need", "search_read", []
                )
