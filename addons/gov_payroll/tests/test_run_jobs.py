"""A large run is computed in parts by jobs: once, resumable, and given up cleanly."""

from unittest.mock import patch

from odoo.exceptions import AccessError, UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.queue_job.exception import RetryableJobError
from odoo.addons.queue_job.job import Job

from ..models.run.hr_payslip_run_jobs import AT_ONCE
from ..models.slips import run_computation
from .common import PayrollCommon

KILLED = "the worker was killed"


class JobsCommon(PayrollCommon):
    """Five people in parts of two; more than two people are computed by jobs."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = [cls.new_person() for _ in range(5)]
        cls.lock_month()
        cls.pay = cls.new_run()
        cls.env["ir.config_parameter"].set_param(AT_ONCE, "2")
        cls.startClassPatcher(patch.object(run_computation, "CHUNK", 2))

    def jobs(self, state="pending"):
        found = self.env["queue.job"].search(
            [("identity_key", "like", "gov_pay"), ("state", "=", state)]
        )
        return found.sorted(lambda job: int(job.identity_key.split("-")[-1]))

    def work(self, number=99):
        """What the job runner does: perform what is due, one job after the other."""
        while number and self.jobs():
            job = Job.load(self.env, self.jobs()[0].uuid)
            try:
                with self.env.cr.savepoint():
                    job.perform()
                job.set_done()
            except RuntimeError as error:
                job.set_failed(exc_message=str(error))
            job.store()
            self.env.flush_all()
            if job.state == "done":
                job.enqueue_waiting()
            self.env.invalidate_all()
            number -= 1

    def assert_complete(self):
        self.assertEqual(self.pay.state, "computed")
        self.assertEqual(len(self.pay.slip_ids), len(self.people))
        self.assertEqual(self.pay.gov_gross, 5 * 3300)
        self.assertFalse(self.pay.sudo().gov_chunk_ids)


class TestBackground(JobsCommon):
    def test_a_large_run_is_computed_by_a_job_for_each_part(self):
        self.pay.action_gov_compute()
        self.assertEqual((self.pay.state, len(self.pay.slip_ids)), ("computing", 0))
        self.assertEqual(len(self.jobs()), 3)
        self.assertEqual(len(self.jobs("wait_dependencies")), 1)

        self.work()

        self.assert_complete()
        self.assertEqual(self.pay.gov_preparer_id, self.officer)

    def test_progress_counts_the_parts(self):
        self.pay.action_gov_compute()
        self.assertEqual((self.pay.gov_progress, self.pay.gov_job_error), (0, False))

        self.work(2)

        self.assertAlmostEqual(self.pay.gov_progress, 66.67, 2)

    def test_a_small_run_is_computed_at_once(self):
        self.env["ir.config_parameter"].set_param(AT_ONCE, "5")

        self.pay.action_gov_compute()

        self.assert_complete()
        self.assertFalse(self.jobs())

    def test_a_program_without_a_job_runner_computes_at_once(self):
        self.pay.with_context(queue_job__no_delay=True).action_gov_compute()

        self.assert_complete()

    def test_computing_again_by_jobs_keeps_the_slips(self):
        self.pay.action_gov_compute()
        self.work()
        slips, lines = self.pay.slip_ids, len(self.pay.slip_ids.line_ids)

        self.pay.action_gov_compute()
        self.work()

        self.assertEqual(self.pay.slip_ids, slips)
        self.assertEqual(len(self.pay.slip_ids.line_ids), lines)

    def test_a_double_click_enqueues_once(self):
        self.pay.action_gov_compute()
        jobs = self.jobs()

        self.pay.action_gov_compute()

        self.assertEqual(self.jobs(), jobs)

    def test_a_part_that_is_done_is_not_computed_again(self):
        self.pay.action_gov_compute()
        chunk = self.pay.sudo().gov_chunk_ids[0]
        chunk._job_compute()
        lines = self.pay.slip_ids.line_ids

        self.assertEqual(chunk._job_compute(), "nothing to do")

        self.assertEqual(self.pay.slip_ids.line_ids, lines)

    def test_a_part_reads_the_month_of_its_own_people_only(self):
        # the whole county's, read for each part, would grow with the county's square
        person = self.people[0]
        self.env.flush_all()
        self.env.invalidate_all()

        self.pay._gov_slip_vals(person)

        read = self.env["gov.appraisal"]._fields["staff_no"]._get_cache(self.env)
        sheet = self.env["gov.appraisal"].search([("employee_id", "=", person.id)])
        self.assertEqual(set(read), set(sheet.ids))

    def test_a_part_that_somebody_computes_is_tried_later(self):
        self.pay.action_gov_compute()
        chunk = self.pay.sudo().gov_chunk_ids[0]

        with (
            patch.object(type(chunk), "try_lock_for_update", lambda self: self[:0]),
            self.assertRaises(RetryableJobError),
        ):
            chunk._job_compute()

    def test_a_run_that_is_being_computed_goes_no_step_on(self):
        self.pay.action_gov_compute()

        for step in (
            self.pay.action_gov_check,
            self.pay.action_gov_submit,
            self.pay.action_gov_lock,
            self.pay.unlink,
        ):
            with self.subTest(step=step.__name__), self.assertRaises(UserError):
                step()

    def test_its_month_is_not_opened_again(self):
        self.new_event(self.people[0], "1.6")
        self.pay.action_gov_compute()

        with self.assertRaises(DocumentLocked):
            self.pay._gov_round().with_user(self.leader)._reopen_late("Inspection")

    def test_finance_sees_nothing_half_computed(self):
        self.pay.action_gov_compute()
        self.work(1)

        for records in (self.pay, self.pay.slip_ids, self.pay.slip_ids.line_ids):
            with self.subTest(model=records._name):
                seen = records.with_user(self.finance)
                self.assertFalse(seen.search([("id", "in", records.ids)]))


class TestResume(JobsCommon):
    def kill_at(self, number):
        """Computing ends with an error in the part of this number."""
        compute, calls = run_computation.compute_chunk, []

        def chunk(run, people):
            calls.append(people)
            compute(run, people)
            if len(calls) == number:
                raise RuntimeError(KILLED)

        return patch.object(run_computation, "compute_chunk", chunk)

    def test_after_a_crash_the_other_parts_follow_and_nothing_is_doubled(self):
        self.pay.action_gov_compute()
        with self.kill_at(2):
            self.work(2)
        first = self.pay.slip_ids
        self.assertEqual(len(first), 2)
        self.assertEqual(self.pay.gov_job_error, KILLED)

        self.pay.action_gov_resume()
        self.assertEqual(len(self.jobs()), 2)
        self.work()

        self.assert_complete()
        self.assertLessEqual(first, self.pay.slip_ids)
        self.assertFalse(self.pay.gov_job_error)

    def test_going_on_twice_leaves_one_job_a_part(self):
        self.pay.action_gov_compute()

        self.pay.action_gov_resume()
        self.pay.action_gov_resume()

        self.assertEqual(len(self.jobs()), 3)
        self.assertEqual(len(self.jobs("wait_dependencies")), 1)

    def test_going_on_when_only_the_end_is_missing_ends_it(self):
        self.pay.action_gov_compute()
        self.work(3)
        self.assertEqual(self.pay.state, "computing")

        self.pay.action_gov_resume()

        self.assert_complete()

    def test_the_end_waits_for_every_part(self):
        self.pay.action_gov_compute()
        self.work(2)

        self.assertEqual(self.pay.sudo()._gov_job_close(), "nothing to do")

        self.assertEqual(self.pay.state, "computing")

    def test_a_cancelled_computation_leaves_a_draft_and_no_job(self):
        self.pay.action_gov_compute()
        self.work(1)

        self.pay.action_gov_cancel()

        self.assertEqual(self.pay.state, "draft")
        self.assertFalse(self.jobs() | self.jobs("wait_dependencies"))
        chunk = self.pay.sudo().gov_chunk_ids[1]
        self.assertEqual(chunk._job_compute(), "nothing to do")

    def test_a_job_of_an_earlier_computation_gives_up(self):
        self.pay.action_gov_compute()
        chunk = self.pay.sudo().gov_chunk_ids[0]
        self.pay.action_gov_cancel()
        self.pay.action_gov_compute()

        self.assertIn("given up", chunk._job_compute())

        self.work()
        self.assert_complete()

    def test_computing_anew_waits_for_the_part_that_still_runs(self):
        self.pay.action_gov_compute()
        self.pay.action_gov_cancel()
        chunks = self.env["gov.pay.chunk"]

        with (
            patch.object(type(chunks), "try_lock_for_update", lambda self: self[:0]),
            self.assertRaisesRegex(UserError, "still being computed"),
        ):
            self.pay.action_gov_compute()

    def test_officers_alone_go_on_or_cancel(self):
        self.pay.action_gov_compute()

        for user in (self.leader, self.finance, self.plain_user):
            run = self.pay.with_user(user)
            for step in (run.action_gov_resume, run.action_gov_cancel):
                with self.subTest(user=user.login), self.assertRaises(AccessError):
                    step()

    def test_parts_are_written_by_the_computation_alone(self):
        self.pay.action_gov_compute()
        chunks = self.pay.gov_chunk_ids

        for forged in (chunks, chunks.sudo()):
            with self.subTest(su=forged.env.su), self.assertRaises(DocumentLocked):
                forged.write({"state": "done"})
