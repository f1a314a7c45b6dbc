"""Window for a decision on people of a year: what, and why."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.years.gov_rubric_annual_grade import STANDINGS

KINDS = [
    ("choose", "Choose among Equals"),
    ("lower", "Lower the Grade"),
    ("exception", "Exception for under One Year"),
    ("mark", "Overall Mark of the Year"),
    ("undo", "Take Decisions Back"),
    ("answer", "Answer the Objection"),
]


class GovAnnualDecision(models.TransientModel):
    """One decision with its reason; the result checks the rights."""

    _name = "gov.annual.decision"
    _description = "Decision on a Year"

    result_ids = fields.Many2many(
        "gov.annual.appraisal", string="People", required=True
    )
    kind = fields.Selection(KINDS, string="Decision", required=True, default="choose")
    standing = fields.Selection(STANDINGS[1:], string="Lower To")
    part_id = fields.Many2one("gov.rubric.year.part", string="Mark of")
    part_ids = fields.Many2many(
        "gov.rubric.year.part",
        string="Parts with a Mark",
        compute="_compute_part_ids",
    )
    overall_score = fields.Float(string="Overall Mark", digits=(12, 2))
    reason = fields.Text(required=True)

    @api.model
    def default_get(self, names):
        vals = super().default_get(names)
        if self.env.context.get("active_model") == "gov.annual.appraisal":
            ids = self.env.context.get("active_ids", [])
            vals["result_ids"] = [fields.Command.set(ids)]
        return vals

    @api.depends("result_ids")
    def _compute_part_ids(self):
        for decision in self:
            decision.part_ids = decision.result_ids._mark_parts()

    def action_decide(self):
        """Take the decision."""
        self.ensure_one()
        results = self.result_ids
        if self.kind == "choose":
            results._choose(self.reason)
        elif self.kind == "lower":
            if not self.standing:
                raise UserError(self.env._("Say to which grade."))
            results._lower(self.standing, self.reason)
        elif self.kind == "exception":
            results._grant_exception(self.reason)
        elif self.kind == "mark":
            self._decide_mark()
        elif self.kind == "answer":
            results._answer_objection(self.reason)
        else:
            results._undo_decisions(self.reason)
        return {"type": "ir.actions.act_window_close"}

    def _decide_mark(self):
        if self.part_id:
            self.result_ids._mark_part(self.part_id, self.overall_score, self.reason)
        elif self.part_ids:
            raise UserError(
                self.env._("The text knows several marks: choose which one this is.")
            )
        else:
            self.result_ids._mark(self.overall_score, self.reason)
