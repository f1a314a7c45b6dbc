"""Planning the patrols of some weeks at once (巡查计划, A62)."""

from itertools import cycle

from odoo import fields, models
from odoo.exceptions import UserError


class GovPatrolPlan(models.TransientModel):
    """So many patrols on each working day, led in turn."""

    _name = "gov.patrol.plan"
    _description = "Plan Patrols"

    department_ids = fields.Many2many(
        "hr.department",
        string="Halls",
        required=True,
        domain=[("gov_level", "!=", False)],
    )
    date_from = fields.Date(
        string="Plan From", required=True, default=fields.Date.context_today
    )
    date_to = fields.Date(string="Plan Until", required=True)
    rounds = fields.Integer(string="Patrols a Day", default=4, required=True)
    leader_ids = fields.Many2many(
        "res.users",
        "gov_patrol_plan_leader_rel",
        string="Led in Turn By",
        required=True,
        domain=[("share", "=", False)],
    )
    member_ids = fields.Many2many(
        "res.users",
        "gov_patrol_plan_member_rel",
        string="Members",
        domain=[("share", "=", False)],
    )
    area_ids = fields.Many2many("gov.window.area", string="Key Areas")
    focus = fields.Char(string="Key Problems")

    def action_plan(self):
        """Add what is missing to so many a day; days off are left out."""
        self.ensure_one()
        self._check_span()
        days = list(
            self.env["gov.calendar.year"]
            ._calendar()
            .between(self.date_from, self.date_to)
        )
        there = self._planned_already(days)
        leaders = cycle(self.leader_ids)
        patrols = self.env["gov.patrol"].create(
            [
                self._prepare_patrol_vals(hall, day, next(leaders))
                for day in days
                for hall in self.department_ids
                for _round in range(self.rounds - there.get((hall.id, day), 0))
            ]
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.patrol",
            "view_mode": "list,calendar,form",
            "domain": [("id", "in", patrols.ids)],
            "name": self.env._("Planned Patrols"),
        }

    def _check_span(self):
        if self.date_to < self.date_from:
            raise UserError(self.env._("The last day lies before the first one."))
        if (self.date_to - self.date_from).days > 92:
            raise UserError(self.env._("Plan three months at most at a time."))
        if not 1 <= self.rounds <= 20:
            raise UserError(self.env._("Plan between 1 and 20 patrols a day."))

    def _planned_already(self, days):
        """{(hall id, day): patrols that are planned or done}."""
        groups = self.env["gov.patrol"]._read_group(
            [
                ("department_id", "in", self.department_ids.ids),
                ("date", "in", days),
                ("state", "!=", "cancelled"),
            ],
            ["department_id", "date:day"],
            ["__count"],
        )
        return {(hall.id, day): count for hall, day, count in groups}

    def _prepare_patrol_vals(self, hall, day, leader):
        return {
            "department_id": hall.id,
            "date": day,
            "is_planned": True,
            "leader_id": leader.id,
            "member_ids": [(6, 0, self.member_ids.ids)],
            "area_ids": [(6, 0, self.area_ids.ids)],
            "focus": self.focus,
        }
