"""Leads collected from leave and from trainings (A6, A13, A14, A40)."""

from datetime import date

from odoo.tests import tagged

from odoo.addons.gov_training.tests.common import MORNING, TrainingCommon
from odoo.addons.gov_training.tests.common_sess import SessionBuilders

from .common_attendance import WORKDAY, AttendanceCommon


@tagged("post_install", "-at_install")
class TestCollectedLeave(AttendanceCommon):
    def collect(self, **vals):
        wizard = self.env["gov.lead.collect"].with_user(self.officer)
        action = wizard.create({"month": WORKDAY, **vals}).action_collect()
        return self.env["gov.assessment.event"].search(action["domain"])

    def test_working_days_of_personal_leave_become_drafts_once(self):
        self.new_leave(self.person, first=WORKDAY, last=date(2026, 10, 12))

        events = self.collect()

        self.assertEqual(
            sorted(events.mapped("date")),
            [WORKDAY, date(2026, 10, 10), date(2026, 10, 12)],
        )
        self.assertEqual(set(events.item_id.mapped("code")), {"1.4a"})
        self.assertEqual(self.collect(), events)

    def test_other_leave_makes_no_draft(self):
        self.new_leave(self.person, "sick")

        self.assertFalse(self.collect())


@tagged("post_install", "-at_install")
class TestTrainingLeads(SessionBuilders, TrainingCommon):
    def test_confirmed_incidents_become_drafts_once(self):
        session = self.new_session("ongoing", [self.ann, self.bob])
        phone = self.new_incident(session, self.ann, description="玩手机十分钟")
        award = self.new_incident(session, self.bob, "award", rank="一等奖")
        self.new_incident(session, self.bob)  # nobody has confirmed this one
        (phone + award).action_confirm()
        wizard = self.env["gov.lead.collect"].create({"month": MORNING.date()})

        action = wizard.action_collect()

        events = self.env["gov.assessment.event"].search(action["domain"])
        self.assertEqual(
            {e.employee_id: (e.item_id.code, e.points, e.state) for e in events},
            {self.ann: ("2.3b", 10, "draft"), self.bob: ("6.3", 10, "draft")},
        )
        self.assertIn(
            "玩手机十分钟", events.filtered("incident_id").mapped("reason")[0]
        )
        self.assertEqual(set((phone + award).mapped("state")), {"taken"})
        self.assertFalse(
            self.env["gov.assessment.event"].search(wizard.action_collect()["domain"])
        )
