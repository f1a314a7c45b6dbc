"""A step of one applicant's recruitment: result, date, score, person (S3)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import recruitment
from ..base.gov_protected_mixin import UNLOCK

STEP_NAMES = [
    ("notice", "Announcement"),
    ("application", "Registration"),
    ("qualification", "Qualification Review"),
    ("written", "Written Test"),
    ("interview", "Interview"),
    ("medical", "Medical Check"),
    ("publicity", "Public Notice"),
]
RESULTS = [("pending", "To Do"), ("pass", "Passed"), ("fail", "Failed")]


class GovRecruitmentStep(models.Model):
    """One of the seven steps; results change only through `_decide` and `_reopen`."""

    _name = "gov.recruitment.step"
    _description = "Recruitment Step"
    _inherit = ["gov.protected.mixin"]
    _order = "applicant_id, sequence"
    _rec_name = "step"

    applicant_id = fields.Many2one(
        "hr.applicant", required=True, index=True, ondelete="cascade"
    )
    job_id = fields.Many2one(related="applicant_id.job_id", store=True, index=True)
    step = fields.Selection(STEP_NAMES, required=True)
    sequence = fields.Integer(required=True)
    result = fields.Selection(RESULTS, default="pending", required=True)
    date = fields.Date()
    score = fields.Float(digits=(5, 2), aggregator="avg")
    has_score = fields.Boolean()
    user_id = fields.Many2one("res.users", string="Decided By")
    note = fields.Text()
    is_current = fields.Boolean(compute="_compute_is_current")

    _step_uniq = models.UniqueIndex(
        "(applicant_id, step)", "An applicant takes each step once."
    )

    @api.depends("applicant_id.gov_step_ids.result")
    def _compute_is_current(self):
        for step in self:
            results = step.applicant_id._gov_results()
            step.is_current = recruitment.current_step(results) == step.step

    def action_decide(self):
        """Dialog to record the result of the step that is due."""
        return self.applicant_id.action_gov_decide()

    def action_reopen(self):
        """Dialog to take back the last result, with the reason."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.recruitment.reopen",
            "view_mode": "form",
            "target": "new",
            "context": {"default_step_id": self.id},
            "name": self.env._("Correct a Result"),
        }

    def _label(self):
        """The step's name in the user's language."""
        self.ensure_one()
        return dict(self._fields["step"]._description_selection(self.env))[self.step]

    def _decide(self, result, day, score=None, note=None, reason=None):
        """Record the result of the step that is due, then move the applicant on.

        :param result: `pass`, or `fail`, which ends the application
        :param score: for a scored step, 0 to 100
        :param reason: hr.applicant.refuse.reason of a failure
        """
        applicants = self.applicant_id
        applicants.check_access("write")
        for step in self:
            step._check_decision(result, day, score)
        vals = {
            "result": result,
            "date": day,
            "score": score or 0,
            "has_score": score is not None,
            "note": note,
            "user_id": self.env.uid,
        }
        # sudo: results are written by the system only; the checks are done above
        self.sudo()._unprotected().write(vals)
        for step in self:
            step.applicant_id._gov_follow(reason)

    def _check_decision(self, result, day, score):
        applicant = self.applicant_id
        if (
            self.step == "publicity"
            and self.env.context.get("gov_unlock") is not UNLOCK
        ):
            raise UserError(
                self.env._(
                    "The public notice is passed when its document is concluded: list "
                    "%(name)s on a public notice.",
                    name=applicant.partner_name,
                )
            )
        problem = recruitment.decision_problem(
            applicant._gov_results(),
            {s.step: s.date for s in applicant.gov_step_ids if s.date},
            self.step,
            day,
            fields.Date.context_today(self),
        )
        if problem:
            raise UserError(self._decision_problem(problem))
        if not applicant.active:
            raise UserError(
                self.env._(
                    "The application of %(name)s has ended. Restore it first.",
                    name=applicant.partner_name,
                )
            )
        self._check_score(result, score)

    def _decision_problem(self, problem):
        applicant = self.applicant_id
        current = applicant._gov_current_step()
        details = {
            "name": applicant.partner_name,
            "step": self._label(),
            "current": current._label() if current else "",
        }
        texts = {
            "decided": self.env._(
                "“%(step)s” of %(name)s already has a result. Correct it instead.",
                **details,
            ),
            "order": self.env._(
                "%(name)s is at “%(current)s”. Record that result before “%(step)s”: "
                "no step is skipped.",
                **details,
            ),
            "future": self.env._(
                "The date of “%(step)s” lies in the future.", **details
            ),
            "earlier": self.env._(
                "The date of “%(step)s” lies before the step that went ahead of it.",
                **details,
            ),
        }
        return texts[problem]

    def _check_score(self, result, score):
        stage = self.env["hr.recruitment.stage"]._gov_stages()[self.step]
        if stage.gov_has_score and score is None:
            raise UserError(
                self.env._("Enter the score of “%(step)s”.", step=self._label())
            )
        if score is not None and not 0 <= score <= 100:
            raise UserError(self.env._("A score lies between 0 and 100."))
        if result == "pass" and score is not None and score < stage.gov_pass_mark:
            raise UserError(
                self.env._(
                    "%(name)s has %(score)g points; “%(step)s” is passed with "
                    "%(mark)g.",
                    name=self.applicant_id.partner_name,
                    score=score,
                    step=self._label(),
                    mark=stage.gov_pass_mark,
                )
            )

    def _reopen(self, note):
        """Take the last result back; the reason stays in the applicant's history."""
        self.ensure_one()
        applicant = self.applicant_id
        applicant.check_access("write")
        if not recruitment.can_reopen(applicant._gov_results(), self.step):
            raise UserError(
                self.env._(
                    "Only the last result can be corrected: later ones rest on it."
                )
            )
        applicant._gov_check_no_entry()
        old = dict(self._fields["result"]._description_selection(self.env))[self.result]
        # sudo: see _decide
        self.sudo()._unprotected().write(
            {
                "result": "pending",
                "date": False,
                "score": 0,
                "has_score": False,
                "user_id": False,
                "note": False,
            }
        )
        applicant._gov_restore()
        applicant.message_post(
            body=self.env._(
                "Result “%(old)s” of “%(step)s” taken back: %(note)s",
                old=old,
                step=self._label(),
                note=note,
            )
        )
