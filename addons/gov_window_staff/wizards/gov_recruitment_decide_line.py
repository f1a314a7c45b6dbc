"""One applicant's result in the dialog."""

from odoo import api, fields, models


class GovRecruitmentDecideLine(models.TransientModel):
    """Result, score and note of one applicant."""

    _name = "gov.recruitment.decide.line"
    _description = "Result of an Applicant"

    wizard_id = fields.Many2one(
        "gov.recruitment.decide", required=True, ondelete="cascade"
    )
    applicant_id = fields.Many2one("hr.applicant", required=True, readonly=True)
    score = fields.Float(digits=(5, 2))
    result = fields.Selection(
        [("pass", "Passed"), ("fail", "Failed")],
        compute="_compute_result",
        store=True,
        readonly=False,
        required=True,
        precompute=True,
    )
    note = fields.Char()

    @api.depends("score")
    def _compute_result(self):
        for line in self:
            stage = line.wizard_id.stage_id
            below = stage.gov_has_score and line.score < stage.gov_pass_mark
            line.result = "fail" if below else "pass"
