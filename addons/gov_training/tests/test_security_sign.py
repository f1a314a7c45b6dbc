"""The secret of a sign-in code is nobody's; codes are no business of any role."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .common import MORNING, TrainingCommon
from .common_sign import SignMixin
from .test_rpc import RpcCase

CODE = "gov.training.sign.code"
OPERATIONS = ("read", "write", "create", "unlink")


@tagged("post_install", "-at_install")
class TestSignRights(SignMixin, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.roles = {
            "officer": cls.officer,
            "site officer": cls.site_officer,
            "leader": cls.leader,
            "administrator": cls.administrator,
            "liaison": cls.new_user("liaison", "gov_window_staff.group_liaison"),
            "internal": cls.new_user("plain", "base.group_user"),
            "portal": cls.give_login(cls.ann),
            "system": cls.new_user("system", "base.group_system"),
        }
        cls.code = cls.code_of(cls.new_session("ongoing", [cls.ann]))

    def test_no_role_has_any_right_on_codes(self):
        for role, user in self.roles.items():
            codes = self.env[CODE].with_user(user)
            for operation in OPERATIONS:
                with self.subTest(role=role, operation=operation):
                    self.assertFalse(codes.has_access(operation))

    def test_secret_stays_hidden_even_from_who_is_given_rights(self):
        self.env["ir.model.access"].create(
            {
                "name": "a careless administrator",
                "model_id": self.env["ir.model"]._get_id(CODE),
                "group_id": self.env.ref("base.group_user").id,
                "perm_read": True,
                "perm_write": True,
                "perm_create": True,
            }
        )
        code = self.code.with_user(self.roles["system"])

        self.assertNotIn("secret", code.fields_get())
        self.assertNotIn("secret", code.read()[0])
        for attempt in (
            lambda: code.read(["secret"]),
            lambda: code.write({"secret": "known"}),
            lambda: code.search([("secret", "=like", "a%")]),
            lambda: code.export_data(["secret"]),
            lambda: code.formatted_read_group([], ["secret"], ["__count"]),
        ):
            with self.assertRaises(AccessError):
                attempt()

    def test_secrets_differ_and_are_long(self):
        other = self.code_of(self.new_session("ongoing", start=MORNING))

        self.assertNotEqual(self.code.secret, other.secret)
        self.assertRegex(self.code.secret, "^[0-9a-f]{64}$")


@tagged("post_install", "-at_install")
class TestSignRpc(SignMixin, RpcCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.user = cls.give_login(cls.ann)
        cls.held = cls.held_now([cls.ann])
        cls.code = cls.code_of(cls.held)

    def test_nobody_reads_codes_over_the_wire(self):
        for user in (self.officer, self.administrator, self.user):
            for method, args in {
                "read": [self.code.ids, ["secret"]],
                "search_read": [[]],
                "create": [[{"session_id": self.held.id, "secret": "x"}]],
            }.items():
                with self.subTest(user=user.login, method=method):
                    self.assert_refused("AccessError", user, CODE, method, *args)

    def test_private_steps_are_not_public_methods(self):
        line = self.held.enrollment_ids
        for model, method, args in (
            (CODE, "_scan", [self.code.ids, self.ann.id, "x"]),
            (CODE, "_url", [self.code.ids, False]),
            (CODE, "_of", [[], self.held.id, False]),
            ("gov.training.session", "_enroll_from_portal", [[1], self.ann.id]),
            ("gov.training.enrollment", "_leave_from_portal", [line.ids]),
            ("hr.employee", "_gov_training_years", [self.ann.ids]),
        ):
            with self.subTest(method=method):
                self.assert_refused(
                    "AccessError|private", self.administrator, model, method, *args
                )

    def test_portal_user_touches_no_session_or_line(self):
        for model in ("gov.training.session", "gov.training.enrollment"):
            with self.subTest(model=model):
                self.assert_refused("AccessError", self.user, model, "search_read", [])
        self.assert_refused(
            "AccessError",
            self.user,
            "gov.training.enrollment",
            "action_present",
            self.held.enrollment_ids.ids,
        )

    def test_screen_belongs_to_who_runs_the_session(self):
        path = f"/training/sign-screen/{self.code.id}"
        for user, status in {
            self.officer: 200,
            self.site_officer: 404,
            self.leader: 404,
            self.user: 404,
        }.items():
            self.authenticate(user.login, user.login)
            with self.subTest(user=user.login):
                self.assertEqual(self.url_open(path).status_code, status)
                shown = self.make_jsonrpc_request(f"{path}/now", {})
                self.assertEqual(shown["is_open"], status == 200)
                self.assertEqual("picture" in shown, status == 200)
