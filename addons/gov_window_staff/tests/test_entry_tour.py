"""In the browser, in Chinese: an applicant through seven steps to the entry."""

from datetime import date

from odoo.tests import HttpCase, tagged

from .common import WindowStaffCommon, identity_number
from .common_entry import LeavingMixin


@tagged("post_install", "-at_install")
class TestEntryTour(LeavingMixin, HttpCase, WindowStaffCommon):
    def test_officer_takes_an_applicant_through_seven_steps_to_the_entry(self):
        self.officer.write({"lang": "zh_CN", "tz": "Asia/Shanghai"})
        job = self.new_job(
            announced=date(2026, 3, 2),
            name="测试综合窗口岗",
            department_id=self.town.id,
            gov_unit_id=self.unit.id,
        )
        applicant = self.new_applicant(
            job, name="测试郑小明", gov_identification=identity_number(51)
        )

        self.click("gov-applicants", "gov_recruitment_tour")
        self.assertEqual(
            applicant.gov_step_ids[-2:].mapped("result"), ["pass", "pending"]
        )
        notice = applicant.gov_notice_ids
        self.assertEqual(notice.state, "published")
        self.end_period(notice)
        self.click(f"gov-public-notices/{notice.id}", "gov_recruitment_entry_tour")

        entry = applicant.gov_movement_ids
        self.assertEqual((entry.kind, entry.state), ("entry", "draft"))
        self.assertEqual(entry.candidate_identification, identity_number(51))

    def click(self, path, tour):
        # 32 steps with a dialog each: more than the usual minute on a busy machine
        self.start_tour(f"/odoo/{path}", tour, login=self.officer.login, timeout=300)
        self.env.invalidate_all()

    def end_period(self, notice):
        """As if the working days had passed."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE gov_public_notice SET date_end = %s WHERE id = %s",
            (date(2026, 3, 20), notice.id),
        )
        notice.invalidate_recordset()
