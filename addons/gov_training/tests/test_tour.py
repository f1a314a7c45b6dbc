"""A Chinese officer takes a session from the plan to its close in the browser."""

from datetime import timedelta

from odoo import fields
from odoo.tests import HttpCase, tagged

from ..rules.schedule import local_day
from .common import TrainingCommon

FRIDAY = 4


@tagged("post_install", "-at_install")
class TestTour(HttpCase, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if "zh_CN" not in dict(cls.env["res.lang"].get_installed()):
            cls.env["res.lang"]._activate_lang("zh_CN")
            modules = cls.env["ir.module.module"].search([("state", "=", "installed")])
            modules._update_translations(["zh_CN"])
        cls.officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})

    def test_session_is_planned_held_and_closed_in_chinese(self):
        self._begin_now()

        with self.assertLogs("odoo.http", "WARNING") as refused:
            self.start_tour(
                "/odoo/gov-training",
                "gov_training_session_tour",
                login=self.officer.login,
            )

        self.assertEqual(len(refused.output), 1)
        self.assertIn("还有 2 人既未记到场也未记缺席", refused.output[0])
        session = self.env["gov.training.session"].search(
            [("name", "=", "三月服务礼仪培训")]
        )
        self.assertEqual(session.state, "done")
        self.assert_attendance(session, expected=2, attended=1, absent=1)

    def test_series_is_planned_and_a_session_with_waiting_list_closed_in_chinese(self):
        self._hold_today()

        self.start_tour(
            "/odoo/gov-training-series",
            "gov_training_series_tour",
            login=self.officer.login,
        )

        series = self.env["gov.training.series"].search(
            [("name", "=", "周五下午业务培训")]
        )
        held = series.session_ids.filtered(lambda s: s.state == "done")
        self.assert_attendance(held, expected=1, attended=1, waiting=1)

    def _begin_now(self):
        """The next full hour may be tomorrow, and is not held today then."""
        now = fields.Datetime.now().replace(second=0)
        proposed = {"date_start": now, "date_end": now + timedelta(hours=2)}
        for name, moment in proposed.items():
            self.env["ir.default"].set(
                "gov.training.session", name, fields.Datetime.to_string(moment)
            )

    def _hold_today(self):
        """A series proposed today falls on today, and today is a working day."""
        today = local_day(fields.Datetime.now())
        weekday = str(today.weekday())
        self.env["ir.default"].set("gov.training.series", "weekday", weekday)
        days = self.env["gov.calendar.day"].search([("date", "=", today)])
        days.unlink()
        year = self.env["gov.calendar.year"].search([("year", "=", today.year)])
        year = year or year.create({"year": today.year})
        if today.weekday() > FRIDAY:
            year.day_ids.create(
                {"year_id": year.id, "date": today, "kind": "work", "name": "Worked"}
            )
