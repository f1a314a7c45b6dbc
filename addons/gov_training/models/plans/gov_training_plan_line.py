"""A line of the yearly plan: what, for whom, when, how often and for how much."""

from datetime import date

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules.office_hours import utc
from ..sessions.gov_training_design_mixin import ORGANISERS

MONTHS = [
    ("1", "January"),
    ("2", "February"),
    ("3", "March"),
    ("4", "April"),
    ("5", "May"),
    ("6", "June"),
    ("7", "July"),
    ("8", "August"),
    ("9", "September"),
    ("10", "October"),
    ("11", "November"),
    ("12", "December"),
]
AFTERNOON = 14.5  # proposed beginning of a session, the officer moves it


class GovTrainingPlanLine(models.Model):
    """So many sessions of a kind, beginning in a month."""

    _name = "gov.training.plan.line"
    _description = "Line of a Training Plan"
    _inherit = ["gov.training.guard.mixin"]
    _order = "plan_id, month_number, sequence, id"

    plan_id = fields.Many2one(
        "gov.training.plan", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(string="Training", required=True)
    topic_ids = fields.Many2many("gov.training.topic", string="Topics")
    kind_id = fields.Many2one("gov.training.kind", required=True, ondelete="restrict")
    form_id = fields.Many2one("gov.training.form", required=True, ondelete="restrict")
    organiser_kind = fields.Selection(
        ORGANISERS, string="Organised By", default="centre", required=True
    )
    organiser_unit_id = fields.Many2one(
        "res.partner",
        string="Organising Department",
        domain=[("is_gov_unit", "=", True)],
    )
    month = fields.Selection(MONTHS, default="1", required=True)
    month_number = fields.Integer(
        compute="_compute_month_number", store=True, precompute=True, aggregator=None
    )
    session_target = fields.Integer(
        string="Sessions",
        default=1,
        required=True,
        help="More than one: one a month, from the given month on.",
    )
    hours = fields.Float(string="Hours Each", default=2, digits=(8, 1))
    people_target = fields.Integer(string="People", help="About how many will attend.")
    budget = fields.Monetary()
    currency_id = fields.Many2one(related="plan_id.currency_id")
    year = fields.Integer(related="plan_id.year", store=True, aggregator=None)
    department_id = fields.Many2one(related="plan_id.department_id", store=True)
    plan_state = fields.Selection(related="plan_id.state", string="Plan State")
    session_ids = fields.One2many("gov.training.session", "plan_line_id")
    session_count = fields.Integer(string="Prepared", compute="_compute_counts")
    done_count = fields.Integer(string="Held", compute="_compute_counts")

    _target_positive = models.Constraint(
        "CHECK(session_target BETWEEN 1 AND 366)",
        "Plan at least one session, and not more than one a day.",
    )
    _figures_positive = models.Constraint(
        "CHECK(hours > 0 AND hours <= 12 AND budget >= 0 AND people_target >= 0)",
        "Hours lie between 0 and 12; budget and people cannot be negative.",
    )

    @api.depends("month")
    def _compute_month_number(self):
        for line in self:
            line.month_number = int(line.month or 0)

    @api.depends("session_ids.state")
    def _compute_counts(self):
        prepared, held = {}, {}
        for line, state, number in self.env["gov.training.session"]._read_group(
            [("plan_line_id", "in", self.ids), ("state", "!=", "cancelled")],
            ["plan_line_id", "state"],
            ["__count"],
        ):
            prepared[line.id] = prepared.get(line.id, 0) + number
            if state == "done":
                held[line.id] = number
        for line in self:
            line.session_count = prepared.get(line._origin.id, 0)
            line.done_count = held.get(line._origin.id, 0)

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        lines = super().create(vals_list)
        lines.plan_id._check_open()
        return lines

    def write(self, vals):
        self.plan_id._check_open()
        result = super().write(vals)
        if "plan_id" in vals:
            self.plan_id._check_open()
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_without_sessions(self):
        self.plan_id._check_open()
        followed = self.filtered("session_ids")
        if followed:
            raise UserError(
                self.env._(
                    "Sessions follow “%s” already; the line stays in the plan.",
                    followed[0].name,
                )
            )

    # === BUSINESS METHODS === #

    def action_prepare_sessions(self):
        """The sessions of this line that do not exist yet."""
        self.plan_id._check_state(("running",))
        self._prepare_sessions()

    def _prepare_sessions(self):
        """Draft sessions that are still missing, one a month; gov.training.session."""
        vals_list = []
        for line in self:
            for number in range(line.session_count, line.session_target):
                vals_list.append(line._prepare_session_vals(number))
        return self.env["gov.training.session"].create(vals_list)

    def _prepare_session_vals(self, number):
        """Values of the `number`-th session (from 0); an override may add some."""
        self.ensure_one()
        day = self._proposed_day(number)
        site = self.plan_id.department_id
        several = self.session_target > 1
        return {
            "name": f"{self.name} ({number + 1})" if several else self.name,
            "topic_ids": [(6, 0, self.topic_ids.ids)],
            "kind_id": self.kind_id.id,
            "form_id": self.form_id.id,
            "organiser_kind": self.organiser_kind,
            "organiser_id": site.id,
            "organiser_unit_id": self.organiser_unit_id.id,
            "department_id": site.id,
            "date_start": utc(day, AFTERNOON),
            "date_end": utc(day, AFTERNOON + self.hours),
            "cost_planned": self.budget / self.session_target,
            "plan_line_id": self.id,
            "user_id": self.plan_id.user_id.id,
        }

    def _proposed_day(self, number):
        """The first working day from the 15th on, a month later for each session."""
        month = min(12, self.month_number + number)
        calendar = self.env["gov.calendar.year"]._calendar()
        return calendar.on_or_after(date(self.plan_id.year, month, 15))
