"""What a session is counted as at the end of the year (年度统计类别).

五华 2017: 2017年,区政管局已组织政治学习4次、第三方综合测评培训2次、政务服务礼仪培训2次,
服务流程优化交流1次,场景化沟通、公共服务满意度交流3次.
"""

from odoo import api, fields, models


class GovTrainingCategory(models.Model):
    """A line of the yearly count, and which sessions fall under it."""

    _name = "gov.training.category"
    _description = "Category of the Yearly Count"
    _inherit = ["gov.alias.mixin"]
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    kind_ids = fields.Many2many(
        "gov.training.kind", string="Kinds", help="Empty: sessions of any kind."
    )
    topic_ids = fields.Many2many(
        "gov.training.topic",
        string="Topics",
        help="Sessions on one of these or a part of it; empty: on any topic.",
    )
    reference = fields.Char(
        string="Document No. and Article", help="文号和条款, as printed in the text."
    )
    active = fields.Boolean(default=True)
    session_count = fields.Integer(
        string="Sessions Closed This Year", compute="_compute_session_count"
    )

    def _compute_session_count(self):
        first = fields.Date.start_of(fields.Date.context_today(self), "year")
        counts = dict(
            self.env["gov.training.session"]._read_group(
                [
                    ("category_id", "in", self.ids),
                    ("state", "=", "done"),
                    ("date_start", ">=", first),
                ],
                ["category_id"],
                ["__count"],
            )
        )
        for category in self:
            category.session_count = counts.get(category._origin, 0)

    @api.model
    def _by_precision(self):
        """Categories, those that name both a kind and topics first."""
        return self.search([("active", "=", True)]).sorted(
            lambda c: (-bool(c.kind_ids) - bool(c.topic_ids), c.sequence, c.id)
        )

    def _takes(self, kind, topics):
        """Whether a session of a kind on topics falls under it.

        A category that names nothing takes nothing by itself: officers choose it.

        :param kind: gov.training.kind
        :param topics: gov.training.topic
        """
        self.ensure_one()
        if not self.kind_ids and not self.topic_ids:
            return False
        if self.kind_ids and kind not in self.kind_ids:
            return False
        roots = {str(topic.id) for topic in self.topic_ids}
        paths = [set((topic.parent_path or "").split("/")) for topic in topics]
        return not roots or any(roots & path for path in paths)
