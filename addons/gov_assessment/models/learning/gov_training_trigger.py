"""What in the assessment asks for which training (考核转培训)."""

from odoo import api, fields, models

from ...rules.learning import Trigger

SOURCES = [("deduction", "Repeated Deductions"), ("review", "Bad Reviews Found True")]


class GovTrainingTrigger(models.Model):
    """A reference list: it costs nobody points, so it has no versions."""

    _name = "gov.training.trigger"
    _description = "Assessment that Asks for Training"
    _order = "source, code, id"

    source = fields.Selection(SOURCES, default="deduction", required=True)
    code = fields.Char(
        string="Category or Item",
        help="Code in the rubric: 3 stands for the whole category, 3.1 for an item. "
        "The most precise one is taken.",
    )
    topic_id = fields.Many2one(
        "gov.training.topic", required=True, ondelete="cascade", index=True
    )
    times = fields.Integer(
        default=2,
        required=True,
        help="So many under the same item, or so many reviews, in the period.",
    )
    active = fields.Boolean(default=True)

    _code_uniq = models.UniqueIndex(
        "(source, COALESCE(code, ''))", "This code has its topic already."
    )
    _times_positive = models.Constraint(
        "CHECK(times > 0)", "The number of times is above zero."
    )
    _code_needed = models.Constraint(
        "CHECK(source = 'review' OR code IS NOT NULL)",
        "Deductions need the code of a category or item.",
    )

    @api.depends("source", "code")
    def _compute_display_name(self):
        words = dict(self._fields["source"]._description_selection(self.env))
        for trigger in self:
            parts = (words.get(trigger.source), trigger.code)
            trigger.display_name = " ".join(filter(None, parts))

    @api.model
    def _to_rules(self, source):
        """[rules.learning.Trigger] of a source."""
        return [
            Trigger(trigger.code or "", trigger.topic_id.id, trigger.times)
            for trigger in self.search([("source", "=", source)])
        ]
