"""个人信息查看记录: looked up with a reason, never changed, seen by administrators."""

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from ..exceptions import DocumentLocked
from .common import WindowStaffCommon
from .common_people import CARD, NUMBER, PHONE, PeopleMixin


@tagged("post_install", "-at_install")
class TestLookUp(PeopleMixin, WindowStaffCommon):
    def look(self, kind, reason="考试报名", role="member"):
        wizard = (
            self.env["gov.personal.view"]
            .with_user(self.users[role])
            .create({"employee_id": self.person.id, "kind": kind, "reason": reason})
        )
        return wizard.action_show()["params"]["message"]

    def test_each_value_is_shown_once_and_put_on_record(self):
        for kind, value in (
            ("identification", NUMBER),
            ("phone", PHONE),
            ("card", CARD),
        ):
            with self.subTest(kind=kind):
                self.assertEqual(self.look(kind), value)
        member = self.users["member"]
        self.assertEqual(
            self.disclosed(),
            [
                (member, kind, "view", "考试报名")
                for kind in ("identification", "phone", "card")
            ],
        )

    def test_value_is_not_kept_in_the_wizard(self):
        self.look("identification")
        self.env.flush_all()

        self.env.cr.execute("SELECT * FROM gov_personal_view")

        self.assertNotIn(NUMBER, str(self.env.cr.fetchall()))

    def test_blank_reason_shows_nothing(self):
        with self.assertRaises(ValidationError):
            self.person.with_user(self.users["member"])._gov_disclose("phone", "  ")

        self.assertEqual(self.disclosed(), [])

    def test_nobody_outside_the_group_looks_up(self):
        for role in ("plain", "site_officer", "leader", "officer", "administrator"):
            with self.subTest(role=role):
                with self.assertRaises(AccessError):
                    self.look("phone", role=role)
                with self.assertRaises(AccessError):
                    self.as_user(role)._gov_disclose("phone", "想看看")


@tagged("post_install", "-at_install")
class TestLog(PeopleMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["gov.disclosure"]._note(cls.person, ["phone"], "view", "核对")
        cls.env.cr.precommit.run()
        cls.line = cls.env["gov.disclosure"].search([])

    def test_line_says_who_whose_what_and_why(self):
        self.assertRecordValues(
            self.line,
            [
                {
                    "user_id": self.env.uid,
                    "employee_id": self.person.id,
                    "person": "P001 人员P001",
                    "kind": "phone",
                    "way": "view",
                    "reason": "核对",
                }
            ],
        )

    def test_nobody_changes_or_deletes_a_line(self):
        administrator = self.line.with_user(self.users["administrator"])
        for line in (self.line, administrator):
            with self.assertRaises(DocumentLocked):
                line.write({"reason": "别的"})
        with self.assertRaises(DocumentLocked):
            self.line.unlink()
        with self.assertRaises(AccessError):
            administrator.unlink()

    def test_nobody_writes_a_line_by_hand(self):
        for role in ("member", "administrator"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.env["gov.disclosure"].with_user(self.users[role]).create(
                    {"person": "某人", "kind": "phone", "way": "view", "user_id": 1}
                )

    def test_log_is_read_by_administrators_only(self):
        for role in ("plain", "site_officer", "leader", "officer", "member"):
            with self.subTest(role=role), self.assertRaises(AccessError):
                self.as_user(role, self.line).read(["reason"])

        self.assertEqual(self.as_user("administrator", self.line).reason, "核对")

    def test_line_outlives_the_person(self):
        person = self.new_person("P009", private_phone=PHONE)
        self.env["gov.disclosure"]._note(person, ["phone"], "rpc")
        self.env.cr.precommit.run()

        person.unlink()

        line = self.env["gov.disclosure"].search([("person", "like", "P009")])
        self.assertEqual(len(line), 1)
        self.assertFalse(line.employee_id)
