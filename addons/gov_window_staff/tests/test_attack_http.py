"""Addresses that an attacker opened: forms without a token, papers of other people."""

from odoo.tests import tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from .common import SITE_OFFICER, RpcCommon
from .common_movement import LIAISON, MovementCommon
from .common_portal import PORTAL

FORMS = (
    "/my/corrections/new/1",
    "/my/corrections/1/withdraw",
    "/my/corrections/1/discard",
    "/my/certificates/new",
    "/my/certificates/1/withdraw",
    "/my/movements/resign",
    "/my/movements/1/withdraw",
    "/my/rules/1/answer",
)
PAGES = (
    "/my/profile",
    "/my/profile/photo",
    "/my/corrections",
    "/my/corrections/1/evidence",
    "/my/certificates/1/scan",
    "/my/movements/1",
    "/my/rules/1/signed",
    "/my/rules/1/file/1",
)
MOVEMENT = "gov.staff.movement"


@tagged("post_install", "-at_install")
class TestAddresses(RpcCommon, MovementCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plain = cls.new_user("plain")
        cls.portal = cls.new_user("portal", PORTAL)
        cls.other = cls.new_person(user_id=cls.portal.id)
        cls.elsewhere = cls.new_user("elsewhere", SITE_OFFICER, sites=cls.branch)
        cls.foreign = cls.new_user("foreign", LIAISON)
        cls.foreign.gov_unit_ids = cls.new_unit("县医保局")
        cls.movement = cls.env[MOVEMENT].create(
            {
                "kind": "transfer",
                "employee_id": cls.person.id,
                "to_department_id": cls.town_b.id,
            }
        )

    def outsiders(self):
        return (self.plain, self.portal, self.elsewhere, self.foreign)

    def status(self, user, path, **form):
        self.authenticate(user.login, user.login)
        with mute_logger("odoo.http", "odoo.addons.base.models.ir_rule"):
            return self.url_open(path, data=form or None).status_code

    def test_form_without_a_token_is_refused(self):
        for path in FORMS:
            with self.subTest(path=path):
                self.assertEqual(self.status(self.portal, path, answer="agree"), 400)

    def test_visitor_without_a_login_is_sent_to_the_login(self):
        self.authenticate(None, None)
        for path in PAGES:
            response = self.url_open(path)
            with self.subTest(path=path):
                self.assertTrue(response.url.split("?")[0].endswith("/web/login"))

    def test_papers_of_other_people_are_not_printed(self):
        papers = {
            "gov_window_staff.movement_form": self.movement,
            "gov_window_staff.replacement_order_form": self.movement,
            "gov_window_staff.dossier": self.person,
        }
        for name, record in papers.items():
            for user in self.outsiders():
                path = f"/report/html/{name}/{record.id}"
                with self.subTest(report=name, user=user.login):
                    self.assertEqual(self.status(user, path), 403)

    def test_movement_of_other_people_is_not_on_the_own_pages(self):
        for user in self.outsiders():
            self.authenticate(user.login, user.login)
            response = self.url_open(f"/my/movements/{self.movement.id}")
            with self.subTest(user=user.login):
                self.assertNotIn(self.movement.name, response.text)

    def test_windows_take_no_movement_of_other_people(self):
        for user in (self.elsewhere, self.foreign):
            vals = {"movement_id": self.movement.id, "decision": "cancel"}
            with (
                self.subTest(user=user.login),
                self.assertRaisesRegex(JsonRpcException, "AccessError"),
            ):
                window = self.call(
                    user, "gov.movement.decision", "create", [{**vals, "comment": "x"}]
                )
                self.call(user, "gov.movement.decision", "action_confirm", window)
        self.assertEqual(self.movement.state, "draft")

    def test_bank_of_operators_is_not_widened(self):
        """Operators that skip the rules are the system's own."""
        domain = [("bank_account_ids", "any!", [("acc_number", "like", "622")])]

        with self.assertRaisesRegex(JsonRpcException, "ValueError"):
            self.call(self.officer, "hr.employee", "search", domain)
