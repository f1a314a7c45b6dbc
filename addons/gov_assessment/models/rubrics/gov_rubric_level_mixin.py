"""Categories and items for some post levels only (按职务层次确定内容、分值, A74)."""

from odoo import fields, models


class GovRubricLevelMixin(models.AbstractModel):
    """Row of a text that may be limited to post levels; empty: for everybody."""

    _name = "gov.rubric.level.mixin"
    _description = "Line of a Rubric by Post Level"

    level_ids = fields.Many2many(
        "gov.skill.level",
        string="For Post Levels",
        help="Empty: for all. A person without a post level has only those lines.",
    )

    def _of_level(self, level):
        """The lines that apply to people of a post level (gov.skill.level)."""
        return self.filtered(lambda row: not row.level_ids or level in row.level_ids)
