"""The working-day calendar as records: limits, rights, warning, copy to time off."""

from datetime import date

from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import ADMINISTRATOR, HR_OFFICER, SITE_OFFICER, WindowStaffCommon


@tagged("post_install", "-at_install")
class TestCalendar(WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.years = cls.env["gov.calendar.year"]
        cls.y2026 = cls.years.search([("year", "=", 2026)])
        cls.officer = cls.new_user("officer", HR_OFFICER, lang="zh_CN")

    def new_year(self, year=2031, **days):
        """A year; `days` like 0101="off"."""
        lines = [
            (0, 0, {"date": f"{year}-{d[1:3]}-{d[3:]}", "kind": kind, "name": "元旦"})
            for d, kind in days.items()
        ]
        return self.years.create({"year": year, "day_ids": lines})

    def is_workday(self, day):
        return self.years._calendar().is_workday(day)

    # -- limits ----------------------------------------------------------------

    def test_a_year_is_entered_once(self):
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.new_year(2026)

    def test_a_year_has_four_digits(self):
        for year in (26, 1999, 2101):
            with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
                self.new_year(year)

    def test_a_day_belongs_to_its_year(self):
        with self.assertRaises(ValidationError):
            self.y2026.day_ids = [(0, 0, {"date": "2027-01-01", "kind": "off"})]

    def test_a_worked_day_is_no_statutory_holiday(self):
        with self.assertRaises(ValidationError):
            self.y2026.day_ids.filtered(lambda d: d.kind == "work")[
                0
            ].is_statutory = True

    def test_a_day_is_entered_once(self):
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.new_year(2031, d0101="off").day_ids.create(
                {"date": "2031-01-01", "year_id": self.years.search([], limit=1).id}
            )

    # -- what has been read before is forgotten --------------------------------

    def test_a_new_year_counts_at_once(self):
        self.assertTrue(self.is_workday(date(2031, 1, 1)))

        year = self.new_year(2031, d0101="off")
        self.assertFalse(self.is_workday(date(2031, 1, 1)))

        year.day_ids.write({"kind": "work"})
        self.assertTrue(self.is_workday(date(2031, 1, 1)))

        year.day_ids.write({"kind": "off"})
        self.assertFalse(self.is_workday(date(2031, 1, 1)))
        year.unlink()
        self.assertTrue(self.is_workday(date(2031, 1, 1)))

    def test_a_removed_day_is_a_working_day_again(self):
        year = self.new_year(2031, d0101="off")
        self.assertFalse(self.is_workday(date(2031, 1, 1)))

        year.day_ids.unlink()

        self.assertTrue(self.is_workday(date(2031, 1, 1)))

    # -- rights ----------------------------------------------------------------

    def test_only_hr_writes_the_calendar(self):
        for groups in ((), (SITE_OFFICER,)):
            user = self.new_user(f"u{len(groups)}", *groups)
            year = self.y2026.with_user(user)
            self.assertEqual(year.workday_count, 248)
            for change in (
                lambda y=year: y.write({"reference": "x"}),
                lambda y=year: y.day_ids[0].unlink(),
                lambda y=year: y.create({"year": 2031}),
                year.action_copy_leaves,
                year.action_remove_leaves,
                year.action_allow_replacement,
                year.unlink,
            ):
                with self.assertRaises(AccessError):
                    change()

    # -- missing year ----------------------------------------------------------

    def test_list_warns_from_december_on(self):
        for day, warned in (("2026-11-30", False), ("2026-12-01", True)):
            with freeze_time(day):
                self.assertEqual(bool(self.years.get_missing_warning()), warned, day)

    def test_list_does_not_warn_when_next_year_is_entered(self):
        self.new_year(2027)

        with freeze_time("2026-12-15"):
            self.assertFalse(self.years.get_missing_warning())

    def test_administrators_are_asked_once_and_no_more_after_the_import(self):
        admin = self.new_user("admin", ADMINISTRATOR, lang="zh_CN")

        with freeze_time("2026-12-02"):
            self.years._cron_remind_next_year()
            self.years._cron_remind_next_year()

        asked = self.y2026.activity_ids.filtered(lambda a: a.user_id == admin)
        self.assertEqual(asked.mapped("summary"), ["导入 2027 年工作日历"])
        self.new_year(2027)
        self.assertFalse(asked.exists())

    def test_nobody_is_asked_before_december(self):
        with freeze_time("2026-11-30"):
            self.years._cron_remind_next_year()

        self.assertFalse(self.y2026.activity_ids)

    # -- copy to time off ------------------------------------------------------

    def leaves(self):
        return self.env["resource.calendar.leaves"].search(
            [("resource_id", "=", False), ("date_from", ">=", "2025-12-31")]
        )

    def test_days_off_of_the_week_become_public_holidays(self):
        before = self.leaves()

        self.y2026.with_user(self.officer).action_copy_leaves()

        new = self.leaves() - before
        weekdays = self.y2026.day_ids.filtered(
            lambda d: d.kind == "off" and d.date.weekday() < 5
        )
        self.assertEqual(new.gov_day_id, weekdays)
        self.assertEqual(self.y2026.copy_state, "copied")

    def test_a_copied_day_lasts_from_midnight_to_midnight_in_china(self):
        self.env.company.resource_calendar_id.tz = "Asia/Shanghai"

        self.y2026.action_copy_leaves()

        leave = self.leaves().filtered(
            lambda one: one.gov_day_id.date == date(2026, 1, 1)
        )
        self.assertEqual(str(leave.date_from), "2025-12-31 16:00:00")
        self.assertEqual(str(leave.date_to), "2026-01-01 15:59:59")

    def test_copying_twice_changes_nothing(self):
        self.y2026.action_copy_leaves()
        copied = self.leaves()

        self.y2026.action_copy_leaves()

        self.assertEqual(self.leaves(), copied)

    def test_copies_are_taken_back_and_nothing_else(self):
        self.env.company.resource_calendar_id.tz = "Asia/Shanghai"
        own = self.leaves().create(
            {
                "name": "本地放假",
                "date_from": "2025-12-31 16:00:00",
                "date_to": "2026-01-01 15:59:59",
            }
        )
        self.y2026.action_copy_leaves()

        self.assertNotIn(date(2026, 1, 1), self.leaves().gov_day_id.mapped("date"))
        self.y2026.with_user(self.officer).action_remove_leaves()

        self.assertEqual(self.leaves(), own)
        self.assertEqual(self.y2026.copy_state, "none")

    def test_copies_follow_the_days(self):
        self.y2026.action_copy_leaves()
        day = self.y2026.day_ids.filtered(lambda d: str(d.date) == "2026-01-02")
        leave = self.leaves().filtered(lambda one: one.gov_day_id == day)

        day.name = "元旦假期"
        self.assertEqual(leave.name, "元旦假期")
        day.unlink()

        self.assertFalse(leave.exists())

    def test_deleted_year_takes_its_copies_along(self):
        year = self.new_year(2031, d0101="off")
        year.action_copy_leaves()
        leave = year.leave_ids
        self.assertTrue(leave)

        year.with_user(self.officer).unlink()

        self.assertFalse(leave.exists())

    def test_time_off_leaves_a_copied_holiday_out(self):
        person = self.new_person()
        zone = self.env.company.resource_calendar_id
        person.resource_calendar_id = zone
        first, last = self.y2026._span(date(2026, 10, 1))[0], None
        last = self.y2026._span(date(2026, 10, 8))[1]
        before = person._get_work_days_data_batch(first, last)[person.id]["days"]

        self.y2026.action_copy_leaves()

        after = person._get_work_days_data_batch(first, last)[person.id]["days"]
        # 1, 2, 5, 6 and 7 October 2026 are weekdays; 8 October is worked
        self.assertEqual((before, after), (6, 1))
