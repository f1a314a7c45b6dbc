"""One part of a month's step that works in the background, by a job of its own."""

from odoo import api, fields, models
from odoo.tools import split_every

from odoo.addons.queue_job.exception import RetryableJobError

WAIT = 5  # seconds until a part that is being worked on is looked at again
STEPS = [
    ("open", "Taking the Population"),
    ("score", "Scoring"),
    ("grade", "Ranking and Grading"),
]


class GovAppraisalChunk(models.Model):
    """Some hundred people of a month; done once, in whatever order jobs are run.

    The row is the token of the work: it is locked while it is worked on, and a job
    whose row is gone belongs to a step that was cancelled or begun anew.
    """

    _name = "gov.appraisal.chunk"
    _description = "Part of a Month's Step"
    _inherit = ["gov.protected.mixin"]
    _order = "round_id, sequence"

    round_id = fields.Many2one(
        "gov.appraisal.round", required=True, ondelete="cascade", index=True
    )
    step = fields.Selection(STEPS, required=True)
    sequence = fields.Integer(string="Part")
    record_ids = fields.Json(
        string="Works On These",
        help="Ids of the people (while the population is taken) or of their sheets.",
    )
    state = fields.Selection(
        [("waiting", "Waiting"), ("done", "Done")], default="waiting", required=True
    )
    done_on = fields.Datetime()

    @api.model
    def _start(self, batch, step, ids, size):
        """The parts of a step; grading is one, it needs everybody's score."""
        parts = [()] if step == "grade" else split_every(size, ids)
        return self.create(
            [
                {
                    "round_id": batch.id,
                    "step": step,
                    "sequence": number,
                    "record_ids": list(part),
                }
                for number, part in enumerate(parts, start=1)
            ]
        )

    def _job_key(self):
        """Identity of the job: two for the same part are never in the queue."""
        self.ensure_one()
        return f"gov_month-{self.round_id.id}-{self.id}"

    def _job_work(self):
        """The job: work on this part; a second time it does nothing."""
        chunk = self._unprotected()
        if not chunk.exists():
            return "given up: the step was cancelled or begun anew"
        if not chunk.try_lock_for_update():
            raise RetryableJobError("worked on", seconds=WAIT, ignore_retry=True)
        chunk.invalidate_recordset()
        if chunk.state == "done" or chunk.round_id.work_step != chunk.step:
            return "nothing to do"
        # with the rights of the officer who pressed the button, as at once
        ids = chunk.record_ids or []
        chunk.round_id.sudo(False)._work_on(chunk.step, ids)
        chunk.write({"state": "done", "done_on": fields.Datetime.now()})
        return f"{len(ids) or 'all'} people"
