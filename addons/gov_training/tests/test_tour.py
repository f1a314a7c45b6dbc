"""A Chinese officer takes a session from the plan to its close in the browser."""

from odoo.tests import HttpCase, tagged

from .common import TrainingCommon


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
