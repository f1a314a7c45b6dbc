"""The long steps of a month: at once for a small one, else in parts in the background.

Taking the population, scoring and grading are worked on by jobs of some hundred people
each (`gov.appraisal.chunk`); the last job ends the step. Parts that are done stay done:
after a crash the step goes on with the others. Until its end no other step is possible.
"""

from odoo import api, fields, models
from odoo.exceptions import LockError, UserError

from odoo.addons.queue_job.delay import group
from odoo.addons.queue_job.exception import RetryableJobError
from odoo.addons.queue_job.utils import must_run_without_delay

from .gov_appraisal_chunk import STEPS, WAIT
from .gov_appraisal_round import OFFICER

AT_ONCE = "gov_assessment.work_at_once"  # parameter: people
PART = "gov_assessment.people_per_part"  # parameter
PEOPLE = 500  # of both, unless a parameter says another number
UNFINISHED = ("wait_dependencies", "pending", "enqueued", "failed")
# a month that is worked on, or whose work was cancelled, shows no result of that step
BEFORE = {"open": "draft", "score": "open", "grade": "scored"}


class GovAppraisalRound(models.Model):
    """The round while one of its steps works in the background."""

    _inherit = "gov.appraisal.round"

    work_step = fields.Selection(STEPS, string="Works On", readonly=True, copy=False)
    is_outdated = fields.Boolean(
        string="Changed Meanwhile",
        readonly=True,
        copy=False,
        help="A fact was changed while the month was worked on.",
    )
    chunk_ids = fields.One2many(
        "gov.appraisal.chunk", "round_id", string="Parts", readonly=True, groups=OFFICER
    )
    work_progress = fields.Float(
        string="Done So Far",
        compute="_compute_work_progress",
        help="Per cent of the parts of a step that works in the background.",
    )
    work_error = fields.Char(string="What Went Wrong", compute="_compute_work_progress")

    @api.depends("work_step")
    def _compute_work_progress(self):
        for batch in self:
            # sudo: whoever sees the month sees how far it is, and not the jobs
            chunks = batch.sudo().chunk_ids
            done = len(chunks.filtered(lambda chunk: chunk.state == "done"))
            batch.work_progress = 100 * done / len(chunks) if chunks else 0
            batch.work_error = batch._jobs(["failed"])[:1].exc_message

    # -- guards ------------------------------------------------------------------------

    def _at_work(self):
        return self.filtered("work_step")

    def _begin(self, groups, states):
        records = super()._begin(groups, states)
        labels = dict(self._fields["work_step"]._description_selection(self.env))
        for batch in records._at_work():
            raise UserError(
                self.env._(
                    "%(month)s is being worked on in the background (%(step)s). Wait "
                    "until it is done, or cancel it first.",
                    month=batch.display_name,
                    step=labels[batch.work_step],
                )
            )
        return records

    def _begin_at_work(self):
        """The months that are being worked on, for a button that goes on or cancels."""
        return super()._begin(OFFICER, list(BEFORE.values()))._at_work()

    def _take(self, allow_referencing=False):
        # sheets of a part that is being worked on refer to the month: no reason to wait
        at_work = bool(self._at_work())
        return super()._take(allow_referencing=allow_referencing or at_work)

    # -- start and end -----------------------------------------------------------------

    def _work(self, step, ids):
        """Do a step now, or enqueue its parts when the month is large.

        :param ids: of what `_work_on` works on
        """
        self.ensure_one()
        if self._is_small(len(ids)):
            self._work_on(step, ids)
            self._end_work(step)
            return
        self.write({"work_step": step, "state": BEFORE[step], "is_outdated": False})
        # sudo: parts are made and ended by the system only
        chunks = self.sudo().chunk_ids._unprotected()
        chunks.unlink()
        chunks._start(self, step, ids, self._parameter(PART))
        self._enqueue()

    @api.model
    def _is_small(self, people):
        limit = self._parameter(AT_ONCE)
        return people <= limit or must_run_without_delay(self.env)

    @api.model
    def _parameter(self, name):
        # sudo: users do not read system parameters
        return int(self.env["ir.config_parameter"].sudo().get_param(name, PEOPLE))

    def _work_on(self, step, ids):
        getattr(self._unprotected(), f"_work_on_{step}")(ids)

    def _end_work(self, step):
        """All parts are done: the month goes on, unless a fact changed meanwhile."""
        is_outdated = self.is_outdated and step != "open"
        self._stop_work()
        if is_outdated:
            self.state = "open"
            self.message_post(
                body=self.env._("A fact of this month was changed: score it again.")
            )
        else:
            getattr(self, f"_end_{step}")()

    def _stop_work(self):
        """Forget the parts and their jobs."""
        if not self.work_step:
            return
        # sudo: as in `_work`
        chunks = self.sudo().chunk_ids._unprotected()
        if chunks.try_lock_for_update() != chunks:
            raise UserError(
                self.env._(
                    "A part of %s is still being worked on. Wait some seconds and try "
                    "again.",
                    self.display_name,
                )
            )
        self._jobs(UNFINISHED).button_cancelled()
        chunks.unlink()
        self.write({"work_step": False, "is_outdated": False})

    # -- jobs --------------------------------------------------------------------------

    def _enqueue(self):
        """A job for each part that waits, and one that ends the step after them."""
        self._jobs(UNFINISHED).button_cancelled()
        chunks = self.sudo().chunk_ids  # sudo: as in `_work`
        waiting = chunks.filtered(lambda chunk: chunk.state == "waiting")
        if not waiting:
            self._end_work(self.work_step)
            return
        jobs = [
            chunk.delayable(
                identity_key=chunk._job_key(),
                description=self.env._(
                    "%(month)s: part %(number)s of %(all)s",
                    month=self.display_name,
                    number=chunk.sequence,
                    all=len(chunks),
                ),
            )._job_work()
            for chunk in waiting
        ]
        end = self.delayable(
            identity_key=self._end_key(),
            description=self.env._("%s: end of the step", self.display_name),
        )
        group(*jobs).on_done(end._job_end()).delay()

    def _end_key(self):
        """A step has one job that ends it: its parts tell it from another step's."""
        return f"gov_month_end-{self.id}-{min(self.sudo().chunk_ids.ids)}"

    def _job_end(self):
        """The last job: the step is done when all its parts are."""
        batch = self._unprotected()
        try:
            batch.lock_for_update(allow_referencing=True)
        except LockError as error:
            raise RetryableJobError(
                "somebody works on the month", seconds=WAIT, ignore_retry=True
            ) from error
        batch.invalidate_recordset()
        # sudo: as in `_work`
        states = set(batch.sudo().chunk_ids.mapped("state"))
        if not batch.work_step or states != {"done"}:
            return "nothing to do"
        batch._end_work(batch.work_step)
        return "done"

    def _jobs(self, states):
        """Jobs (sudo) of the step that works, in some states."""
        # sudo: users have no right on jobs and parts
        chunks = self.sudo().chunk_ids
        keys = [chunk._job_key() for chunk in chunks]
        keys += [self._end_key()] if chunks else []
        jobs = self.env["queue.job"].sudo()  # sudo: as above
        return jobs.search([("identity_key", "in", keys), ("state", "in", states)])

    # -- buttons while it works --------------------------------------------------------

    def action_refresh_work(self):
        """Read the page again: how far is it?"""

    def action_resume_work(self):
        """继续: after a crash or an error; parts that are done are kept."""
        for batch in self._begin_at_work():
            batch._enqueue()

    def action_cancel_work(self):
        """取消: back to where the step began."""
        for batch in self._begin_at_work():
            step = batch.work_step
            batch._stop_work()
            if step == "open":
                batch.appraisal_ids.unlink()
