"""Decision on a joint penalty (连带扣发绩效): proposed by HR, approved by a leader."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools.misc import clean_context

from ..rounds.gov_appraisal_round import CLOSED_STATES, COMPUTED_STATES, LEADER

STATES = [
    ("draft", "Draft"),
    ("submitted", "Submitted"),
    ("approved", "Approved"),
    ("cancelled", "Cancelled"),
]

# written by the steps, never by hand
STEP_FIELDS = frozenset({"state", "submitted_by_id", "approved_by_id", "approved_on"})


class GovJointPenalty(models.Model):
    """Stops the monthly reward, never the wage (工资支付暂行规定15; D21)."""

    _name = "gov.joint.penalty"
    _description = "Joint Penalty"
    _inherit = ["gov.step.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date_from desc, id desc"
    _hand_fields = frozenset(
        {"activity_ids", "message_follower_ids", "message_ids", "attachment_ids"}
        # written before it is cancelled, when the rest is closed already
        | {"cancel_reason"}
    )

    event_id = fields.Many2one(
        "gov.assessment.event",
        string="Assessment Record",
        required=True,
        ondelete="restrict",
        index=True,
        domain=[("state", "=", "confirmed")],
    )
    employee_id = fields.Many2one(
        related="event_id.employee_id", string="Person", store=True, index=True
    )
    rule_id = fields.Many2one(
        "gov.rubric.penalty",
        compute="_compute_rule",
        store=True,
        precompute=True,
        ondelete="restrict",
    )
    date_from = fields.Date(
        string="First Month",
        compute="_compute_rule",
        store=True,
        readonly=False,
        precompute=True,
        required=True,
        help="Any day of the month; it is kept as the first one.",
    )
    offender_months = fields.Integer(
        string="Months of the Person",
        compute="_compute_rule",
        store=True,
        readonly=False,
        precompute=True,
    )
    colleague_months = fields.Integer(
        string="Months of Colleagues",
        compute="_compute_rule",
        store=True,
        readonly=False,
        precompute=True,
    )
    person_ids = fields.Many2many(
        "hr.employee",
        string="Colleagues",
        compute="_compute_person_ids",
        store=True,
        readonly=False,
        help="Proposed by the rule; take out whoever had no part in it.",
    )
    reason = fields.Text(string="Basis", help="What was found, and why others answer.")
    attachment_ids = fields.Many2many("ir.attachment", string="Documents")
    state = fields.Selection(STATES, default="draft", readonly=True, tracking=True)
    submitted_by_id = fields.Many2one("res.users", string="Proposed By", readonly=True)
    approved_by_id = fields.Many2one("res.users", readonly=True, tracking=True)
    approved_on = fields.Datetime(readonly=True)
    cancel_reason = fields.Char(tracking=True)

    _event_uniq = models.UniqueIndex(
        "(event_id) WHERE state != 'cancelled'",
        "There is a joint penalty for this record already.",
    )

    @api.depends("employee_id", "date_from")
    def _compute_display_name(self):
        for penalty in self:
            month = fields.Date.to_string(penalty.date_from) or ""
            name = penalty.employee_id.name or ""
            penalty.display_name = f"{name} {month[:7]}".strip()

    @api.depends("event_id")
    def _compute_rule(self):
        for penalty in self:
            event = penalty.event_id
            rule = self.env["gov.rubric.penalty"]._for_item(event.item_id)
            penalty.rule_id = rule
            penalty.date_from = event.count_month
            penalty.offender_months = rule.offender_months
            penalty.colleague_months = (
                rule.months_min if rule and rule.colleagues != "none" else 0
            )

    @api.depends("event_id")
    def _compute_person_ids(self):
        for penalty in self:
            penalty.person_ids = penalty._find_colleagues()

    def _find_colleagues(self):
        """People of the same window or unit on the day of the record."""
        people = self.env["hr.employee"]
        kind = self.rule_id.colleagues
        if not self.event_id or kind not in ("window", "unit"):
            return people
        # sudo: who works beside whom is a matter of fact, not of the user's rights
        versions = self.env["hr.version"].sudo()
        name = {"window": "gov_window_id", "unit": "gov_dispatch_unit_id"}[kind]
        day, person = self.event_id.date, self.employee_id
        own = versions._gov_as_of(person, day).get(person.id, versions)
        if not own[name]:
            return people
        near = versions.search([(name, "=", own[name].id)]).employee_id - person.sudo()
        as_of = versions._gov_as_of(near, day)
        return people.browse([e for e, v in as_of.items() if v[name] == own[name]])

    @api.model_create_multi
    def create(self, vals_list):
        vals_list = [self._gov_given(vals, STEP_FIELDS) for vals in vals_list]
        clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        penalties = super(GovJointPenalty, clean._unprotected()).create(vals_list)
        return penalties.with_env(self.env)

    def write(self, vals):
        if STEP_FIELDS & set(vals):
            super()._check_protection()
        return super().write(self._gov_given(vals))

    @api.model
    def _gov_given(self, vals, left_out=frozenset()):
        """Values without those that follow from the record: its person, its rule."""
        left_out = left_out | {"employee_id", "rule_id"}
        vals = {name: value for name, value in vals.items() if name not in left_out}
        day = fields.Date.to_date(vals.get("date_from"))
        return {**vals, "date_from": day.replace(day=1)} if day else vals

    def _check_protection(self):
        """Drafts may be corrected and deleted by hand."""
        if not self or set(self.mapped("state")) != {"draft"}:
            return super()._check_protection()
        return None

    # -- steps -------------------------------------------------------------------

    def action_submit(self):
        """Send it to a leader; everything the decision needs must be there."""
        self._begin(None, ["draft"])
        for penalty in self:
            penalty._check_complete()
        self._unprotected().write(
            {"state": "submitted", "submitted_by_id": self.env.uid}
        )

    def action_approve(self):
        """A leader who did not propose it puts it into effect."""
        self._begin(LEADER, ["submitted"])
        (self.employee_id | self.person_ids)._gov_refuse_own()
        for penalty in self:
            penalty._check_complete()
            if self.env.user in penalty.submitted_by_id + penalty.create_uid:
                raise UserError(
                    self.env._("You proposed this yourself; another leader approves.")
                )
        self._unprotected().write(
            {
                "state": "approved",
                "approved_by_id": self.env.uid,
                "approved_on": fields.Datetime.now(),
            }
        )
        self._touch_months()

    def action_back_to_draft(self):
        """The leader or the officer wants it changed."""
        self._begin(None, ["submitted"])
        self._unprotected().write({"state": "draft", "submitted_by_id": False})

    def action_cancel(self):
        """Take it back; an approved one by a leader, while its months are open."""
        self._begin(None, ["draft", "submitted", "approved"])
        approved = self.filtered(lambda penalty: penalty.state == "approved")
        if approved:
            approved._begin(LEADER, ["approved"])
            (approved.employee_id | approved.person_ids)._gov_refuse_own()
        for penalty in self:
            if not penalty.cancel_reason:
                raise ValidationError(
                    self.env._("Write down why the penalty is cancelled first.")
                )
        approved._touch_months()
        self._unprotected().write({"state": "cancelled"})

    def _check_complete(self):
        self.ensure_one()
        problem = self._problem()
        if problem:
            raise ValidationError(
                self.env._(
                    "%(name)s: %(problem)s", name=self.display_name, problem=problem
                )
            )

    def _problem(self):
        """What stands against the decision, in words; False if nothing."""
        # as the text stands now: it may have been switched off since the proposal
        rule = self.rule_id & self.rule_id._for_item(self.event_id.item_id)
        if not rule:
            return self.env._(
                "the text has no joint penalty in use for this item, so none may be "
                "imposed."
            )
        if self.event_id.state != "confirmed":
            return self.env._("the record must be confirmed first.")
        if not self.reason:
            return self.env._("write down the basis.")
        if not 1 <= self.offender_months <= 12:
            return self.env._("the person loses 1 to 12 months.")
        least, most = rule.months_min, rule.months_max
        if self.person_ids and not least <= self.colleague_months <= most:
            return self.env._(
                "colleagues lose %(least)s to %(most)s months under this rule.",
                least=least,
                most=most,
            )
        if self._rounds(CLOSED_STATES):
            return self.env._(
                "its first months are closed; begin with a month that is still open."
            )
        return False

    # -- effect ------------------------------------------------------------------

    def _spans(self):
        """[(hr.employee, first month, month after the last)] of the decision."""
        self.ensure_one()
        first = self.date_from
        spans = [(self.employee_id, first, self.offender_months)]
        spans += [(person, first, self.colleague_months) for person in self.person_ids]
        return [
            (person, first, fields.Date.add(first, months=months))
            for person, first, months in spans
        ]

    def _rounds(self, states):
        """Rounds at some states in which somebody loses the reward."""
        # sudo: months are closed or not whoever proposes the decision
        appraisals = self.env["gov.appraisal"].sudo()
        found = self.env["gov.appraisal.round"].sudo()
        for penalty in self:
            for person, first, after in penalty._spans():
                found |= appraisals.search(
                    [
                        ("employee_id", "=", person.id),
                        ("date_from", ">=", first),
                        ("date_from", "<", after),
                        ("round_id.state", "in", states),
                    ]
                ).round_id
        return found

    def _touch_months(self):
        closed = self._rounds(CLOSED_STATES)
        if closed:
            raise UserError(
                self.env._(
                    "%s is closed: its rewards do not change any more.",
                    closed[0].display_name,
                )
            )
        self._rounds(COMPUTED_STATES)._facts_changed()
