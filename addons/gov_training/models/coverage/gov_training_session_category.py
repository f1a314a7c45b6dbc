"""Under which line of the yearly count a session falls."""

from odoo import api, fields, models


class GovTrainingSession(models.Model):
    """The category is proposed from kind and topics, and an officer may correct it."""

    _inherit = "gov.training.session"

    category_id = fields.Many2one(
        "gov.training.category",
        string="Counted As",
        compute="_compute_category_id",
        store=True,
        readonly=False,
        precompute=True,
        ondelete="restrict",
        index=True,
        help="Line of the yearly count (年度统计); proposed from kind and topics.",
    )

    @api.depends("kind_id", "topic_ids")
    def _compute_category_id(self):
        categories = self.env["gov.training.category"]._by_precision()
        for session in self:
            fitting = categories.filtered(
                lambda c, s=session: c._takes(s.kind_id, s.topic_ids._origin)
            )
            session.category_id = fitting[:1]

    def _is_fixed_by_closing(self, name):
        # how a session is counted may be put right afterwards; what happened may not
        return name != "category_id" and super()._is_fixed_by_closing(name)
