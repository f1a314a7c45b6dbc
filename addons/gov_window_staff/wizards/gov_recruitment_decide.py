"""Results of one step for one applicant or for a whole list (成绩登记)."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovRecruitmentDecide(models.TransientModel):
    """Dialog: the applicants are at the same step; a line each."""

    _name = "gov.recruitment.decide"
    _description = "Result of a Recruitment Step"

    applicant_ids = fields.Many2many("hr.applicant")
    stage_id = fields.Many2one("hr.recruitment.stage", string="Step", readonly=True)
    has_score = fields.Boolean(related="stage_id.gov_has_score")
    pass_mark = fields.Float(related="stage_id.gov_pass_mark")
    date = fields.Date(required=True, default=fields.Date.context_today)
    reason_id = fields.Many2one(
        "hr.applicant.refuse.reason",
        string="Reason of Failure",
        help="Blank: the reason that belongs to the step.",
    )
    line_ids = fields.One2many("gov.recruitment.decide.line", "wizard_id")

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        applicants = self.env["hr.applicant"].browse(
            self.env.context.get("default_applicant_ids", [])
        )
        stage = applicants.stage_id
        if len(stage) != 1 or not all(applicants.mapped("gov_is_window")):
            raise UserError(
                self.env._(
                    "Select applicants for window posts who are at the same step."
                )
            )
        values["stage_id"] = stage.id
        values["line_ids"] = [
            fields.Command.create({"applicant_id": applicant.id})
            for applicant in applicants
        ]
        return values

    def action_apply(self):
        """Record each result; failed applicants leave the board."""
        self.ensure_one()
        for line in self.line_ids:
            line.applicant_id._gov_current_step()._decide(
                line.result,
                self.date,
                line.score if self.has_score else None,
                line.note,
                self.reason_id,
            )
        return {"type": "ir.actions.act_window_close"}
