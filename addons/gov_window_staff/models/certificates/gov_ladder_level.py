"""A level of an edition of the standard (职业技能等级)."""

from odoo import api, fields, models

from ...rules.ladder import Level


class GovLadderLevel(models.Model):
    """What a level asks for: training, subjects, alternatives to apply."""

    _name = "gov.ladder.level"
    _description = "Level of the Occupational Standard"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, rank"
    _rec_name = "level_id"

    version_id = fields.Many2one(
        "gov.ladder.version", required=True, ondelete="cascade", index=True
    )
    level_id = fields.Many2one("gov.skill.level", required=True, ondelete="restrict")
    rank = fields.Integer(related="level_id.rank", store=True)
    available = fields.Boolean(
        string="Examined",
        default=True,
        help="Some places examine three of the five levels only.",
    )
    training_hours_min = fields.Integer(string="Training Hours From")
    training_hours_max = fields.Integer(string="Training Hours To")
    needs_review = fields.Boolean(
        string="Comprehensive Review",
        help="综合评审, beside the subjects of the examination.",
    )
    pass_mark = fields.Float(
        string="Pass Mark of the Review", digits=(5, 2), default=60
    )
    subject_ids = fields.One2many(
        "gov.ladder.subject", "level_row_id", string="Subjects", copy=True
    )
    condition_ids = fields.One2many(
        "gov.ladder.condition",
        "level_row_id",
        string="Conditions to Apply",
        copy=True,
        help="One of them suffices.",
    )

    condition_count = fields.Integer(
        string="Number of Conditions", compute="_compute_condition_count"
    )

    _level_uniq = models.UniqueIndex(
        "(version_id, level_id)", "This level stands in the edition already."
    )
    _hours_ordered = models.Constraint(
        "CHECK(training_hours_min >= 0"
        " AND (training_hours_max = 0 OR training_hours_max >= training_hours_min))",
        "Training hours run from the smaller to the bigger number.",
    )

    @api.depends("condition_ids")
    def _compute_condition_count(self):
        for row in self:
            row.condition_count = len(row.condition_ids)

    def _to_rule(self):
        """The level as a frozen dataclass."""
        self.ensure_one()
        return Level(
            rank=self.rank,
            conditions=tuple(row._to_rule() for row in self.condition_ids),
            available=self.available,
            source=self.id,
        )
