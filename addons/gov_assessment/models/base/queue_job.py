"""Jobs of a month or a pay run outlive a restart of PostgreSQL."""

from odoo import api, fields, models

# The connection is gone, and with it all that the job did. What a statement did wrong
# has a class of its own below DatabaseError.
LOST = {
    "psycopg2.DatabaseError",
    "psycopg2.InterfaceError",
    "psycopg2.OperationalError",
    "psycopg2.errors.AdminShutdown",
    "psycopg2.errors.CannotConnectNow",
    "psycopg2.errors.CrashShutdown",
}
CHANNELS = ("root.gov_month", "root.gov_pay")  # their jobs may be run again
TRIES = 5
PAUSE = 5  # seconds
SETTLED = 30  # seconds that a step may take to call the next one itself


class QueueJob(models.Model):
    """A job that lost its connection waits for another try instead of an officer."""

    _inherit = "queue.job"

    def write(self, vals):
        again = self.filtered(lambda job: job._may_try_again(vals))
        if again:
            super(QueueJob, again).write({**vals, **self._prepare_again_vals()})
        others = self - again
        return super(QueueJob, others).write(vals) if others else True

    def _may_try_again(self, vals):
        if vals.get("state") != "failed" or vals.get("exc_name") not in LOST:
            return False
        return self.channel in CHANNELS and vals.get("retry", self.retry) < TRIES

    def _prepare_again_vals(self):
        return {
            "state": "pending",
            "eta": fields.Datetime.add(fields.Datetime.now(), seconds=PAUSE),
            "exc_name": False,
            "exc_message": False,
            "exc_info": False,
        }

    @api.model
    def _cron_wake_waiting(self):
        """Begin jobs that nobody called when the last of those before them was done.

        A job is done in one transaction and calls the next in another: a crash between
        the two would leave the closing step of a month waiting for ever.
        """
        now = fields.Datetime.now()
        waiting = self.search(
            [
                ("state", "=", "wait_dependencies"),
                ("channel", "in", CHANNELS),
                ("dependency_ids", "not any", [("state", "!=", "done")]),
                (
                    "dependency_ids",
                    "not any",
                    [
                        (
                            "date_done",
                            ">",
                            fields.Datetime.subtract(now, seconds=SETTLED),
                        )
                    ],
                ),
            ]
        )
        # who is called at this very moment is begun already
        waiting.try_lock_for_update().state = "pending"
