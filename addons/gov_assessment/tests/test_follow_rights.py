"""Who may read and change what follows from a month, role by role."""

from odoo.exceptions import AccessError
from odoo.tests import TransactionCase, tagged

from .common import AssessmentCommon
from .common_follow import FollowCommon

RIGHTS = {
    "officer": {
        "gov.follow.letter": "rwcd",
        "gov.criticism.notice": "rwcd",
        "gov.self.examination": "rwcd",
        "gov.self.examination.paper": "rwc",
        "gov.interview": "rwcd",
        "gov.interview.participant": "rwcd",
        "gov.supervision": "rwcd",
        "gov.supervision.step": "r",
        "gov.supervision.extend": "rwc",
        "gov.merit.entry": "r",
        "gov.follow.reason": "rwc",
    },
    "leader": {
        "gov.follow.letter": "r",
        "gov.criticism.notice": "r",
        "gov.self.examination": "r",
        "gov.interview": "rwcd",
        "gov.interview.participant": "rwcd",
        "gov.supervision": "r",
        "gov.supervision.step": "r",
        "gov.merit.entry": "r",
        "gov.follow.reason": "rwc",
    },
    "site_officer": {
        "gov.follow.letter": "r",
        "gov.criticism.notice": "r",
        "gov.self.examination": "r",
        "gov.interview": "rwcd",
        "gov.interview.participant": "rwcd",
        "gov.supervision": "rw",
        "gov.supervision.step": "r",
        "gov.merit.entry": "r",
        "gov.follow.reason": "rwc",
    },
    "liaison": {
        "gov.follow.letter": "r",
        "gov.criticism.notice": "r",
        "gov.interview": "r",
        "gov.interview.participant": "r",
        "gov.supervision": "r",
        "gov.supervision.step": "r",
        # the window in which a liaison answers an item of the unit
        "gov.follow.reason": "rwc",
    },
    "plain_user": {"gov.follow.letter": "r"},
    "portal_user": {},
}
LETTERS = {"read": "r", "write": "w", "create": "c", "unlink": "d"}


@tagged("post_install", "-at_install")
class TestFollowRights(FollowCommon, AssessmentCommon, TransactionCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.new_unit()
        cls.liaison = cls.new_liaison(cls.unit)
        cls.own = cls.new_person(gov_dispatch_unit_id=cls.unit.id)
        cls.foreign = cls.new_person(site=cls.town_b)

    def test_each_role_has_exactly_these_rights(self):
        models = RIGHTS["officer"]
        for role, table in RIGHTS.items():
            user = getattr(self, role)
            found = {
                model: "".join(
                    letter
                    for name, letter in LETTERS.items()
                    if self.env[model].with_user(user).has_access(name)
                )
                for model in models
            }
            with self.subTest(role=role):
                self.assertEqual({m: r for m, r in found.items() if r}, table)

    def test_notices_are_read_by_site_unit_and_managers(self):
        own = self.new_notice(self.own, "issued")
        draft = self.new_notice(self.own)
        foreign = self.new_notice(self.foreign, "issued")
        notices = own + draft + foreign

        for user, expected in (
            (self.site_officer, own),
            (self.liaison, own),
            (self.leader, notices),
            (self.officer, notices),
        ):
            with self.subTest(user=user.login):
                found = notices.with_user(user)._filtered_access("read")
                self.assertEqual(found, expected)

    def test_self_examinations_are_read_by_the_site_not_by_the_unit(self):
        own, foreign = self.new_exam(self.own), self.new_exam(self.foreign)
        exams = own + foreign

        found = exams.with_user(self.site_officer)._filtered_access("read")
        self.assertEqual(found, own)
        with self.assertRaises(AccessError):
            own.with_user(self.liaison).read(["text"])

    def test_site_officer_reads_the_list_of_notices_with_names(self):
        self.new_notice(self.own, "issued")
        notices = self.env["gov.criticism.notice"].with_user(self.site_officer)

        rows = notices.web_search_read(
            [],
            {
                "person_name": {},
                "employee_id": {"fields": {"display_name": {}}},
                "unit_id": {"fields": {"display_name": {}}},
                "exam_state": {},
            },
        )["records"]

        self.assertEqual([row["person_name"] for row in rows], [self.own.name])

    def test_nobody_but_officers_makes_notices(self):
        for user in (self.leader, self.site_officer, self.liaison, self.plain_user):
            notices = self.env["gov.criticism.notice"].with_user(user)
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                notices.create({"employee_id": self.own.id})

    def test_draft_is_not_moved_out_of_reach(self):
        talk = self.new_talk(self.own, user=self.site_officer)

        with self.assertRaises(AccessError):
            talk.write({"department_id": self.town_b.id})
