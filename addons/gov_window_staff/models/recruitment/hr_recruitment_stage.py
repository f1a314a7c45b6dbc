"""Stages of a recruitment for windows: the seven steps that the policy prescribes."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.recruitment import SCORED
from .gov_recruitment_step import STEP_NAMES


class HrRecruitmentStage(models.Model):
    """Stage that may be one of the seven steps (公告 … 公示)."""

    _inherit = "hr.recruitment.stage"

    gov_step = fields.Selection(
        STEP_NAMES,
        string="Window Recruitment Step",
        readonly=True,
        copy=False,
        help="Set for the seven steps of window recruitment; other jobs do not use "
        "these stages.",
    )
    gov_has_score = fields.Boolean(string="Scored", compute="_compute_gov_has_score")
    gov_pass_mark = fields.Float(
        string="Pass Mark",
        digits=(5, 2),
        help="Lowest score with which this step is passed; 0: no mark.",
    )

    _gov_step_uniq = models.UniqueIndex(
        "(gov_step) WHERE gov_step IS NOT NULL",
        "There is already a stage for this step.",
    )
    _gov_pass_mark_range = models.Constraint(
        "CHECK(gov_pass_mark IS NULL OR gov_pass_mark BETWEEN 0 AND 100)",
        "The pass mark lies between 0 and 100.",
    )

    @api.depends("gov_step")
    def _compute_gov_has_score(self):
        for stage in self:
            stage.gov_has_score = stage.gov_step in SCORED

    def write(self, vals):
        if "gov_step" in vals and not self.env.su:
            raise UserError(
                self.env._("The seven steps of window recruitment are fixed.")
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_other_than_steps(self):
        if any(stage.gov_step for stage in self):
            raise UserError(
                self.env._(
                    "The seven steps of window recruitment are prescribed and cannot "
                    "be deleted."
                )
            )

    @api.model
    def _gov_stages(self):
        """{step: stage} of the seven steps."""
        stages = self.search([("gov_step", "!=", False)])
        return {stage.gov_step: stage for stage in stages}
