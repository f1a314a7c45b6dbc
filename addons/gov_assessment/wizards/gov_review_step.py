"""Dialog of a step in the handling of a bad review."""

from odoo import api, fields, models

from ..models.reviews.gov_service_review import VERDICTS
from ..models.reviews.gov_service_review_loop import (
    RECTIFY_KINDS,
    VISIT_RESULTS,
    WAYS,
)
from ..models.rubrics.gov_rubric_version import RATINGS

STEPS = [
    ("verify", "Verify"),
    ("rectify", "Put Right"),
    ("feedback", "Tell the Citizen"),
    ("visit", "Call Back"),
    ("recheck", "Check Again"),
]


class GovReviewStep(models.TransientModel):
    """One step for one review, or the same for several."""

    _name = "gov.review.step"
    _description = "Step of a Review"

    review_ids = fields.Many2many(
        "gov.service.review",
        string="Reviews",
        required=True,
        default=lambda self: self._default_review_ids(),
    )
    step = fields.Selection(STEPS, string="Handling Step", required=True)
    day = fields.Date(
        string="Done On",
        required=True,
        default=lambda self: self.env["gov.service.review"]._today(),
    )
    note = fields.Text()
    verdict = fields.Selection(VERDICTS)
    rectify_kind = fields.Selection(
        RECTIFY_KINDS, string="Way of Putting Right", default="at_once"
    )
    rectifier_id = fields.Many2one("hr.employee", string="Responsible Person")
    way = fields.Selection(WAYS, string="By Way Of", default="phone")
    visit_result = fields.Selection(VISIT_RESULTS, default="satisfied")
    rerating = fields.Selection(RATINGS, string="New Rating")

    @api.model
    def _default_review_ids(self):
        context = self.env.context
        if context.get("active_model") == "gov.service.review":
            return [(6, 0, context.get("active_ids") or [])]
        return []

    def action_apply(self):
        """Take the step."""
        self.ensure_one()
        getattr(self, f"_apply_{self.step}")()
        return {"type": "ir.actions.act_window_close"}

    def _apply_verify(self):
        self.review_ids._verify(
            self.verdict, self.note, self.rectify_kind, self.rectifier_id, self.day
        )

    def _apply_rectify(self):
        self.review_ids._rectify(self.note, self.day)

    def _apply_feedback(self):
        self.review_ids._feed_back(self.way, self.note, self.day)

    def _apply_visit(self):
        self.review_ids._visit(
            self.way, self.visit_result, self.note, self.rerating, self.day
        )

    def _apply_recheck(self):
        self.review_ids._recheck(self.verdict, self.note)
