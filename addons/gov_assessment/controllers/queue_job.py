"""Jobs that wait for others are looked for in a fresh snapshot at each try."""

from psycopg2 import OperationalError

from odoo.service.model import PG_CONCURRENCY_ERRORS_TO_RETRY

from odoo.addons.queue_job.controllers import main

TRIES = 5


class RunJobController(main.RunJobController):
    """The last two parts of a step end at the same moment on two nodes.

    Then both set the job that ends the step going, and one of them is refused. The
    add-on tries again in the same transaction, which sees the same old rows and is
    refused again, while its worker sleeps for up to half a minute.
    """

    @classmethod
    def _enqueue_dependent_jobs(cls, env, job):
        if not job.should_check_dependents():
            return
        for number in range(1, TRIES + 1):
            try:
                with env.cr.savepoint():
                    job.enqueue_waiting()
                return
            except OperationalError as error:
                is_in_turn = error.pgcode in PG_CONCURRENCY_ERRORS_TO_RETRY
                if not is_in_turn or number == TRIES:
                    raise
                # the job itself is committed: nothing else is lost
                env.cr.rollback()
