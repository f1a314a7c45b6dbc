"""After the last day: back from a secondment, windows and logins of leavers."""

from datetime import date

from odoo.tests import tagged

from .common_movement import TODAY, TOMORROW, MovementCommon

END = date(2027, 1, 31)
DAY_AFTER_END = date(2027, 2, 1)


@tagged("post_install", "-at_install")
class TestAfter(MovementCommon):
    def run_on(self, day):
        with self.on(day):
            self.env["gov.staff.movement"]._cron_after()

    def test_seconded_person_comes_back_the_day_after_the_end(self):
        movement = self.approved("secondment")
        self.run_on(END)
        self.assertFalse(movement.close_date)

        self.run_on(DAY_AFTER_END)

        self.assertEqual(self.facts(END).department_id, self.village)
        self.assertRecordValues(
            self.facts(DAY_AFTER_END),
            [
                {
                    "department_id": self.town.id,
                    "gov_window_id": self.window.id,
                    "gov_is_dedicated": False,
                }
            ],
        )

    def test_coming_back_happens_once(self):
        movement = self.approved("secondment")
        self.run_on(DAY_AFTER_END)
        self.person._gov_write_dated(DAY_AFTER_END, {"department_id": self.branch.id})

        self.run_on(date(2027, 2, 2))

        self.assertEqual(self.facts(DAY_AFTER_END).department_id, self.branch)
        self.assertEqual(self.actions(movement).count("end"), 1)

    def test_person_moved_on_in_the_meantime_is_left_there(self):
        self.approved("secondment")
        with self.on("2026-12-15"):
            self.approved(effective_date="2026-12-15")

        self.run_on(DAY_AFTER_END)

        self.assertEqual(self.facts(DAY_AFTER_END).department_id, self.town_b)

    def test_office_is_reminded_once_before_the_end(self):
        movement = self.approved("secondment")
        due = movement.sudo().activity_ids
        self.run_on("2027-01-23")
        self.assertEqual(movement.sudo().activity_ids, due)

        self.run_on("2027-01-25")
        self.run_on("2027-01-26")

        reminders = movement.sudo().activity_ids - due
        self.assertEqual(reminders.user_id, self.officer + self.officer_b)
        self.assertEqual(len(reminders), 2)

    def test_leaver_works_to_the_end_of_the_last_day(self):
        self.person.user_id = self.new_user("zhangsan")
        self.window.main_person_id = self.person
        self.approved("return")
        self.run_on(TODAY)

        self.assertTrue(self.person.user_id.active)
        self.assertEqual(self.window.main_person_id, self.person)

    def test_window_and_login_are_freed_the_day_after(self):
        user = self.new_user("zhangsan")
        self.person.user_id = user
        other = self.new_window(name="综合窗口2", backup_person_id=self.person.id)
        self.window.main_person_id = self.person
        movement = self.approved("return")

        self.run_on(TOMORROW)

        self.assertFalse(self.window.main_person_id)
        self.assertFalse(other.backup_person_id)
        self.assertFalse(user.active)
        self.assertFalse(self.person.active)
        self.assertEqual(movement.close_date, TOMORROW)

    def test_leaver_stays_in_past_months(self):
        self.approved("return", effective_date=date(2026, 11, 10))

        facts = self.facts(date(2026, 10, 31))

        self.assertEqual(facts.gov_window_id, self.window)
        self.assertEqual(self.person.gov_leave_date, date(2026, 11, 10))
        self.assertFalse(self.person.active)

    def test_login_of_the_administrator_is_never_closed(self):
        admin = self.env.ref("base.user_admin")
        admin.employee_ids.user_id = False
        self.env.flush_all()
        self.person.user_id = admin

        self.approved("return", effective_date=date(2026, 11, 10))

        self.assertTrue(admin.active)
