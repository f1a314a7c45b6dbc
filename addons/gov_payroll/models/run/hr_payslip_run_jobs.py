"""Computing a run: a small one at once, a large one in parts in the background.

Each part is a job of its own (`gov.pay.chunk`), the last job closes the computation.
Parts that are done stay done: after a crash the run goes on with the others.
"""

from odoo import api, fields, models
from odoo.exceptions import LockError, UserError

from odoo.addons.queue_job.delay import group
from odoo.addons.queue_job.exception import RetryableJobError
from odoo.addons.queue_job.utils import must_run_without_delay

from ..slips import run_computation
from .gov_pay_chunk import WAIT
from .hr_payslip_run import OFFICER

AT_ONCE = "gov_payroll.compute_at_once"  # parameter: people
UNFINISHED = ("wait_dependencies", "pending", "enqueued", "failed")


class HrPayslipRun(models.Model):
    """The run while it is computed."""

    _inherit = "hr.payslip.run"

    gov_chunk_ids = fields.One2many(
        "gov.pay.chunk", "run_id", string="Parts", readonly=True, groups=OFFICER
    )
    gov_progress = fields.Float(
        string="Computed So Far",
        compute="_compute_gov_progress",
        help="Per cent of the parts of a run that is computed in the background.",
    )
    gov_job_error = fields.Char(
        string="What Went Wrong", compute="_compute_gov_progress"
    )

    @api.depends("state")
    def _compute_gov_progress(self):
        for run in self:
            # sudo: whoever sees the run sees how far it is, and not the jobs
            chunks = run.sudo().gov_chunk_ids
            done = len(chunks.filtered(lambda chunk: chunk.state == "done"))
            run.gov_progress = 100 * done / len(chunks) if chunks else 0
            run.gov_job_error = run.sudo()._gov_jobs(["failed"])[:1].exc_message

    # -- start and end ---------------------------------------------------------------

    def _gov_start(self):
        """Compute now, or enqueue the parts of a large run."""
        self._gov_give_up()
        run_computation.prepare(self)
        chunks = run_computation.chunks(self)
        if self._gov_is_small(sum(map(len, chunks))):
            for people in chunks:
                run_computation.compute_chunk(self, people)
            self._gov_finish()
        else:
            self.env["gov.pay.chunk"]._start(self, chunks)
            self.state = "computing"
            self._gov_enqueue()

    @api.model
    def _gov_is_small(self, people):
        # sudo: users do not read system parameters
        parameters = self.env["ir.config_parameter"].sudo()
        limit = int(parameters.get_param(AT_ONCE, run_computation.CHUNK))
        return people <= limit or must_run_without_delay(self.env)

    def _gov_enqueue(self):
        """A job for each part that waits, and one that closes when they are done."""
        self._gov_jobs(UNFINISHED).button_cancelled()
        waiting = self.gov_chunk_ids.filtered(lambda chunk: chunk.state == "waiting")
        if not waiting:
            self._gov_finish()
            return
        jobs = [
            chunk.delayable(
                identity_key=chunk._job_key(),
                description=self.env._(
                    "%(run)s: part %(number)s of %(all)s",
                    run=self.name,
                    number=chunk.sequence,
                    all=len(self.gov_chunk_ids),
                ),
            )._job_compute()
            for chunk in waiting
        ]
        close = self.delayable(
            identity_key=self._gov_close_key(),
            description=self.env._("%s: end of the computation", self.name),
        )
        group(*jobs).on_done(close._gov_job_close()).delay()

    def _gov_close_key(self):
        """One computation has one closing job: its parts tell it from another."""
        return f"gov_pay_close-{self.id}-{min(self.gov_chunk_ids.ids)}"

    def _gov_job_close(self):
        """The last job: the run is computed when all its parts are."""
        run = self._unprotected()
        try:
            run.lock_for_update(allow_referencing=True)
        except LockError as error:
            raise RetryableJobError(
                "somebody works on the run", seconds=WAIT, ignore_retry=True
            ) from error
        run.invalidate_recordset()
        states = set(run.gov_chunk_ids.mapped("state"))
        if run.state != "computing" or states != {"done"}:
            return "nothing to do"
        run._gov_finish()
        return "computed"

    def _gov_finish(self):
        self._gov_give_up()
        return super()._gov_finish()

    def _gov_jobs(self, states):
        """Jobs (sudo) of this computation in some states."""
        chunks = self.gov_chunk_ids
        keys = [chunk._job_key() for chunk in chunks]
        keys += [self._gov_close_key()] if chunks else []
        # sudo: users have no right on jobs
        jobs = self.env["queue.job"].sudo()
        return jobs.search([("identity_key", "in", keys), ("state", "in", states)])

    def _gov_give_up(self):
        """Forget the parts of an earlier computation and their jobs."""
        chunks = self.gov_chunk_ids
        if chunks.try_lock_for_update() != chunks:
            raise UserError(
                self.env._(
                    "A part of %s is still being computed. Wait some seconds and try "
                    "again.",
                    self.name,
                )
            )
        self._gov_jobs(UNFINISHED).button_cancelled()
        chunks.unlink()

    # -- buttons while it is computed ------------------------------------------------

    def gov_progress_now(self):
        """How far it is, for the page that asks again until the computation ends."""
        self.ensure_one()
        self.check_access("read")
        return {"state": self.state, "progress": self.gov_progress}

    def action_gov_resume(self):
        """继续计算: after a crash or an error; parts that are done are kept."""
        for run in self._gov_begin(OFFICER, ["computing"]):
            run._gov_enqueue()

    def action_gov_cancel(self):
        """取消计算: back to a draft; a part that is being computed ends by itself."""
        for run in self._gov_begin(OFFICER, ["computing"]):
            run._gov_jobs(UNFINISHED).button_cancelled()
            run.state = "draft"
