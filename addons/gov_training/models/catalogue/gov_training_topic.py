"""Topics of training (培训主题), a tree."""

from odoo import api, fields, models


class GovTrainingTopic(models.Model):
    """What is taught; the first level are the four contents of the policy.

    涟水 implementation opinion, part 4 (二) 4: 围绕思想意识、专业技能、服务礼仪、
    现场管理等内容,每季度至少开展一次集中培训.
    """

    _name = "gov.training.topic"
    _description = "Training Topic"
    _inherit = ["gov.alias.mixin"]
    _parent_store = True
    _rec_name = "complete_name"
    _rec_names_search = ["name", "aliases"]
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    complete_name = fields.Char(
        string="Topic", compute="_compute_complete_name", recursive=True
    )
    parent_id = fields.Many2one(
        "gov.training.topic", string="Part Of", ondelete="restrict", index=True
    )
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("gov.training.topic", "parent_id", string="Parts")
    sequence = fields.Integer(default=10)
    color = fields.Integer()
    reference = fields.Char(
        string="Document No. and Article", help="文号和条款, as printed in the text."
    )
    active = fields.Boolean(default=True)
    session_count = fields.Integer(string="Sessions", compute="_compute_session_count")

    @api.depends("name", "parent_id.complete_name")
    @api.depends_context("lang")
    def _compute_complete_name(self):
        for topic in self:
            above = topic.parent_id.complete_name
            topic.complete_name = f"{above} / {topic.name}" if above else topic.name

    def _compute_session_count(self):
        counts = dict(
            self.env["gov.training.session"]._read_group(
                [("topic_ids", "in", self.ids)], ["topic_ids"], ["__count"]
            )
        )
        for topic in self:
            topic.session_count = counts.get(topic, 0)

    def action_open_sessions(self):
        """Sessions on this topic or a part of it."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.session",
            "view_mode": "list,kanban,calendar,form",
            "domain": [("topic_ids", "child_of", self.ids)],
            "context": {"default_topic_ids": self.ids},
            "name": self.env._("Training Sessions"),
        }
