"""Notice of criticism (通报批评): what a month graded 差 leads to (A47, A48)."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .gov_follow_mixin import OFFICER

STATES = [("draft", "Draft"), ("issued", "Issued"), ("withdrawn", "Withdrawn")]
CAUSES = [("month", "Month Graded Poor"), ("misconduct", "Misconduct")]
SCOPES = [("unit", "Unit and Managers"), ("public", "All Staff")]


class GovCriticismNotice(models.Model):
    """Numbered without gaps when it is issued; the person acknowledges it."""

    _name = "gov.criticism.notice"
    _description = "Notice of Criticism"
    _inherit = ["gov.follow.mixin", "gov.person.paper.mixin"]
    _order = "issue_date desc, id desc"
    _sealed_fields = frozenset(
        {
            "state",
            "name",
            "appraisal_id",
            "issue_date",
            "issued_by_id",
            "acknowledged_on",
            "recorder_id",
            "withdraw_reason",
            "exam_ids",
        }
    )

    name = fields.Char(string="Notice No.", readonly=True, copy=False, index=True)
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    cause = fields.Selection(
        CAUSES, string="Why It Is Given", default="misconduct", required=True
    )
    employee_id = fields.Many2one(required=True)
    appraisal_id = fields.Many2one(
        "gov.appraisal",
        string="Month's Result",
        readonly=True,
        copy=False,
        index=True,
        ondelete="restrict",
    )
    date_from = fields.Date(
        related="appraisal_id.date_from", string="Month", store=True
    )
    day = fields.Date(
        string="Date of the Facts", default=fields.Date.context_today, required=True
    )
    event_ids = fields.Many2many("gov.assessment.event", string="Assessment Records")
    reason = fields.Char(string="Facts", tracking=True)
    scope = fields.Selection(
        SCOPES,
        string="Visible to",
        default="unit",
        required=True,
        tracking=True,
        help="The person, the dispatching unit and the managers always read it (D12).",
    )
    public_until = fields.Date(
        string="Published Until", help="Last day on the page of all staff; empty: none."
    )
    body = fields.Text(string="Text")
    issue_date = fields.Date(string="Issued On", readonly=True, copy=False, index=True)
    issued_by_id = fields.Many2one("res.users", readonly=True, copy=False)
    acknowledged_on = fields.Datetime(readonly=True, copy=False, tracking=True)
    recorder_id = fields.Many2one(
        "res.users",
        string="Entered By",
        readonly=True,
        copy=False,
        help="Officer who entered a signature on paper; blank: the person.",
    )
    is_acknowledged = fields.Boolean(
        string="Acknowledged",
        compute="_compute_is_acknowledged",
        search="_search_is_acknowledged",
    )
    withdraw_reason = fields.Char(readonly=True, copy=False, tracking=True)
    exam_ids = fields.One2many(
        "gov.self.examination", "notice_id", string="Self-Examination", readonly=True
    )
    exam_state = fields.Selection(
        related="exam_ids.state", string="Self-Examination Is"
    )

    _name_uniq = models.UniqueIndex(
        "(county_id, name) WHERE name IS NOT NULL", "This number is already given."
    )
    _appraisal_uniq = models.UniqueIndex(
        "(appraisal_id) WHERE appraisal_id IS NOT NULL AND state != 'withdrawn'",
        "This month already led to a notice.",
    )

    @api.depends("name", "employee_id")
    def _compute_display_name(self):
        for notice in self:
            parts = [notice.name, notice.person_name]
            notice.display_name = " ".join(filter(None, parts))

    @api.depends("acknowledged_on")
    def _compute_is_acknowledged(self):
        for notice in self:
            notice.is_acknowledged = bool(notice.acknowledged_on)

    def _search_is_acknowledged(self, operator, value):
        if operator != "in":
            return NotImplemented
        done = Domain("acknowledged_on", "!=", False)
        return done if True in value else ~done

    def _paper_day(self):
        self.ensure_one()
        return self.day or fields.Date.context_today(self)

    @api.depends("employee_id", "day")
    def _compute_department_id(self):
        return super()._compute_department_id()

    @api.depends("employee_id", "day")
    def _compute_unit_id(self):
        return super()._compute_unit_id()

    # -- buttons -------------------------------------------------------------------

    def action_fill(self):
        """Take the text of the county's letter anew."""
        for notice in self._begin(OFFICER, ["draft"]):
            letter = notice._letter()
            notice.write({"body": letter._text(notice._letter_values())})

    def action_issue(self):
        """Give the number and hand the notice over; asks for a self-examination."""
        for notice in self._begin(OFFICER, ["draft"]).sorted("staff_no"):
            notice._refuse_own()
            notice._issue(notice._letter())

    def action_withdraw(self):
        """Ask why the notice is taken back."""
        return self._ask_reason("withdraw", self.env._("Withdraw the Notice"))

    def _withdraw(self, reason):
        """The basis has fallen: the number stays, the self-examination is dropped."""
        for notice in self._begin(OFFICER, ["draft", "issued"]):
            notice.write({"state": "withdrawn", "withdraw_reason": reason})
            notice.exam_ids._waive_with_notice(reason)

    def action_acknowledged_on_paper(self):
        """The person signed the printed notice."""
        for notice in self._begin(OFFICER, ["issued"]):
            notice._refuse_own()
            notice._note_acknowledgement(recorder_id=self.env.uid)

    def action_print(self):
        """The notice as PDF."""
        return self.env.ref("gov_assessment.criticism_notice_report").report_action(
            self
        )

    # -- the person ------------------------------------------------------------------

    @api.model
    def _own_domain(self, person):
        """Issued notices about a person."""
        return [("employee_id", "=", person.id), ("state", "=", "issued")]

    @api.model
    def _public_domain(self, person):
        """Notices that everybody in the county of a person reads today (D12)."""
        today = fields.Date.context_today(self)
        return [
            ("state", "=", "issued"),
            ("scope", "=", "public"),
            ("county_id", "=", person.department_id.gov_county_id.id),
            ("employee_id", "!=", person.id),
            "|",
            ("public_until", "=", False),
            ("public_until", ">=", today),
        ]

    def _acknowledge(self):
        """The person has read it; called by the portal for the own notice."""
        notice = self._unprotected()
        notice._take()
        if notice.state != "issued":
            raise UserError(
                self.env._("This notice has been withdrawn: nothing is left to do.")
            )
        notice._note_acknowledgement()

    def _note_acknowledgement(self, **vals):
        if not self.acknowledged_on:
            self.write({"acknowledged_on": fields.Datetime.now(), **vals})
