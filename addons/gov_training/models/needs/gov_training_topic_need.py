"""Topics as a menu: what is on offer, and how much it is asked for."""

from odoo import fields, models
from odoo.exceptions import UserError


class GovTrainingTopic(models.Model):
    """Topic with the demand for it; everybody counts the needs that they may see."""

    _inherit = "gov.training.topic"

    in_menu = fields.Boolean(
        string="Offered in the Menu",
        default=True,
        help="Staff may pick this topic as a training need in self-service.",
    )
    compare_days = fields.Integer(
        string="Compared Days",
        default=90,
        help="How many days before and after a session the facts of its people are "
        "compared.",
    )
    need_ids = fields.One2many("gov.training.need", "topic_id", string="Needs")
    need_count = fields.Integer(string="Open Needs", compute="_compute_needs")
    need_person_count = fields.Integer(
        string="Number of People", compute="_compute_needs"
    )
    need_site_count = fields.Integer(string="Sites", compute="_compute_needs")
    need_wish_count = fields.Integer(string="Own Choices", compute="_compute_needs")
    need_fact_count = fields.Integer(string="From Facts", compute="_compute_needs")
    need_sites = fields.Char(string="Demand by Site", compute="_compute_need_sites")

    _compare_days_positive = models.Constraint(
        "CHECK(compare_days > 0)", "Compare at least one day."
    )

    def _compute_needs(self):
        Need = self.env["gov.training.need"]
        open_ones = [("topic_id", "in", self.ids), ("state", "=", "open")]
        figures = {
            topic.id: numbers
            for topic, *numbers in Need._read_group(
                open_ones,
                ["topic_id"],
                [
                    "__count",
                    "employee_id:count_distinct",
                    "department_id:count_distinct",
                ],
            )
        }
        sources = {
            (topic.id, source): number
            for topic, source, number in Need._read_group(
                open_ones, ["topic_id", "source"], ["__count"]
            )
        }
        for topic in self:
            count, people, sites = figures.get(topic.id, (0, 0, 0))
            wishes = sources.get((topic.id, "wish"), 0)
            topic.need_count = count
            topic.need_person_count = people
            topic.need_site_count = sites
            topic.need_wish_count = wishes
            topic.need_fact_count = (
                count - wishes - sources.get((topic.id, "officer"), 0)
            )

    def _compute_need_sites(self):
        """Sites with most people first, as a line of text."""
        found = {}
        for topic, site, number in self.env["gov.training.need"]._read_group(
            [("topic_id", "in", self.ids), ("state", "=", "open")],
            ["topic_id", "department_id"],
            ["employee_id:count_distinct"],
        ):
            found.setdefault(topic.id, []).append((-number, site.name or "—"))
        for topic in self:
            by_size = sorted(found.get(topic.id, []))
            topic.need_sites = ", ".join(
                f"{name} {-number}" for number, name in by_size
            )

    def action_open_needs(self):
        """Needs on this topic, by site."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.need",
            "view_mode": "list,pivot,graph,form",
            "domain": [("topic_id", "in", self.ids)],
            "context": {"search_default_open": 1, "search_default_group_site": 1},
            "name": self.env._("Training Needs"),
        }

    def action_plan_needs(self):
        """Turn everything that waits on this topic into a session."""
        needs = self.env["gov.training.need"].search(
            [("topic_id", "in", self.ids), ("state", "=", "open")]
        )
        if not needs:
            raise UserError(self.env._("Nothing waits for a session on this topic."))
        return needs.action_plan()
