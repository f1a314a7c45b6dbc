"""节假日、延时、错时服务: planned, served, and what it earns (X9, A41)."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common_rev import NOW, ReviewCommon

SUNDAY = date(2026, 10, 11)


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestExtraDuty(ReviewCommon):
    def new_duty(self, kind="holiday", user=None, **vals):
        duties = self.env["gov.extra.duty"].with_user(user or self.site_officer)
        return duties.create(
            {
                "employee_id": self.person.id,
                "kind_id": self.env.ref(f"gov_assessment.duty_{kind}").id,
                "date": SUNDAY,
                **vals,
            }
        )

    def test_served_holiday_becomes_a_bonus_draft(self):
        duty = self.new_duty()
        duty.action_served()

        duty.action_propose_bonus()

        self.assertRecordValues(
            duty.event_id,
            [
                {
                    "state": "draft",
                    "employee_id": self.person.id,
                    "item_id": self.item("6.4").id,
                    "date": SUNDAY,
                }
            ],
        )

    def test_two_duties_of_a_day_are_one_bonus(self):
        duties = self.new_duty() + self.new_duty("noon", hour_from=12, hour_to=14)
        duties.action_served()

        duties.action_propose_bonus()

        self.assertEqual(len(duties.event_id), 1)
        with self.assertRaises(UserError):
            duties.action_propose_bonus()

    def test_kind_without_an_item_earns_no_points(self):
        duty = self.new_duty("delayed")
        duty.action_served()

        with self.assertRaises(UserError):
            duty.action_propose_bonus()

    def test_holiday_duty_is_refused_on_a_working_day(self):
        with self.assertRaises(ValidationError):
            self.new_duty(date=date(2026, 10, 10))  # a Saturday that is worked
        self.new_duty("delayed", date=date(2026, 10, 12))

    def test_nobody_serves_twice_at_a_time(self):
        self.new_duty()
        with self.assertRaises(ValidationError):
            self.new_duty("delayed", hour_from=11, hour_to=13)
        self.new_duty("delayed", hour_from=12, hour_to=13)

    def test_future_was_not_served(self):
        duty = self.new_duty("delayed", date=date(2026, 10, 13))
        with self.assertRaises(UserError):
            duty.action_served()

    def test_marks_are_made_by_buttons_and_can_be_undone(self):
        duty = self.new_duty(state="served")
        self.assertEqual(duty.state, "planned")
        with self.assertRaises(DocumentLocked):
            duty.state = "served"
        duty.action_absent()
        with self.assertRaises(DocumentLocked):
            duty.hour_to = 20
        with self.assertRaises(DocumentLocked):
            duty.unlink()
        duty.action_plan_again()
        duty.unlink()

    def test_hours_by_compensation(self):
        other = self.new_person()
        duty = self.new_duty()
        overtime = self.new_duty(
            "delayed", hour_from=17, hour_to=18.5, compensation="overtime"
        )
        (duty + overtime).action_served()
        people = self.person + other

        for kind, hours in (("time_off", 3), ("overtime", 1.5), ("none", 0)):
            with self.subTest(kind=kind):
                self.assertEqual(
                    people._gov_extra_hours(date(2026, 10, 1), SUNDAY, kind),
                    {self.person.id: hours, other.id: 0},
                )

    def test_site_officer_plans_own_people_only(self):
        stranger = self.new_person(site=self.town_b)
        with self.assertRaises(AccessError):
            self.new_duty(employee_id=stranger.id)
        with self.assertRaises(AccessError):
            self.new_duty().employee_id = stranger

    def test_leader_reads_only(self):
        duty = self.new_duty().with_user(self.leader)
        self.assertEqual(duty.hours, 3)
        with self.assertRaises(AccessError):
            duty.action_served()
