"""Appeal of a person against the own month (申诉, A92)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.models.base.gov_protected_mixin import UNLOCK

from .gov_appeal_line import BY_HAND

LINK, UPDATE = fields.Command.LINK, fields.Command.UPDATE
STATES = [
    ("submitted", "Submitted"),
    ("accepted", "Accepted"),
    ("hearing", "In Hearing"),
    ("upheld", "Upheld"),
    ("partly", "Partly Upheld"),
    ("rejected", "Rejected"),
    ("closed", "Closed"),
    ("withdrawn", "Taken Back"),
]
OPEN_STATES = ("submitted", "accepted", "hearing")
DECIDED_STATES = ("upheld", "partly", "rejected")
OUTCOMES = [
    ("upheld", "Upheld"),
    ("partly", "Partly Upheld"),
    ("rejected", "Rejected"),
]
SCOPES = [("lines", "Single Lines"), ("month", "The Whole Month")]
SOURCES = [("portal", "Portal"), ("paper", "On Paper")]
# corrections show people of all sites
COUNTY = "gov_window_staff.group_hr_officer,gov_window_staff.group_leader"
# what the handler writes by hand while the appeal is with him
HANDLING = frozenset(
    {"hearing_date", "hearing_place", "hearing_note", "answer", "outcome", "line_ids"}
)


class GovAppeal(models.Model):
    """Handled by somebody who had no part in what it is about."""

    _name = "gov.appeal"
    _description = "Appeal"
    _inherit = ["gov.protected.mixin", "mail.thread", "mail.activity.mixin"]
    _order = "submitted_on desc, id desc"
    _hand_fields = frozenset({"activity_ids", "message_follower_ids", "message_ids"})

    name = fields.Char(string="Appeal No.", required=True, readonly=True, index=True)
    appraisal_id = fields.Many2one(
        "gov.appraisal",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    round_id = fields.Many2one(
        related="appraisal_id.round_id", string="Month", store=True, index=True
    )
    date_from = fields.Date(
        related="appraisal_id.date_from", string="First Day of the Month", store=True
    )
    month_name = fields.Char(string="Year and Month", compute="_compute_month_name")
    employee_id = fields.Many2one(
        related="appraisal_id.employee_id", string="Person", store=True, index=True
    )
    person_name = fields.Char(related="appraisal_id.person_name", store=True)
    staff_no = fields.Char(related="appraisal_id.staff_no", store=True)
    department_id = fields.Many2one(
        related="appraisal_id.department_id", string="Site", store=True, index=True
    )
    scope = fields.Selection(SCOPES, required=True, readonly=True, default="lines")
    source = fields.Selection(SOURCES, required=True, readonly=True, default="portal")
    reason = fields.Text(string="What the Person Says", required=True, readonly=True)
    evidence_ids = fields.Many2many("ir.attachment", readonly=True)
    line_ids = fields.One2many("gov.appeal.line", "appeal_id", string="Lines Appealed")
    state = fields.Selection(
        STATES,
        default="submitted",
        required=True,
        readonly=True,
        index=True,
        tracking=True,
    )
    submitted_on = fields.Date(required=True, readonly=True, index=True)
    late_reason = fields.Char(
        string="Why Taken Late",
        readonly=True,
        help="The appeal came after the last day; an officer took it all the same.",
    )
    answer_due = fields.Date(
        string="To Answer Until",
        readonly=True,
        index=True,
        help="Working days of the policy text, from the day of submission (D15).",
    )
    deadline_warning = fields.Char(compute="_compute_deadline_warning")
    is_overdue = fields.Boolean(compute="_compute_is_overdue", search="_search_overdue")
    handler_id = fields.Many2one(
        "res.users", string="Handled By", readonly=True, tracking=True, index=True
    )
    accepted_on = fields.Date(readonly=True)
    hearing_date = fields.Datetime(string="Hearing")
    hearing_place = fields.Char(string="Place of the Hearing")
    hearing_note = fields.Text(
        string="Record of the Hearing",
        help="Who took part, what was found: evidence seen, people asked.",
    )
    outcome = fields.Selection(
        OUTCOMES,
        string="Decision on the Month",
        help="For an appeal without lines; else it follows from the lines.",
    )
    answer = fields.Text(
        string="Answer to the Person", help="Printed on the letter (申诉答复书)."
    )
    decided_on = fields.Date(readonly=True)
    closed_on = fields.Date(readonly=True)
    correction_id = fields.Many2one(
        "gov.appraisal.correction",
        readonly=True,
        ondelete="restrict",
        groups=COUNTY,
    )
    correction_state = fields.Selection(
        related="correction_id.state", string="State of the Correction", groups=COUNTY
    )
    can_handle = fields.Boolean(compute="_compute_can_handle")

    # two lists of the same month at once would contradict each other
    _open_uniq = models.UniqueIndex(
        "(appraisal_id) WHERE state IN ('submitted', 'accepted', 'hearing')",
        "An appeal about this month is open already. Wait for the answer, or take it "
        "back first.",
    )

    @api.depends("name", "person_name", "month_name")
    def _compute_display_name(self):
        for appeal in self:
            appeal.display_name = (
                f"{appeal.name} {appeal.person_name} {appeal.month_name}"
            )

    @api.depends("date_from")
    def _compute_month_name(self):
        for appeal in self:
            appeal.month_name = (fields.Date.to_string(appeal.date_from) or "")[:7]

    @api.depends("answer_due", "state")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for appeal in self:
            is_open = appeal.state in OPEN_STATES and appeal.answer_due
            appeal.is_overdue = bool(is_open and appeal.answer_due < today)

    def _search_overdue(self, operator, value):
        if operator != "in":
            return NotImplemented
        domain = self._overdue_domain(fields.Date.context_today(self))
        return domain if True in value else ["!", *domain]

    @api.model
    def _overdue_domain(self, day):
        """Appeals that should have been answered before a day."""
        return ["&", ("state", "in", OPEN_STATES), ("answer_due", "<", day)]

    @api.depends("submitted_on", "answer_due")
    def _compute_deadline_warning(self):
        years = self.env["gov.calendar.year"]
        for appeal in self:
            appeal.deadline_warning = bool(appeal.answer_due) and (
                years._unknown_warning(appeal.submitted_on, appeal.answer_due)
            )

    @api.depends_context("uid")
    @api.depends("handler_id", "state")
    def _compute_can_handle(self):
        for appeal in self:
            mine = appeal.handler_id == self.env.user
            appeal.can_handle = mine and appeal.state in ("accepted", "hearing")

    # -- what is written by hand ------------------------------------------------------

    def write(self, vals):
        if set(vals) & HANDLING and self.env.context.get("gov_unlock") is not UNLOCK:
            self._check_in_hand()
            if set(vals) <= HANDLING | self._hand_fields:
                return super(GovAppeal, self._unprotected()).write(
                    self._line_decisions(vals)
                )
        return super().write(vals)

    def _line_decisions(self, vals):
        """The form sends lines, too: decisions on the own ones and nothing else."""
        if "line_ids" not in vals:
            return vals
        commands = [command for command in vals["line_ids"] if command[0] != LINK]
        for command in commands:
            is_decision = command[0] == UPDATE and set(command[2]) <= BY_HAND
            if not (is_decision and command[1] in self.line_ids.ids):
                raise UserError(
                    self.env._("The lines appealed are those that the person named.")
                )
        return {**vals, "line_ids": commands}

    def _check_in_hand(self):
        """The handler writes, while the appeal is with him."""
        self.check_access("write")
        for appeal in self:
            if not appeal.can_handle:
                raise DocumentLocked(
                    self.env._(
                        "%(name)s is handled by %(handler)s and can be written only "
                        "until it is decided. Take it over first.",
                        name=appeal.display_name,
                        handler=appeal.handler_id.name or "-",
                    )
                )
