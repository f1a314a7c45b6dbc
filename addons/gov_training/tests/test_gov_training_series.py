"""Recurring training: T13 Friday afternoons, T19 last Friday of the month (D34)."""

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from ..rules.schedule import local_day
from .common import TrainingCommon
from .common_sess import SessionBuilders


@tagged("post_install", "-at_install")
class TestSeries(TrainingCommon, SessionBuilders):
    def days(self, series):
        sessions = series.session_ids.sorted("date_start")
        return [f"{local_day(s.date_start):%m-%d}" for s in sessions]

    @freeze_time("2026-08-01")
    def test_last_friday_that_is_a_holiday_moves_to_the_friday_before(self):
        series = self.new_series(months_ahead=3)

        series.action_prepare_sessions()

        # 25 September 2026 is the Mid-Autumn Festival
        self.assertEqual(self.days(series), ["08-28", "09-18", "10-30"])

    @freeze_time("2026-10-06")
    def test_every_friday_afternoon(self):
        series = self.new_series(frequency="weekly", months_ahead=1)

        series.action_prepare_sessions()

        self.assertEqual(
            self.days(series), ["10-09", "10-16", "10-23", "10-30", "11-06"]
        )
        self.assertEqual(f"{series.session_ids[0].date_start:%H:%M}", "06:30")

    @freeze_time("2026-08-01")
    def test_preview_tells_what_was_moved(self):
        preview = self.new_series().preview.splitlines()

        self.assertEqual(preview[0], "2026-08-28 Friday")
        self.assertEqual(
            preview[1], "2026-09-18 Friday (moved from 2026-09-25, a day off)"
        )

    @freeze_time("2026-11-01")
    def test_year_without_a_calendar_is_pointed_out(self):
        self.assertIn("2027", self.new_series().calendar_note)

    @freeze_time("2026-08-01")
    def test_sessions_are_prepared_once(self):
        series = self.new_series()
        series.action_prepare_sessions()

        with self.assertRaisesRegex(UserError, "already"):
            series.action_prepare_sessions()

    @freeze_time("2026-08-01")
    def test_what_was_deleted_is_prepared_again_by_the_button_only(self):
        series = self.new_series()
        series.action_prepare_sessions()
        series.session_ids[0].unlink()

        self.env["gov.training.series"]._cron_prepare()
        self.assertEqual(len(series.session_ids), 1)

        series.action_prepare_sessions()
        self.assertEqual(len(series.session_ids), 2)

    def test_system_keeps_the_next_months_filled(self):
        with freeze_time("2026-08-01"):
            series = self.new_series()
            series.action_prepare_sessions()

        with freeze_time("2026-09-01"):
            self.env["gov.training.series"]._cron_prepare()

        self.assertEqual(self.days(series), ["08-28", "09-18", "10-30"])

    @freeze_time("2026-08-01")
    def test_series_that_is_over_prepares_nothing(self):
        series = self.new_series(date_to="2026-07-31")

        self.env["gov.training.series"]._cron_prepare()

        self.assertFalse(series.session_ids)

    @freeze_time("2026-08-01")
    def test_sessions_look_like_the_series(self):
        trainer = self.env["res.partner"].create({"name": "Lecturer"})
        series = self.new_series(place="Room 1", capacity=40, trainer_ids=trainer.ids)

        series.action_prepare_sessions()

        session = series.session_ids.sorted("date_start")[0]
        self.assertEqual(session.place, "Room 1")
        self.assertEqual(session.capacity, 40)
        self.assertEqual(session.trainer_ids, trainer)
        self.assertEqual(session.topic_ids, series.topic_ids)
        self.assertEqual(session.name, "Study 2026-08-28")

    @freeze_time("2026-08-01")
    def test_calendar_that_comes_later_is_pointed_out(self):
        series = self.new_series()
        series.action_prepare_sessions()
        year = self.env["gov.calendar.year"].search([("year", "=", 2026)])

        self.env["gov.calendar.day"].create(
            {"year_id": year.id, "date": "2026-08-28", "kind": "off", "name": "Off"}
        )

        session = series.session_ids.sorted("date_start")[0]
        session.invalidate_recordset()
        self.assertIn("2026-08-21", session.time_note)

    @freeze_time("2026-08-01")
    def test_windows_pause_with_each_session(self):
        windows = self.new_windows(self.town_a, 1, "department")
        series = self.new_series(
            department_id=self.town_a.id,
            pause_window_ids=windows.ids,
            pause_services="Licences",
        )

        series.action_prepare_sessions()

        session = series.session_ids.sorted("date_start")[0]
        pause = session.pause_ids
        self.assertRecordValues(
            pause,
            [
                {
                    "state": "draft",
                    "window_ids": windows.ids,
                    "services": "Licences",
                    "date_start": session.date_start,
                }
            ],
        )

    def test_series_with_sessions_is_archived_not_deleted(self):
        with freeze_time("2026-08-01"):
            series = self.new_series()
            series.action_prepare_sessions()

        with self.assertRaisesRegex(UserError, "Archive"):
            series.unlink()

    def test_site_officer_keeps_series_of_own_sites_only(self):
        own = self.new_series(department_id=self.village.id)
        above = self.new_series()
        other = self.new_series(department_id=self.town_b.id)

        for series, read, write in (
            (own, True, True),
            (above, True, False),
            (other, False, False),
        ):
            seen = series.with_user(self.site_officer)
            self.assertEqual(seen.has_access("read"), read)
            self.assertEqual(seen.has_access("write"), write)

    def test_site_officer_does_not_hand_a_series_to_another_site(self):
        series = self.new_series(department_id=self.town_a.id)

        with self.assertRaises(AccessError):
            series.with_user(self.site_officer).department_id = self.town_b

    @freeze_time("2026-08-01")
    def test_leader_prepares_nothing(self):
        with self.assertRaises(AccessError):
            self.new_series().with_user(self.leader).action_prepare_sessions()

    @freeze_time("2026-08-01")
    def test_mark_of_what_was_prepared_cannot_be_forged(self):
        series = self.new_series()

        series.write({"planned_until": "2030-01-01"})

        self.assertFalse(series.planned_until)
