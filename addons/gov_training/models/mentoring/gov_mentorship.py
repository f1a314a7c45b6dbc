"""Mentoring agreements (师徒结对): mentor, apprentice, term, goals, milestones."""

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

STATES = [
    ("draft", "Draft"),
    ("active", "Running"),
    ("finished", "Completed"),
    ("broken", "Ended Early"),
]
OUTCOMES = [
    ("excellent", "Excellent"),
    ("qualified", "Qualified"),
    ("failed", "Not Qualified"),
]
USUAL_MONTHS = 6  # proposed; the policy says what is allowed
WHILE_RUNNING = {"outcome", "outcome_note", "user_id"}


class GovMentorship(models.Model):
    """涟水 part 4 (四) 2: 师徒结对; once signed its terms stay as they are."""

    _name = "gov.mentorship"
    _description = "Mentoring Agreement"
    _inherit = ["gov.training.guard.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date_from desc, id desc"
    _sealed_fields = frozenset({"state", "policy_version_id", "end_date", "end_reason"})

    mentor_id = fields.Many2one(
        "hr.employee",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    apprentice_id = fields.Many2one(
        "hr.employee",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site",
        compute="_compute_department_id",
        store=True,
        index=True,
        help="Site of the apprentice.",
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
    date_from = fields.Date(
        string="Term From",
        required=True,
        default=fields.Date.context_today,
        tracking=True,
    )
    date_to = fields.Date(
        string="Term Until",
        compute="_compute_date_to",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        tracking=True,
    )
    topic_ids = fields.Many2many("gov.training.topic", string="Topics")
    mentor_duties = fields.Text(
        string="Duties of the Mentor",
        compute="_compute_duties",
        store=True,
        readonly=False,
    )
    apprentice_duties = fields.Text(
        string="Duties of the Apprentice",
        compute="_compute_duties",
        store=True,
        readonly=False,
    )
    policy_version_id = fields.Many2one(
        "gov.mentoring.policy.version",
        string="Signed Under",
        ondelete="restrict",
        readonly=True,
        copy=False,
    )
    goal_ids = fields.One2many(
        "gov.mentorship.goal",
        "mentorship_id",
        string="Goals",
        domain=[("kind", "=", "goal")],
        copy=True,
    )
    milestone_ids = fields.One2many(
        "gov.mentorship.goal",
        "mentorship_id",
        string="Milestones",
        domain=[("kind", "=", "milestone")],
        copy=True,
    )
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    outcome = fields.Selection(OUTCOMES, copy=False, tracking=True)
    outcome_note = fields.Text(string="Judgement", copy=False)
    end_date = fields.Date(string="Ended On", copy=False, readonly=True)
    end_reason = fields.Char(string="Why Ended Early", copy=False, readonly=True)
    progress = fields.Float(
        string="Reached (%)", compute="_compute_progress", digits=(5, 1)
    )
    is_overdue = fields.Boolean(compute="_compute_is_overdue", search="_search_overdue")

    _term_order = models.Constraint(
        "CHECK(date_to > date_from)", "The term must end after it begins."
    )
    _two_people = models.Constraint(
        "CHECK(mentor_id != apprentice_id)", "Nobody is the own mentor."
    )

    # === COMPUTE METHODS === #

    @api.depends("mentor_id", "apprentice_id")
    def _compute_display_name(self):
        # sudo: the mentor may be of a site whose people the user does not see
        for pair, open_pair in zip(self, self.sudo(), strict=True):
            people = (open_pair.mentor_id, open_pair.apprentice_id)
            pair.display_name = " → ".join(p.name or "" for p in people)

    @api.depends("apprentice_id")
    def _compute_department_id(self):
        for pair in self:
            # sudo: where somebody works is public, the profile is not
            pair.department_id = pair.apprentice_id.sudo().department_id

    @api.depends("date_from")
    def _compute_date_to(self):
        usual = relativedelta(months=USUAL_MONTHS, days=-1)
        for pair in self:
            pair.date_to = pair.date_from and pair.date_from + usual

    @api.depends("department_id", "date_from")
    def _compute_duties(self):
        """The text of the rules in force, unless somebody has written one."""
        policy = self.env["gov.mentoring.policy"]
        for pair in self:
            day = pair.date_from or fields.Date.context_today(self)
            county = pair.department_id.gov_county_id
            version = policy._versions_for(county, day)[county]
            for name in ("mentor_duties", "apprentice_duties"):
                pair[name] = pair[name] or version[name]

    @api.depends("goal_ids.state", "milestone_ids.state")
    def _compute_progress(self):
        for pair in self:
            steps = pair.goal_ids | pair.milestone_ids
            reached = steps.filtered(lambda step: step.state == "reached")
            pair.progress = 100 * len(reached) / len(steps) if steps else 0

    @api.depends("state", "date_to")
    def _compute_is_overdue(self):
        overdue = self.filtered_domain(self._overdue())
        for pair in self:
            pair.is_overdue = pair in overdue

    def _search_overdue(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        return self._overdue()

    def _overdue(self):
        today = fields.Date.context_today(self)
        return [("state", "=", "active"), ("date_to", "<", today)]

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        if not self._is_unlocked():
            fixed = {"state": "draft", "policy_version_id": False}
            fixed |= {"end_date": False, "end_reason": False}
            vals_list = [{**vals, **fixed} for vals in vals_list]
        return super().create(vals_list)

    def write(self, vals):
        if not self._is_unlocked():
            self._check_written(set(vals))
        result = super().write(vals)
        if "apprentice_id" in vals:
            # the rules are checked before a write only
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        self._check_state(("draft",))

    def _check_written(self, names):
        if names & self._sealed_fields:
            raise UserError(
                self.env._("Use the buttons to move an agreement to its next step.")
            )
        plain = {n for n in names if not n.startswith(("message_", "activity_"))}
        # the steps guard themselves
        plain -= {"goal_ids", "milestone_ids"}
        if plain - WHILE_RUNNING:
            self._check_state(("draft",))
        elif plain:
            self._check_state(("draft", "active"))

    def _check_state(self, allowed):
        labels = dict(self._fields["state"]._description_selection(self.env))
        for pair in self.filtered(lambda pair: pair.state not in allowed):
            # sudo: the title has names of profiles; the agreement itself may be read
            raise UserError(
                self.env._(
                    "The agreement %(pair)s is “%(state)s”; this is not possible any "
                    "more.",
                    pair=pair.sudo().display_name,
                    state=labels[pair.state],
                )
            )

    @api.constrains("outcome", "outcome_note")
    def _check_outcome(self):
        for pair in self:
            if pair.outcome == "failed" and not (pair.outcome_note or "").strip():
                raise ValidationError(
                    self.env._("Write down why the apprentice has not qualified.")
                )
