"""Entry to regularisation, and a resignation, as Chinese users click them."""

from datetime import date

from odoo.fields import Command, Date
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import HR_OFFICER, LEADER, SITE_OFFICER, WindowStaffCommon
from .common_movement import LIAISON

# the browser of a test lives in UTC, and its calendar marks that day as today
ZH = {"lang": "zh_CN", "tz": "UTC"}


@tagged("post_install", "-at_install")
class TestMovementTour(HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # the vetting before an entry is clicked in test_entry_tour
        cls.env.ref("gov_window_staff.movement_kind_entry").needs_vetting = False
        cls.unit = cls.new_unit("测试派驻单位")
        cls.liaison = cls.new_user("liaison", LIAISON, **ZH)
        cls.liaison.gov_unit_ids = cls.unit
        cls.site_officer = cls.new_user(
            "site", SITE_OFFICER, sites=cls.town + cls.branch, **ZH
        )
        cls.officer = cls.new_user("officer", HR_OFFICER, **ZH)
        cls.leader = cls.new_user("leader", LEADER, **ZH)
        cls.today = cls.env["gov.staff.movement"].with_user(cls.officer)._today()

    def click(self, tour, user, path="gov-my-approvals"):
        self.start_tour(f"/odoo/{path}", tour, login=user.login)
        self.env.invalidate_all()

    def last(self):
        return self.env["gov.staff.movement"].search([], limit=1)

    def test_entry_to_regularisation(self):
        self.click("gov_movement_entry_propose", self.liaison, "gov-movements")
        self.click("gov_movement_agree", self.officer)
        self.click("gov_movement_agree", self.leader)
        self.click("gov_movement_file", self.officer, "gov-unfiled")

        entry = self.last()
        person = entry.employee_id
        self.assertRecordValues(entry, [{"state": "done", "filing_state": "filed"}])
        self.assertEqual(person.name, "李四")
        self.assertGreater(person.trial_date_end, self.today)

        self.click("gov_movement_regular", self.site_officer, "gov-movements")
        for user in (self.liaison, self.officer, self.leader):
            self.click("gov_movement_agree", user)

        self.assertEqual(self.last().state, "done")
        facts = self.env["hr.version"]._gov_as_of(person, self.today)[person.id]
        self.assertEqual(facts.trial_date_end, Date.subtract(self.today, days=1))

    @mute_logger("odoo.http")
    def test_resignation_with_too_short_a_notice(self):
        person = self.new_person(
            name="张三", entry=date(2020, 1, 6), gov_dispatch_unit_id=self.unit.id
        )
        movement = (
            self.env["gov.staff.movement"]
            .with_user(self.site_officer)
            .create(
                {
                    "kind": "resign",
                    "employee_id": person.id,
                    "notice_date": Date.subtract(self.today, days=10),
                    "effective_date": self.today,
                    "attachment_ids": [
                        Command.create({"name": "辞职信.txt", "raw": "辞职"})
                    ],
                }
            )
        )

        self.click("gov_movement_resign", self.site_officer, "gov-movements")
        for user in (self.liaison, self.officer, self.leader):
            self.click("gov_movement_agree", user)

        self.assertEqual(movement.state, "done")
        self.assertEqual(person.gov_leave_date, self.today)
        self.assertTrue(person.active)
