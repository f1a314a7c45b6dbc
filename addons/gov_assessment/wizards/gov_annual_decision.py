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
    overall_score = fields.Float(string="Overall Mark", digits=(12, 2))
    reason = fields.Text(required=True)

    @api.model
    def default_get(self, names):
        vals = super().default_get(names)
        if self.env.context.get("active_model") == "gov.annual.appraisal":
            ids = self.env.context.get("active_ids", [])
            vals["result_ids"] = [fields.Command.set(ids)]
        return vals

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
            results._mark(self.overall_score, self.reason)
        else:
            results._undo_decisions(self.reason)
        return {"type": "ir.actions.act_window_close"}
