"""The yearly training plan (年度培训计划): plan, sessions, evaluation, archive."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.models.calendar.gov_calendar_year import (
    FIRST_YEAR,
    LAST_YEAR,
)

STATES = [
    ("draft", "Draft"),
    ("running", "In Force"),
    ("archived", "Archived"),
]


class GovTrainingPlan(models.Model):
    """涟水 part 4 (四) 2, 健全培训管理制度: what is to be held in a year, and was."""

    _name = "gov.training.plan"
    _description = "Yearly Training Plan"
    _inherit = ["gov.training.guard.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "year desc, department_id, id desc"

    name = fields.Char(
        compute="_compute_name",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        tracking=True,
    )
    year = fields.Integer(
        default=lambda self: fields.Date.context_today(self).year,
        required=True,
        tracking=True,
        aggregator=None,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="For Site",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    county_id = fields.Many2one(
        related="department_id.gov_county_id",
        string="County",
        store=True,
        index=True,
    )
    user_id = fields.Many2one(
        "res.users",
        string="Responsible",
        default=lambda self: self.env.user,
        domain=[("share", "=", False)],
        tracking=True,
    )
    reference = fields.Char(string="Document No.", tracking=True)
    note = fields.Html(string="Aims and Demands")
    evaluation = fields.Html(help="What the year's training brought, for the archive.")
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    line_ids = fields.One2many(
        "gov.training.plan.line", "plan_id", string="Planned Training", copy=True
    )
    session_ids = fields.One2many("gov.training.session", "plan_id", string="Sessions")
    planned_count = fields.Integer(
        string="Sessions Planned", compute="_compute_progress"
    )
    session_count = fields.Integer(
        string="Sessions Prepared", compute="_compute_progress"
    )
    done_count = fields.Integer(string="Sessions Held", compute="_compute_progress")
    progress = fields.Float(compute="_compute_progress", digits=(5, 4))
    currency_id = fields.Many2one(
        "res.currency", compute="_compute_currency_id", compute_sudo=True
    )
    budget = fields.Monetary(compute="_compute_money")
    cost = fields.Monetary(string="Spent", compute="_compute_money")

    _year_range = models.Constraint(
        f"CHECK(year BETWEEN {FIRST_YEAR} AND {LAST_YEAR})",
        "Enter the year with four digits.",
    )
    _site_uniq = models.Constraint(
        "UNIQUE(year, department_id)",
        "This site already has a training plan for that year.",
    )

    @api.model
    def default_get(self, fields_list):
        """The user's site, or the only county."""
        values = super().default_get(fields_list)
        if "department_id" in fields_list and not values.get("department_id"):
            site = self.env["gov.training.session"].default_get(["department_id"])
            values["department_id"] = site.get("department_id", False)
        return values

    # === COMPUTE METHODS === #

    @api.depends("year", "department_id")
    def _compute_name(self):
        for plan in self:
            if plan.state == "draft" or not plan.name:
                plan.name = self.env._(
                    "Training Plan %(year)s, %(site)s",
                    year=plan.year or "",
                    site=plan.department_id.name or "",
                )

    @api.depends("line_ids.session_target", "session_ids.state")
    def _compute_progress(self):
        sessions = self.env["gov.training.session"]._read_group(
            [("plan_id", "in", self.ids), ("state", "!=", "cancelled")],
            ["plan_id", "state"],
            ["__count"],
        )
        prepared, held = {}, {}
        for plan, state, number in sessions:
            prepared[plan.id] = prepared.get(plan.id, 0) + number
            if state == "done":
                held[plan.id] = number
        for plan in self:
            plan.planned_count = sum(plan.line_ids.mapped("session_target"))
            plan.session_count = prepared.get(plan._origin.id, 0)
            plan.done_count = held.get(plan._origin.id, 0)
            wanted = plan.planned_count
            plan.progress = min(1, plan.done_count / wanted) if wanted else 0

    @api.depends("department_id")
    def _compute_currency_id(self):
        for plan in self:
            company = plan.department_id.company_id or self.env.company
            plan.currency_id = company.currency_id

    @api.depends("line_ids.budget", "session_ids.cost_total", "session_ids.state")
    def _compute_money(self):
        costs = dict(
            self.env["gov.training.session"]._read_group(
                [("plan_id", "in", self.ids), ("state", "!=", "cancelled")],
                ["plan_id"],
                ["cost_total:sum"],
            )
        )
        for plan in self:
            plan.budget = sum(plan.line_ids.mapped("budget"))
            plan.cost = costs.get(plan._origin, 0)

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        plans = super().create(vals_list)
        if any(plan.state != "draft" for plan in plans):
            raise UserError(self.env._("A new plan starts as a draft."))
        return plans

    def write(self, vals):
        if not self._is_unlocked():
            if "state" in vals:
                raise UserError(
                    self.env._("Use the buttons to move a plan to its next step.")
                )
            if any(not name.startswith(("message_", "activity_")) for name in vals):
                self._check_open()
        result = super().write(vals)
        if "department_id" in vals:
            # the rules are checked before a write only
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        self._check_state(("draft",))
        if self.session_ids:
            raise UserError(
                self.env._("Sessions follow this plan already. Delete those first.")
            )

    def _check_open(self):
        if any(plan.state == "archived" for plan in self):
            raise UserError(
                self.env._("An archived plan stays as it is. Reopen it to change it.")
            )

    def _check_state(self, allowed):
        labels = dict(self._fields["state"]._description_selection(self.env))
        for plan in self.filtered(lambda plan: plan.state not in allowed):
            raise UserError(
                self.env._(
                    "“%(plan)s” is “%(state)s”; this step is not possible from there.",
                    plan=plan.name,
                    state=labels[plan.state],
                )
            )

    # === ACTIONS === #

    def action_start(self):
        """The plan is in force (下达)."""
        self._check_state(("draft",))
        for plan in self.filtered(lambda plan: not plan.line_ids):
            raise UserError(
                self.env._("Write at least one line into “%s” first.", plan.name)
            )
        self._unlocked().write({"state": "running"})

    def action_draft(self):
        """Work on the plan again."""
        self._check_state(("running",))
        self._unlocked().write({"state": "draft"})

    def action_prepare_sessions(self):
        """A draft session for each planned one that does not exist yet."""
        self._check_state(("running",))
        sessions = self.line_ids._prepare_sessions()
        if not sessions:
            raise UserError(
                self.env._("Every planned session is prepared already; nothing to do.")
            )
        return self._session_action(
            [("id", "in", sessions.ids)], self.env._("Sessions Prepared")
        )

    def action_archive_plan(self):
        """Close the year (归档): every session is closed or cancelled by then."""
        self._check_state(("running",))
        pending = self.session_ids.filtered(
            lambda session: session.state not in ("done", "cancelled")
        )
        if pending:
            raise UserError(
                self.env._(
                    "%(count)s sessions of the plan are neither closed nor cancelled, "
                    "the first is “%(session)s”. Close or cancel them, then archive.",
                    count=len(pending),
                    session=pending[-1].name,
                )
            )
        self._unlocked().write({"state": "archived"})

    def action_reopen(self):
        """Take a plan out of the archive; the history keeps who did it."""
        self._check_state(("archived",))
        self._unlocked().write({"state": "running"})

    def action_open_sessions(self):
        """Sessions of the plan."""
        self.ensure_one()
        return self._session_action([("plan_id", "=", self.id)], self.name)

    def _session_action(self, domain, name):
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.session",
            "view_mode": "list,kanban,calendar,form",
            "domain": domain,
            "name": name,
        }
