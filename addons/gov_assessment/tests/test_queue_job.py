"""A job of a month that lost PostgreSQL is tried again, one that failed is not."""

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
