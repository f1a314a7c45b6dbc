"""The window in which HR decides on a tie or lowers a grade, with words and minutes."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.rounds.gov_appraisal_round import OFFICER
from ..models.rounds.gov_appraisal_ruling import KINDS


class GovAppraisalRulingWizard(models.TransientModel):
    """Shows the equal people and the places left; refuses more than the quota."""

    _name = "gov.appraisal.ruling.wizard"
    _description = "Decide About Grades"

    round_id = fields.Many2one("gov.appraisal.round", required=True)
    kind = fields.Selection(KINDS, string="Kind of Decision", required=True)
    appraisal_id = fields.Many2one("gov.appraisal", string="Person")
    group_ids = fields.Many2many(
        "gov.appraisal", string="Equal People", compute="_compute_tie"
    )
    places = fields.Integer(string="Places Left", compute="_compute_tie")
    tie_grade_id = fields.Many2one(
        "gov.rubric.grade", string="Grade at Stake", compute="_compute_tie"
    )
    chosen_ids = fields.Many2many(
        "gov.appraisal",
        "gov_appraisal_ruling_wizard_chosen_rel",
        domain="[('id', 'in', group_ids)]",
    )
    version_id = fields.Many2one(related="round_id.version_id")
    grade_id = fields.Many2one(
        "gov.rubric.grade",
        string="Lower To",
        domain="[('version_id', '=', version_id)]",
    )
    reason = fields.Text(string="Reason of the Decision", required=True)
    attachment_ids = fields.Many2many("ir.attachment", string="Minutes of the Meeting")

    @api.depends("round_id", "kind")
    def _compute_tie(self):
        for window in self:
            ties = window.round_id._ties() if window.kind == "tie" else []
            tie = ties[0] if ties else None
            window.places = tie.places if tie else 0
            window.group_ids = tie.keys if tie else False
            window.tie_grade_id = tie and window.version_id.grade_ids.filtered(
                lambda g, t=tie: g.code == t.code
            )

    def action_decide(self):
        """Keep the decision and grade anew."""
        self.ensure_one()
        batch = self.round_id._begin(OFFICER, ["graded"])
        words = batch._said(self.reason)
        vals = self._tie_vals() if self.kind == "tie" else self._lower_vals()
        self.env["gov.appraisal.ruling"]._record(
            batch,
            {
                **vals,
                "kind": self.kind,
                "reason": words,
                "attachment_ids": [(6, 0, self.attachment_ids.ids)],
            },
        )
        return {"type": "ir.actions.act_window_close"}

    def _tie_vals(self):
        self.invalidate_recordset(["group_ids", "places", "tie_grade_id"])
        self.chosen_ids.employee_id._gov_refuse_own()
        strangers = self.chosen_ids - self.group_ids
        if not self.chosen_ids or strangers:
            raise UserError(self.env._("Choose among the people who are equal."))
        if len(self.chosen_ids) > self.places:
            raise UserError(
                self.env._(
                    "Only %(places)s places of “%(grade)s” are left, %(count)s people "
                    "are chosen: the quota must not be exceeded.",
                    places=self.places,
                    grade=self.tie_grade_id.name,
                    count=len(self.chosen_ids),
                )
            )
        return {
            "grade_id": self.tie_grade_id.id,
            "appraisal_ids": [(6, 0, self.chosen_ids.ids)],
            "group_ids": [(6, 0, self.group_ids.ids)],
            "places": self.places,
        }

    def _lower_vals(self):
        grades, here = self.version_id.grade_ids, self.appraisal_id.grade_id
        if self.appraisal_id.round_id != self.round_id or not here:
            raise UserError(self.env._("Only a graded person's grade can be lowered."))
        order = grades.sorted("sequence").ids
        if self.grade_id not in grades or (
            order.index(self.grade_id.id) <= order.index(here.id)
        ):
            raise UserError(
                self.env._(
                    "“%(grade)s” is not lower than “%(present)s”. A grade is never "
                    "raised by hand.",
                    grade=self.grade_id.name or "-",
                    present=here.name,
                )
            )
        return {
            "grade_id": self.grade_id.id,
            "appraisal_ids": [(6, 0, self.appraisal_id.ids)],
        }
