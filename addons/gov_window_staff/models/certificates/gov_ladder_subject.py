"""A subject of a level's examination (理论知识、专业技能)."""

from odoo import fields, models


class GovLadderSubject(models.Model):
    """Subject with full mark and pass mark."""

    _name = "gov.ladder.subject"
    _description = "Examination Subject"
    _inherit = ["gov.policy.row.mixin"]
    _order = "level_row_id, sequence, id"

    level_row_id = fields.Many2one(
        "gov.ladder.level",
        string="Level",
        required=True,
        ondelete="cascade",
        index=True,
    )
    version_id = fields.Many2one(related="level_row_id.version_id", store=True)
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True, translate=True)
    full_mark = fields.Float(digits=(5, 2), default=100, required=True)
    pass_mark = fields.Float(digits=(5, 2), default=60, required=True)
    minutes = fields.Integer(help="Time of the examination; 0 when it is not known.")

    _marks_ordered = models.Constraint(
        "CHECK(full_mark > 0 AND pass_mark > 0 AND pass_mark <= full_mark)",
        "The pass mark lies between 0 and the full mark.",
    )
