"""Talk and summons (谈话、约谈): with a person, or with the heads of a unit (A72)."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .gov_follow_mixin import OFFICER

KINDS = [("talk", "Talk"), ("summons", "Summons")]
STATES = [
    ("draft", "Draft"),
    ("notified", "Notified"),
    ("held", "Held"),
    ("closed", "Carried Out"),
    ("cancelled", "Cancelled"),
]
PREPARED = frozenset({"planned_at", "place", "participant_ids", "deadline", "user_id"})
RECORDED = frozenset({"summary", "demand", "follow_up_date", "attachment_ids"})


class GovInterview(models.Model):
    """Who is spoken to about what, until when, and what was agreed."""

    _name = "gov.interview"
    _description = "Talk or Summons"
    _inherit = ["gov.follow.mixin", "gov.due.mixin", "gov.person.paper.mixin"]
    _order = "deadline desc, id desc"
    _waiting_states = ("draft", "notified")
    _sealed_fields = frozenset({"state", "name", "notified_on", "held_on", "body"})
    _sealed_fields |= {"cancel_reason"}
    _free_fields = {
        "notified": PREPARED | RECORDED,
        "held": RECORDED | {"user_id"},
    }

    name = fields.Char(string="Letter No.", readonly=True, copy=False)
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    kind = fields.Selection(
        KINDS, string="Kind of Talk", default="talk", required=True, tracking=True
    )
    notice_id = fields.Many2one(
        "gov.criticism.notice",
        string="Notice of Criticism",
        index="btree_not_null",
        ondelete="restrict",
    )
    event_ids = fields.Many2many("gov.assessment.event", string="Assessment Records")
    reason = fields.Char(string="About", tracking=True)
    is_with_discipline = fields.Boolean(
        string="Together with the Supervision Body",
        help="会商监察部门 (A72).",
        tracking=True,
    )
    planned_at = fields.Datetime(string="Time", tracking=True)
    place = fields.Char()
    participant_ids = fields.One2many(
        "gov.interview.participant", "interview_id", string="Participants", copy=True
    )
    body = fields.Text(string="Text of the Letter", readonly=True, copy=False)
    notified_on = fields.Date(readonly=True, copy=False)
    held_on = fields.Date(readonly=True, copy=False)
    summary = fields.Text(string="Minutes", copy=False)
    demand = fields.Text(string="What Was Agreed", copy=False)
    follow_up_date = fields.Date(string="Carry Out By", copy=False, tracking=True)
    attachment_ids = fields.Many2many("ir.attachment", string="Files", copy=False)
    cancel_reason = fields.Char(readonly=True, copy=False, tracking=True)

    _name_uniq = models.UniqueIndex(
        "(county_id, kind, name) WHERE name IS NOT NULL",
        "This number is already given.",
    )

    @api.model
    def _overdue_domain(self, day):
        """Not held in time, or held and what was agreed is not done in time."""
        unsettled = Domain("state", "=", "held") & Domain("follow_up_date", "<", day)
        return super()._overdue_domain(day) | unsettled

    @api.depends("follow_up_date")
    def _compute_is_overdue(self):
        return super()._compute_is_overdue()

    @api.depends("name", "kind", "employee_id", "unit_id")
    @api.depends_context("lang")
    def _compute_display_name(self):
        words = dict(self._fields["kind"]._description_selection(self.env))
        for talk in self:
            # sudo: only the unit's name is shown, whatever companies the user is in
            whom = talk.person_name or talk.unit_id.sudo().name
            parts = [words.get(talk.kind), talk.name, whom]
            talk.display_name = " ".join(filter(None, parts))

    @api.constrains("kind", "employee_id", "unit_id")
    def _check_whom(self):
        for talk in self:
            if talk.kind == "talk" and not talk.employee_id:
                raise UserError(self.env._("A talk needs the person."))
            if talk.kind == "summons" and not talk.unit_id:
                raise UserError(self.env._("A summons needs the unit."))

    def _letter(self):
        self.ensure_one()
        county = self.county_id
        return self.env["gov.follow.letter"]._for_county(self.kind, county)

    def action_usual_participants(self):
        """Add the person, or the chief representative and the leader of the unit."""
        for talk in self._begin(None, ["draft", "notified"]):
            rows = talk._usual_participants()
            known = {line.name for line in talk.participant_ids}
            self.env["gov.interview.participant"].create(
                [
                    {"interview_id": talk.id, "role": role, "name": name}
                    for role, name in rows
                    if name and name not in known
                ]
            )

    def _usual_participants(self):
        """(role, name) of those who come to such a talk."""
        self.ensure_one()
        host = ("host", self.user_id.name)
        if self.kind == "talk":
            return [host, ("person", self.person_name)]
        # sudo: the letter names them; whoever writes it need not read profiles
        unit = self.sudo().unit_id
        return [
            host,
            ("chief", unit.gov_chief_id.name),
            ("leader", unit.gov_leader),
        ]

    @api.onchange("kind")
    def _onchange_kind(self):
        if self.kind == "summons":
            self.employee_id = False

    def action_cancel(self):
        """Ask why it is cancelled."""
        return self._ask_reason("cancel", self.env._("Cancel"))

    def _cancel(self, reason):
        """It does not take place."""
        for talk in self._begin(None, ["draft", "notified"]):
            talk._check_host()
            talk.write({"state": "cancelled", "cancel_reason": reason})
            talk._forget_reminders()

    def _check_host(self):
        """HR officers, or whoever keeps the talk."""
        if self.env.su or self.env.user.has_group(OFFICER):
            return
        if any(talk.user_id != self.env.user for talk in self):
            raise UserError(
                self.env._("Only the responsible person or an HR officer may do this.")
            )
