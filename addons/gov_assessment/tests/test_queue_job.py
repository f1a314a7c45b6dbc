"""A job of a month that lost PostgreSQL is tried again, one that failed is not."""

from odoo import fields

from odoo.addons.queue_job.job import Job

from ..models.base.queue_job import TRIES
from .common_work import WorkCommon

GONE = "psycopg2.errors.AdminShutdown"


class TestJobAfterRestart(WorkCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.month.action_open()

    def end_with(self, exc_name, retry=1):
        """What the job's controller stores after an error; the job's record."""
        record = self.jobs()[0]
        job = Job.load(self.env, record.uuid)
        job.retry = retry
        job.set_failed(exc_name=exc_name, exc_message="words", exc_info="trace")
        job.store()
        return record

    def test_a_lost_connection_is_tried_again(self):
        job = self.end_with(GONE)

        self.assertRecordValues(job, [{"state": "pending", "exc_name": False}])
        self.assertTrue(job.eta)
        self.assertFalse(self.month.work_error)

    def test_any_other_error_waits_for_the_officer(self):
        self.assertEqual(self.end_with("builtins.ValueError").state, "failed")

    def test_it_is_not_tried_for_ever(self):
        self.assertEqual(self.end_with(GONE, retry=TRIES).state, "failed")

    def test_jobs_of_others_are_left_alone(self):
        self.jobs().channel = "root"

        self.assertEqual(self.end_with(GONE).state, "failed")


class TestJobsLeftWaiting(WorkCommon):
    """A crash between the last part and the closing step of a month."""

    def setUp(self):
        super().setUp()
        self.month.action_open()
        self.parts = self.jobs()
        self.end = self.jobs("wait_dependencies")

    def end_parts(self, parts, seconds):
        done_on = fields.Datetime.subtract(fields.Datetime.now(), seconds=seconds)
        parts.write({"state": "done", "date_done": done_on})
        self.env["queue.job"]._cron_wake_waiting()

    def test_the_closing_step_begins_although_nobody_called_it(self):
        self.assertEqual(self.end.dependency_ids, self.parts)

        self.end_parts(self.parts, seconds=60)

        self.assertEqual(self.end.state, "pending")

    def test_it_waits_for_the_last_part(self):
        self.end_parts(self.parts[1:], seconds=60)

        self.assertEqual(self.end.state, "wait_dependencies")

    def test_a_part_that_ends_now_calls_it_itself(self):
        self.end_parts(self.parts, seconds=1)

        self.assertEqual(self.end.state, "wait_dependencies")
