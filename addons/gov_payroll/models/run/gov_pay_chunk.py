"""One part of a large run that is computed in the background, by a job of its own."""

from odoo import api, fields, models

from odoo.addons.queue_job.exception import RetryableJobError

from ..slips import run_computation

WAIT = 5  # seconds until a part that is being computed is looked at again


class GovPayChunk(models.Model):
    """Some hundred people of a run; done once, in whatever order jobs are run.

    The row is the token of the computation: it is locked while it is computed, and a
    job whose row is gone belongs to a computation that was cancelled or begun anew.
    """

    _name = "gov.pay.chunk"
    _description = "Part of a Pay Run's Computation"
    _inherit = ["gov.protected.mixin"]
    _order = "run_id, sequence"

    run_id = fields.Many2one(
        "hr.payslip.run", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(string="Part")
    people = fields.Json(help="Ids of the people, as they were when computing began.")
    state = fields.Selection(
        [("waiting", "Waiting"), ("done", "Done")], default="waiting", required=True
    )
    done_on = fields.Datetime()

    @api.model
    def _start(self, run, chunks):
        """The parts of a run, from sets of people."""
        return self.create(
            [
                {"run_id": run.id, "sequence": number, "people": people.ids}
                for number, people in enumerate(chunks, start=1)
            ]
        )

    def _job_key(self):
        """Identity of the job: two for the same part are never in the queue."""
        self.ensure_one()
        return f"gov_pay-{self.run_id.id}-{self.id}"

    def _job_compute(self):
        """The job: compute this part; a second time it does nothing."""
        chunk = self._unprotected()
        if not chunk.exists():
            return "given up: the computation was cancelled or begun anew"
        if not chunk.try_lock_for_update():
            raise RetryableJobError("being computed", seconds=WAIT, ignore_retry=True)
        chunk.invalidate_recordset()
        if chunk.state == "done" or chunk.run_id.state != "computing":
            return "nothing to do"
        people = self.env["hr.employee"].browse(chunk.people).exists()
        run_computation.compute_chunk(chunk.run_id, people)
        chunk.write({"state": "done", "done_on": fields.Datetime.now()})
        return f"{len(people)} slips"
