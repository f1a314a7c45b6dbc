"""Chinese officers use coverage, make-up sessions and bases in the browser."""

from odoo.tests import HttpCase, tagged

from .common import TrainingCommon
from .common_cover import CoverBuilders


@tagged("post_install", "-at_install")
class TestTourCover(CoverBuilders, HttpCase, TrainingCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if "zh_CN" not in dict(cls.env["res.lang"].get_installed()):
            cls.env["res.lang"]._activate_lang("zh_CN")
            modules = cls.env["ir.module.module"].search([("state", "=", "installed")])
            modules._update_translations(["zh_CN"])
        cls.officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        cls.site_officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        cls.new_duty(cls.county)

    def test_site_officer_makes_up_for_the_red_site(self):
        self.new_session("done", [self.ann])
        # what it should teach is known from a session of the county in this quarter
        self.site_officer.gov_department_ids = self.village
        skills = self.env.ref("gov_training.topic_skills")
        sessions = self.env.registry["gov.training.session"]
        self.patch(sessions, "_topics_missed", lambda *_args: skills)

        self.start_tour(
            "/odoo/gov-training-sites",
            "gov_training_coverage_tour",
            login=self.site_officer.login,
        )

        session = self.env["gov.training.session"].search(
            [("make_up_quarter", "!=", False), ("department_id", "=", self.village.id)]
        )
        self.assertEqual(session.enrollment_ids.employee_id, self.bob)
        self.assertEqual(session.state, "planned")

    def test_chain_is_set_up_in_the_browser(self):
        self.start_tour(
            "/odoo/gov-training-bases",
            "gov_training_base_tour",
            login=self.officer.login,
        )

        bases = self.env["gov.training.base"].search(
            [("county_id", "=", self.county.id)]
        )
        self.assertEqual(set(bases.mapped("trains_level")), {"town", "village"})
