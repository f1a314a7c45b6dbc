"""A patrol (巡查): who went through which hall, when, and what was found (A62-A64)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

STATES = [
    ("planned", "Planned"),
    ("ongoing", "Ongoing"),
    ("done", "Done"),
    ("cancelled", "Cancelled"),
]
METHODS = [
    ("onsite", "On Site"),
    ("video", "By Video"),
    ("covert", "Unannounced Visit"),
]
SEALED = {"state", "round_no", "started_on", "ended_on", "day_id"}


class GovPatrol(models.Model):
    """A leader takes part in it (巡查领导带队); it may be planned or begun at once."""

    _name = "gov.patrol"
    _description = "Patrol"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "date desc, department_id, round_no, id"

    department_id = fields.Many2one(
        "hr.department",
        string="Hall",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
        default=lambda self: self._default_department_id(),
    )
    date = fields.Date(
        required=True, default=fields.Date.context_today, index=True, tracking=True
    )
    round_no = fields.Integer(
        string="Round of the Day", readonly=True, copy=False, aggregator=None
    )
    is_planned = fields.Boolean(
        string="By Plan", help="Otherwise it was not announced (不定期)."
    )
    method = fields.Selection(METHODS, default="onsite", required=True)
    leader_id = fields.Many2one(
        "res.users",
        string="Led By",
        required=True,
        default=lambda self: self.env.user,
        domain=[("share", "=", False)],
        tracking=True,
    )
    member_ids = fields.Many2many(
        "res.users", string="Members", domain=[("share", "=", False)]
    )
    area_ids = fields.Many2many("gov.window.area", string="Key Areas")
    window_ids = fields.Many2many("gov.window", string="Key Windows")
    focus = fields.Char(string="Key Problems")
    started_on = fields.Datetime(readonly=True, copy=False)
    ended_on = fields.Datetime(readonly=True, copy=False)
    state = fields.Selection(
        STATES,
        default="planned",
        required=True,
        readonly=True,
        copy=False,
        tracking=True,
        index=True,
    )
    note = fields.Text(string="What Was Seen")
    cancel_reason = fields.Char(copy=False, tracking=True)
    day_id = fields.Many2one(
        "gov.patrol.day", readonly=True, copy=False, ondelete="set null", index=True
    )
    finding_ids = fields.One2many("gov.patrol.finding", "patrol_id", string="Findings")
    finding_count = fields.Integer(compute="_compute_finding_count")

    @api.model
    def _default_department_id(self):
        own = self.env.user.gov_department_ids
        return own if len(own) == 1 else False

    def _compute_finding_count(self):
        counts = dict(
            self.env["gov.patrol.finding"]._read_group(
                [("patrol_id", "in", self.ids)], ["patrol_id"], ["__count"]
            )
        )
        for patrol in self:
            patrol.finding_count = counts.get(patrol, 0)

    @api.depends("department_id", "date", "round_no")
    def _compute_display_name(self):
        for patrol in self:
            words = [patrol.department_id.name, fields.Date.to_string(patrol.date)]
            if patrol.round_no:
                words.append(self.env._("round %s", patrol.round_no))
            patrol.display_name = " ".join(filter(None, words))

    @api.model_create_multi
    def create(self, vals_list):
        # given as they begin, so that no default_... key of a caller sets them
        fresh = {**dict.fromkeys(SEALED, False), "state": "planned", "round_no": 0}
        return super().create([{**vals, **fresh} for vals in vals_list])

    def write(self, vals):
        if not self._is_stepping():
            vals = {name: v for name, v in vals.items() if name not in SEALED}
            if {"department_id", "date"} & set(vals):
                self._refuse_unless_open()
        result = super().write(vals)
        if "department_id" in vals:
            # record rules are asked before the write: ask again for the new hall
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_open_only(self):
        self._refuse_unless_open()

    def _refuse_unless_open(self):
        if any(patrol.state != "planned" for patrol in self):
            raise DocumentLocked(
                self.env._("A patrol that has begun keeps its hall and its day.")
            )

    def _step(self):
        return self.with_context(gov_patrol_step=UNLOCK)

    def _is_stepping(self):
        return self.env.context.get("gov_patrol_step") is UNLOCK

    # -- buttons ---------------------------------------------------------------

    def action_start(self):
        """Begin now; the counter of the hall says which round of the day it is."""
        self._check_state("planned")
        for patrol in self:
            day = self.env["gov.patrol.day"]._of(patrol.department_id, patrol.date)
            day = day[patrol.department_id]
            # sudo: rounds are counted whoever went them
            last = max(day.sudo().patrol_ids.mapped("round_no"), default=0)
            patrol._step().write(
                {
                    "state": "ongoing",
                    "started_on": fields.Datetime.now(),
                    "day_id": day.id,
                    "round_no": last + 1,
                }
            )

    def action_finish(self):
        """The round is over: it counts for the day."""
        self._check_state("ongoing")
        self._step().write({"state": "done", "ended_on": fields.Datetime.now()})

    def action_cancel(self):
        """It did not take place; the reason is written down first."""
        self._check_state("planned", "ongoing")
        for patrol in self:
            if not (patrol.cancel_reason or "").strip():
                raise UserError(
                    self.env._("Write down why the patrol did not take place first.")
                )
        self._step().write({"state": "cancelled"})

    def action_plan_again(self):
        """Undo a cancellation, or a start by mistake."""
        self._check_state("cancelled", "ongoing")
        empty = {"started_on": False, "round_no": 0, "day_id": False}
        self._step().write({"state": "planned", **empty})

    def _check_state(self, *allowed):
        self.check_access("write")
        labels = dict(self._fields["state"]._description_selection(self.env))
        for patrol in self.filtered(lambda p: p.state not in allowed):
            raise UserError(
                self.env._(
                    "%(patrol)s is “%(state)s”: this step is not possible now.",
                    patrol=patrol.display_name,
                    state=labels[patrol.state],
                )
            )

    def action_new_finding(self):
        """An empty record sheet of this patrol."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.patrol.finding",
            "view_mode": "form",
            "context": {"default_patrol_id": self.id},
            "name": self.env._("New Finding"),
        }

    def action_open_findings(self):
        """Record sheets of this patrol."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.patrol.finding",
            "view_mode": "kanban,list,form",
            "domain": [("patrol_id", "=", self.id)],
            "context": {"default_patrol_id": self.id},
            "name": self.env._("Findings"),
        }
