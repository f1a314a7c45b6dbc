"""A loss that a person caused and pays for out of the wages (扣款赔偿)."""

from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools.misc import clean_context

from odoo.addons.gov_assessment.wizards.gov_follow_reason import STEPS

from ...rules.pay import to_cent
from ...rules.recovery import Loss

OFFICER = "gov_window_staff.group_hr_officer"
LEADER = "gov_window_staff.group_leader"
STATES = [
    ("draft", "Draft"),
    ("submitted", "Submitted"),
    ("approved", "Being Recovered"),
    ("closed", "Settled"),
    ("cancelled", "Stopped"),
]
# written by the steps, never by hand
STEP_FIELDS = frozenset(
    {"state", "submitted_by_id", "approved_by_id", "approved_on", "stop_reason"}
)
# the window that asks for a reason calls nothing but what is named here
STEPS[("gov.pay.loss", "stop")] = "_stop"


class GovPayLoss(models.Model):
    """Proposed by an officer, approved by a leader, closed by the run that ends it."""

    _name = "gov.pay.loss"
    _description = "Loss to Be Recovered"
    _inherit = ["gov.step.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "date_from, id"
    _hand_fields = frozenset(
        {"activity_ids", "message_follower_ids", "message_ids", "attachment_ids"}
    )

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, ondelete="restrict", index=True
    )
    staff_no = fields.Char(
        related="employee_id.gov_staff_no", string="Staff No.", related_sudo=True
    )
    loss_date = fields.Date(string="Day of the Loss", required=True)
    cause = fields.Text(
        string="What Happened", help="What was lost, and why the person answers for it."
    )
    amount = fields.Float(
        string="Amount to Recover", digits=(12, 2), required=True, tracking=True
    )
    decision = fields.Char(
        string="Decision or Agreement",
        tracking=True,
        help="Number and date of the paper, and the clause of the contract that the "
        "recovery rests on (工资支付暂行规定第十六条).",
    )
    attachment_ids = fields.Many2many("ir.attachment", string="Documents")
    date_from = fields.Date(
        string="First Month of Recovery",
        required=True,
        default=lambda self: fields.Date.context_today(self).replace(day=1),
        help="Any day of the month; it is kept as the first one.",
    )
    instalment = fields.Float(
        string="Agreed a Month",
        digits=(12, 2),
        tracking=True,
        help="Never more than this in a month; 0: as much as the law allows.",
    )
    state = fields.Selection(STATES, default="draft", readonly=True, tracking=True)
    submitted_by_id = fields.Many2one("res.users", string="Proposed By", readonly=True)
    approved_by_id = fields.Many2one("res.users", readonly=True, tracking=True)
    approved_on = fields.Datetime(readonly=True)
    stop_reason = fields.Char(string="Stopped Because", readonly=True, tracking=True)
    part_ids = fields.One2many(
        "gov.pay.loss.part", "loss_id", string="Recovered With", readonly=True
    )
    recovered = fields.Float(
        string="Recovered So Far",
        digits=(12, 2),
        compute="_compute_recovered",
        help="With runs that are locked.",
    )
    balance = fields.Float(
        string="Still to Recover", digits=(12, 2), compute="_compute_recovered"
    )

    _figures = models.Constraint(
        "CHECK(amount > 0 AND instalment >= 0)",
        "The amount is above 0, and an instalment is not below it.",
    )

    @api.depends("employee_id", "loss_date")
    def _compute_display_name(self):
        for loss in self:
            day = fields.Date.to_string(loss.loss_date) or ""
            loss.display_name = f"{loss.employee_id.name or ''} {day}".strip()

    @api.depends("amount", "part_ids.amount", "part_ids.run_id.state")
    def _compute_recovered(self):
        taken = self._taken([("run_id.state", "=", "locked")])
        for loss in self:
            recovered = taken.get(loss._origin.id, Decimal(0))
            loss.recovered = float(recovered)
            loss.balance = float(to_cent(loss.amount) - recovered)

    def _taken(self, domain):
        """{loss id: yuan} of the parts that match, in one query."""
        # sudo: sums of the system's own rows, for whoever may read the loss
        groups = (
            self.env["gov.pay.loss.part"]
            .sudo()
            ._read_group(
                [("loss_id", "in", self.ids), *domain], ["loss_id"], ["amount:sum"]
            )
        )
        return {loss.id: to_cent(round(amount, 6)) for loss, amount in groups}

    # -- records -----------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        vals_list = [self._given(vals, STEP_FIELDS) for vals in vals_list]
        clean = self.with_context(clean_context(self.env.context))  # pylint: disable=context-overridden
        losses = super(GovPayLoss, clean._unprotected()).create(vals_list)
        losses.employee_id.with_env(self.env)._gov_refuse_own()
        return losses.with_env(self.env)

    def write(self, vals):
        if STEP_FIELDS & set(vals):
            super()._check_protection()
        result = super().write(self._given(vals))
        if "employee_id" in vals:
            self.employee_id._gov_refuse_own()
        return result

    @api.model
    def _given(self, vals, left_out=frozenset()):
        vals = {name: value for name, value in vals.items() if name not in left_out}
        day = fields.Date.to_date(vals.get("date_from"))
        return {**vals, "date_from": day.replace(day=1)} if day else vals

    def _check_protection(self):
        """Drafts may be corrected and deleted by hand."""
        if not self or set(self.mapped("state")) != {"draft"}:
            return super()._check_protection()
        return None

    # -- steps -------------------------------------------------------------------------

    def action_submit(self):
        """Hand it to a leader; everything the decision needs must be there."""
        losses = self._begin(OFFICER, ["draft"])
        losses.employee_id._gov_refuse_own()
        losses._check_complete()
        losses.write({"state": "submitted", "submitted_by_id": self.env.uid})

    def action_approve(self):
        """A leader who did not propose it puts it into effect."""
        losses = self._begin(LEADER, ["submitted"])
        losses.employee_id._gov_refuse_own()
        losses._check_complete()
        if any(self.env.user in one.submitted_by_id + one.create_uid for one in losses):
            raise UserError(
                self.env._("You proposed this yourself; another leader approves.")
            )
        now = fields.Datetime.now()
        losses.write(
            {"state": "approved", "approved_by_id": self.env.uid, "approved_on": now}
        )

    def action_back_to_draft(self):
        """The leader or the officer wants it changed."""
        losses = self._begin((OFFICER, LEADER), ["submitted"])
        losses.write({"state": "draft", "submitted_by_id": False})

    def action_stop(self):
        """终止: ask why no more is recovered; what was taken stays as it is."""
        self._begin((OFFICER, LEADER), ["draft", "submitted", "approved"])
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Stop the Recovery"),
            "res_model": "gov.follow.reason",
            "views": [(False, "form")],
            "target": "new",
            "context": {
                "default_res_model": self._name,
                "default_res_ids": self.ids,
                "default_step": "stop",
            },
        }

    def _stop(self, reason):
        losses = self._begin((OFFICER, LEADER), ["draft", "submitted", "approved"])
        losses.employee_id._gov_refuse_own()
        if "approved" in losses.mapped("state"):
            self._check_group(LEADER)
        # sudo: the runs that would still take it, whoever may read pay
        losses.sudo().part_ids._release()
        losses.write({"state": "cancelled", "stop_reason": reason})

    def _check_complete(self):
        for loss in self:
            if not (loss.cause or "").strip() or not (loss.decision or "").strip():
                raise ValidationError(
                    self.env._(
                        "%s: write down what happened, and the decision or agreement "
                        "that the recovery rests on.",
                        loss.display_name,
                    )
                )

    # -- pay ---------------------------------------------------------------------------

    @api.model
    def _due(self, employees, run):
        """{hr.employee: [rules.recovery.Loss]} that a run may recover, the first first.

        What other runs take, whatever their state, is not taken again.
        """
        losses = self.search(
            [
                ("employee_id", "in", employees.ids),
                ("state", "=", "approved"),
                ("date_from", "<=", run.date_end),
            ]
        )
        taken = losses._taken([("run_id", "!=", run.id)])
        due = {}
        for loss in losses:
            balance = to_cent(loss.amount) - taken.get(loss.id, Decimal(0))
            if balance > 0:
                one = Loss(loss.id, balance, to_cent(loss.instalment))
                due.setdefault(loss.employee_id, []).append(one)
        return due

    def _close_settled(self):
        """The losses of which nothing is left: the run that took the rest is locked."""
        settled = self.filtered(
            lambda loss: loss.state == "approved" and loss.balance <= 0
        )
        settled.write({"state": "closed"})
