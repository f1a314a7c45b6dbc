"""Does the jobs of the queue in this process, one after the other.

The same calls as queue_job's own worker makes, on a cursor of their own for each job:
memory of a job is given back as in a worker, and a job that dies leaves nothing.
"""

import time

from odoo import SUPERUSER_ID, api

from odoo.addons.queue_job.controllers.main import RunJobController

NEXT = """
    UPDATE queue_job SET state = 'enqueued', date_enqueued = now() at time zone 'utc'
     WHERE id = (
        SELECT id FROM queue_job
         WHERE state = 'pending' AND (eta IS NULL OR eta <= now() at time zone 'utc')
         ORDER BY priority, date_created, id LIMIT 1
     )
 RETURNING uuid
"""


class Killed(BaseException):
    """The worker died: nothing of what the job did is kept."""


class Worker:
    """Works until the queue is empty.

    :param registry: of the database
    :param kill_each: every so many jobs one dies at its end, and is done once more
    """

    def __init__(self, registry, kill_each=0):
        self.registry = registry
        self.kill_each = kill_each
        self.done = 0
        self.killed = 0
        self.seconds = []  # of each job

    def drain(self):
        """All jobs that may begin, and those that wait for them."""
        while uuid := self._next():
            started = time.perf_counter()
            try:
                self._do(uuid)
            except Killed:
                self.killed += 1
                self._requeue(uuid)
                continue
            self.done += 1
            self.seconds.append(time.perf_counter() - started)

    def _next(self):
        with self.registry.cursor() as cr:
            cr.execute(NEXT)
            found = cr.fetchone()
        return found and found[0]

    def _do(self, uuid):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            job = RunJobController._acquire_job(env, uuid)
            if self._is_to_die():
                job.perform()
                raise Killed
            RunJobController._runjob(env, job)

    def _is_to_die(self):
        jobs = self.done + self.killed + 1
        return self.kill_each and jobs % self.kill_each == 0

    def _requeue(self, uuid):
        """What the job runner does with a job whose worker is gone."""
        with self.registry.cursor() as cr:
            cr.execute(
                "UPDATE queue_job SET state = 'pending' WHERE uuid = %s", (uuid,)
            )
