"""Publicity of a graded month (公示): people see their sheet, confirm it or object.

D15: three working days to answer, three of publicity; the numbers stand in the text.
"""

from odoo import api, fields, models
from odoo.exceptions import UserError

from .gov_appraisal_round import LEADER, OFFICER

UNPUBLISHED = {
    "published_on": False,
    "published_by_id": False,
    "publicity_end": False,
    "confirm_end": False,
    "submitted_on": False,
    "submitted_by_id": False,
    "confirmed_by_id": False,
}


class GovAppraisalRound(models.Model):
    """From graded to published, and back."""

    _inherit = "gov.appraisal.round"

    published_on = fields.Date(readonly=True, tracking=True)
    published_by_id = fields.Many2one("res.users", readonly=True)
    publicity_end = fields.Date(
        string="Publicity Until", readonly=True, help="Empty: the text asks for none."
    )
    confirm_end = fields.Date(
        string="Answers Until",
        readonly=True,
        help="Whoever has not answered by the end of this day agrees (D15).",
    )
    is_publicity_over = fields.Boolean(compute="_compute_is_publicity_over")
    deadline_warning = fields.Char(compute="_compute_is_publicity_over")
    pending_count = fields.Integer(
        string="Not Answered Yet", compute="_compute_answer_counts"
    )
    objection_count = fields.Integer(
        string="Objections", compute="_compute_answer_counts"
    )
    open_objection_count = fields.Integer(
        string="Objections to Answer", compute="_compute_answer_counts"
    )

    @api.depends("published_on", "publicity_end", "confirm_end")
    def _compute_is_publicity_over(self):
        years = self.env["gov.calendar.year"]
        for batch in self:
            last = batch._last_day()
            batch.is_publicity_over = batch._is_over()
            batch.deadline_warning = bool(last) and years._unknown_warning(
                batch.published_on, last
            )

    def _last_day(self):
        """The last day of publicity and answers, False when the text asks for none."""
        return max(filter(None, (self.publicity_end, self.confirm_end)), default=False)

    def _is_over(self):
        last, today = self._last_day(), fields.Date.context_today(self)
        return bool(self.published_on) and (not last or last < today)

    @api.depends("appraisal_ids.confirm_state", "appraisal_ids.objection_answer")
    def _compute_answer_counts(self):
        groups = self.env["gov.appraisal"]._read_group(
            [
                ("round_id", "in", self.ids),
                ("confirm_state", "in", ("pending", "objected")),
            ],
            ["round_id", "confirm_state"],
            ["__count", "objection_answered_by_id:count"],
        )
        for batch in self:
            mine = {state: (n, done) for r, state, n, done in groups if r == batch}
            batch.pending_count = mine.get("pending", (0, 0))[0]
            objected, answered = mine.get("objected", (0, 0))
            batch.objection_count = objected
            batch.open_objection_count = objected - answered

    def action_publish(self):
        """Show the graded month to the people and start the days of publicity."""
        calendar = self.env["gov.calendar.year"]._calendar()
        today = fields.Date.context_today(self)
        for batch in self._begin(OFFICER, ["graded"]):
            text = batch.version_id
            ends = {
                "publicity_end": text.publicity_days
                and calendar.add(today, text.publicity_days),
                "confirm_end": text.confirm_days
                and calendar.add(today, text.confirm_days),
            }
            batch.write(
                {
                    **UNPUBLISHED,
                    **ends,
                    "state": "published",
                    "published_on": today,
                    "published_by_id": self.env.uid,
                }
            )
            batch.appraisal_ids._ask_for_answers(bool(text.confirm_days))

    def _take_back(self, reason):
        """Undo the publication: something has to be put right, then publish again."""
        for batch in self._begin(OFFICER, ["published"]):
            batch._back_to_open(
                self.env._("Taken back from publicity: %s", batch._said(reason))
            )

    def action_reopen(self):
        """Undo: the leader sends a month back to the officers."""
        states = ["confirmed", "published", "graded", "scored"]
        for batch in self._begin(LEADER, states):
            batch._back_to_open(self.env._("Sent back by the leader."))

    def _back_to_open(self, words):
        # sudo: the steps of the approval go with the publication
        self.sudo().review_ids.unlink()
        self.write({**UNPUBLISHED, "state": "open"})
        self.message_post(body=words)
        # what was recorded meanwhile counts here again, not in the next month
        self._gather_late_facts()

    def _end_publicity(self, reason):
        """The leader ends publicity and answers at once, on record (急办).

        Who has not answered counts as agreeing; an appeal stays possible.
        """
        yesterday = fields.Date.subtract(fields.Date.context_today(self), days=1)
        for batch in self._begin(LEADER, ["published"]):
            words = batch._said(reason)
            ends = {
                name: yesterday
                for name in ("publicity_end", "confirm_end")
                if batch[name] and batch[name] > yesterday
            }
            if batch._is_over() and not ends:
                continue  # a colleague was faster, or the days are over
            batch.write(ends)
            batch.appraisal_ids._lapse_answers()
            batch.message_post(
                body=self.env._("Publicity ended early by the leader: %s", words)
            )

    def action_open_pending(self):
        """The people who have not answered yet."""
        return self._open_answers("pending")

    def action_open_objections(self):
        """The people who object."""
        return self._open_answers("objected")

    def _open_answers(self, state):
        return {
            **self.action_open_appraisals(),
            "domain": [("round_id", "=", self.id), ("confirm_state", "=", state)],
        }

    def _said(self, reason):
        """The reason, stripped; nothing of this kind happens without one."""
        words = (reason or "").strip()
        if not words:
            raise UserError(self.env._("Give the reason: it is kept with the month."))
        return words

    @api.model
    def _cron_daily(self):
        """People who did not answer in time agree (逾期未反馈视为无异议)."""
        today = fields.Date.context_today(self)
        over = self.search([("state", "=", "published"), ("confirm_end", "<", today)])
        over._unprotected().appraisal_ids._lapse_answers()
