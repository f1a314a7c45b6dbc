"""What those who came say of a session."""

from odoo import api, fields, models


class GovTrainingSession(models.Model):
    """Satisfaction with a session, for its evaluation (T32)."""

    _inherit = "gov.training.session"

    feedback_count = fields.Integer(
        string="Feedback", compute="_compute_feedback", store=True
    )
    feedback_score = fields.Float(
        string="Satisfaction",
        compute="_compute_feedback",
        store=True,
        digits=(3, 2),
        aggregator="avg",
        help="Average of all answers, 1 to 5; 0: no feedback yet.",
    )
    evaluation = fields.Text(
        help="培训评估: what worked, what did not, and what follows. It may be written "
        "after closing."
    )

    @api.depends("enrollment_ids.feedback_time", "enrollment_ids.feedback_score")
    def _compute_feedback(self):
        groups = self.env["gov.training.enrollment"]._read_group(
            [("session_id", "in", self.ids), ("feedback_time", "!=", False)],
            ["session_id"],
            ["__count", "feedback_score:avg"],
        )
        found = {session.id: figures for session, *figures in groups}
        for session in self:
            count, score = found.get(session._origin.id, (0, 0))
            session.feedback_count = count
            session.feedback_score = score

    def action_open_feedback(self):
        """The answers one by one; names stay with those who may see the list."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.enrollment",
            "views": [
                (
                    self.env.ref("gov_training.gov_training_feedback_view_list").id,
                    "list",
                ),
                (False, "form"),
            ],
            "domain": [("session_id", "=", self.id), ("feedback_time", "!=", False)],
            "name": self.env._("Feedback on %s", self.name),
        }
