"""Recruitment for windows: seven steps in their order, none skipped (S3)."""

from datetime import date

from freezegun import freeze_time

from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..exceptions import DocumentLocked
from ..rules.identity import mask_number
from .common import HR_OFFICER, WindowStaffCommon, identity_number
from .common_entry import TODAY, EntryMixin


@tagged("post_install", "-at_install")
@freeze_time(TODAY)
class TestApplicant(EntryMixin, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.job = cls.new_job()
        cls.stages = cls.env["hr.recruitment.stage"]._gov_stages()

    # -- the order ---------------------------------------------------------------

    def test_seven_stages_are_shipped_in_the_order_of_the_policy(self):
        stages = sorted(self.stages.values(), key=lambda stage: stage.sequence)

        names = [stage.with_context(lang="zh_CN").name for stage in stages]
        self.assertEqual(
            names,
            ["公告", "报名", "资格审查", "笔试", "面试", "体检", "公示"],
        )

    def test_applicant_for_an_announced_post_begins_at_the_registration(self):
        applicant = self.new_applicant(self.job)

        self.assert_at(applicant, "application")
        self.assertEqual(applicant.gov_step_ids[0].date, date(2026, 3, 2))

    def test_applicant_waits_until_the_post_is_announced(self):
        job = self.new_job(announced=False)
        applicant = self.new_applicant(job)
        self.assert_at(applicant, "notice")

        job.action_gov_announce()

        self.assert_at(applicant, "application")

    def test_passed_step_moves_the_applicant_to_the_next_one(self):
        applicant = self.new_applicant(self.job, until="qualification")

        self.pass_step(applicant)

        self.assert_at(applicant, "written")

    def test_stage_is_not_moved_by_hand(self):
        applicant = self.new_applicant(self.job, until="written")

        for step in ("interview", "publicity", "qualification", "notice"):
            with (
                self.subTest(step=step),
                self.assertRaisesRegex(ValidationError, "笔试.*自动"),
                self.env.cr.savepoint(),
            ):
                applicant.with_context(lang="zh_CN").stage_id = self.stages[step]
        self.assert_at(applicant, "written")

    def test_stage_of_other_jobs_is_not_used_either_way(self):
        applicant = self.new_applicant(self.job)
        other = self.env["hr.applicant"].create(
            {
                "partner_name": "钱七",
                "job_id": self.env["hr.job"].create({"name": "司机"}).id,
            }
        )
        own = self.env.ref("hr_recruitment.stage_job1")

        with self.assertRaises(ValidationError):
            applicant.stage_id = own
        with self.assertRaises(ValidationError):
            other.stage_id = self.stages["written"]

    def test_step_ahead_of_the_present_one_is_not_decided(self):
        applicant = self.new_applicant(self.job, until="qualification")
        ahead = applicant.gov_step_ids.filtered(lambda s: s.step == "interview")

        with self.assertRaisesRegex(UserError, "no step is skipped"):
            ahead._decide("pass", TODAY, 90)

    def test_results_are_not_written_by_hand(self):
        step = self.new_applicant(self.job)._gov_current_step()

        for vals in ({"result": "pass"}, {"score": 100}, {"date": TODAY}):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                step.write(vals)

    def test_created_applicant_does_not_begin_at_a_later_step(self):
        applicant = (
            self.env["hr.applicant"]
            .with_context(default_stage_id=self.stages["medical"].id)
            .create(
                {
                    "partner_name": "孙八",
                    "job_id": self.job.id,
                    "stage_id": self.stages["interview"].id,
                }
            )
        )

        self.assert_at(applicant, "application")

    # -- scores and failures -----------------------------------------------------

    def test_score_below_the_pass_mark_does_not_pass(self):
        step = self.new_applicant(self.job, until="written")._gov_current_step()

        with self.assertRaisesRegex(UserError, "59"):
            step._decide("pass", TODAY, 59)
        step._decide("pass", TODAY, 60)

        self.assertEqual((step.result, step.score), ("pass", 60))

    def test_scored_step_needs_its_score(self):
        step = self.new_applicant(self.job, until="interview")._gov_current_step()

        with self.assertRaises(UserError):
            step._decide("pass", TODAY)

    def test_failed_step_ends_the_application_with_its_reason(self):
        applicant = self.new_applicant(self.job, until="medical")

        applicant._gov_current_step()._decide("fail", TODAY)

        self.assertFalse(applicant.active)
        self.assertEqual(applicant.application_status, "refused")
        self.assertEqual(
            applicant.refuse_reason_id,
            self.env.ref("gov_window_staff.refuse_reason_medical"),
        )

    def test_failed_application_is_restored_only_after_its_result_is_corrected(self):
        applicant = self.new_applicant(self.job, until="medical")
        step = applicant._gov_current_step()
        step._decide("fail", TODAY)

        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            applicant.action_unarchive()
        step._reopen("复检合格")

        self.assertTrue(applicant.active)
        self.assert_at(applicant, "medical")
        self.assertIn("复检合格", applicant.message_ids[0].body)

    def test_only_the_last_result_is_corrected(self):
        applicant = self.new_applicant(self.job, until="interview")
        first = applicant.gov_step_ids.filtered(lambda s: s.step == "qualification")

        with self.assertRaises(UserError):
            first._reopen("看错了")

    def test_withdrawn_application_is_restored_where_it_was(self):
        applicant = self.new_applicant(self.job, until="interview")
        applicant.write(
            {
                "active": False,
                "refuse_reason_id": self.env.ref("hr_recruitment.refuse_reason_8").id,
            }
        )

        applicant.action_unarchive()

        self.assert_at(applicant, "interview")
        self.assertFalse(applicant.refuse_reason_id)

    # -- other jobs, employees ---------------------------------------------------

    def test_other_jobs_keep_the_stages_of_odoo(self):
        job = self.env["hr.job"].create({"name": "司机"})
        applicant = self.env["hr.applicant"].create(
            {"partner_name": "钱七", "job_id": job.id}
        )
        columns = applicant._read_group_stage_ids(self.env["hr.recruitment.stage"], [])

        self.assertEqual(applicant.stage_id, self.env.ref("hr_recruitment.stage_job0"))
        self.assertFalse(applicant.gov_step_ids)
        self.assertFalse(columns.filtered("gov_step"))

    def test_board_of_window_posts_shows_the_seven_columns(self):
        columns = (
            self.env["hr.applicant"]
            .with_context(default_job_id=self.job.id)
            ._read_group_stage_ids(self.env["hr.recruitment.stage"], [])
        )

        self.assertEqual(
            columns,
            self.env["hr.recruitment.stage"].union(
                *sorted(self.stages.values(), key=lambda stage: stage.sequence)
            ),
        )

    def test_applicant_with_results_does_not_change_the_job(self):
        applicant = self.new_applicant(self.job, until="written")
        other = self.new_job()

        with self.assertRaises(UserError):
            applicant.job_id = other

    def test_applicant_without_results_begins_anew_at_another_post(self):
        applicant = self.new_applicant(self.job)
        waiting = self.new_job(announced=False)

        applicant.job_id = waiting

        self.assert_at(applicant, "notice")
        self.assertEqual(len(applicant.gov_step_ids), 7)

    def test_kind_of_recruitment_does_not_change_under_applicants(self):
        self.new_applicant(self.job)

        with self.assertRaises(UserError):
            self.job.gov_is_window_post = False

    def test_window_staff_is_not_hired_past_the_entry(self):
        applicant = self.new_applicant(self.job, until="publicity")

        with self.assertRaises(UserError):
            applicant.create_employee_from_applicant()

    def test_prescribed_stage_is_not_deleted(self):
        with self.assertRaises(UserError):
            self.stages["medical"].unlink()

    # -- the ID number -----------------------------------------------------------

    def test_id_number_is_typed_once_and_shown_with_stars(self):
        officer = self.new_user("officer", HR_OFFICER)
        number = identity_number(1, date(1998, 5, 6))
        applicant = self.new_applicant(self.job).with_user(officer)

        applicant.gov_identification_masked = number

        self.assertEqual(applicant.sudo().gov_identification, number)
        applicant.invalidate_recordset()
        self.assertEqual(applicant.gov_identification_masked, mask_number(number))
        self.assertEqual(applicant.gov_birthday, date(1998, 5, 6))
        self.assertEqual(applicant.gov_sex, "male")

    def test_saving_the_stars_keeps_the_number(self):
        number = identity_number(2)
        applicant = self.new_applicant(self.job, gov_identification=number)

        applicant.gov_identification_masked = applicant.gov_identification_masked

        self.assertEqual(applicant.gov_identification, number)

    def test_wrong_id_number_is_refused(self):
        applicant = self.new_applicant(self.job)
        number = identity_number(3)
        wrong = number[:-1] + ("1" if number[-1] != "1" else "2")

        for value in (wrong, number[:-1], number[:6] + "*" * 8 + number[-4:]):
            with self.subTest(value=value), self.assertRaises(ValidationError):
                applicant.gov_identification_masked = value

    @mute_logger("odoo.sql_db")
    def test_person_applies_once_for_a_post(self):
        number = identity_number(4)
        self.new_applicant(self.job, gov_identification=number)

        with self.assertRaisesRegex(Exception, "gov_identification_uniq"):
            self.new_applicant(self.job, gov_identification=number)
