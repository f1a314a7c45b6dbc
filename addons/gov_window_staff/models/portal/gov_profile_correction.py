"""Requests to correct the own profile (信息更正申请)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import corrections, scan

STATES = [
    ("draft", "Withdrawn"),
    ("submitted", "To Decide"),
    ("approved", "Corrected"),
    ("refused", "Not Corrected"),
]
# kinds of values whose full reading is on record: {kind of the field: kind of the log}
DISCLOSED = {"phone": "phone", "identity": "identification", "bank": "card"}
PERSONAL_DATA = "gov_window_staff.group_personal_data"
REASON_LENGTH = 500  # characters


class GovProfileCorrection(models.Model):
    """A person asks for one value; an officer, never the person, decides.

    Made and withdrawn through the portal only. Personal values are kept in full while
    the request is open, and masked from the decision on (data minimisation).
    """

    _name = "gov.profile.correction"
    _description = "Profile Correction"
    _inherit = ["mail.thread", "gov.protected.mixin", "gov.sensitive.mixin"]
    _order = "submit_date desc, id desc"
    _rec_name = "field_id"
    _gov_sensitive = {"new_value": "phone"}  # the true kind is that of the field
    _hand_fields = frozenset(
        {"answer", "date_from", "message_main_attachment_id", "message_follower_ids"}
    )

    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
        readonly=True,
    )
    field_id = fields.Many2one(
        "gov.correction.field",
        required=True,
        ondelete="restrict",
        readonly=True,
    )
    old_value = fields.Char(string="Present Value", readonly=True)
    new_value = fields.Char(
        string="New Value in Full", readonly=True, groups=PERSONAL_DATA
    )
    shown_value = fields.Char(string="New Value", compute="_compute_shown_value")
    date_from = fields.Date(
        string="Holds From", help="The days before keep the old value."
    )
    is_dated = fields.Boolean(related="field_id.is_dated")
    reason = fields.Char(readonly=True)
    evidence = fields.Binary(string="Proof", attachment=True, readonly=True)
    evidence_name = fields.Char(string="File Name", readonly=True)
    state = fields.Selection(
        STATES,
        default="submitted",
        required=True,
        readonly=True,
        tracking=True,
        index=True,
    )
    submit_date = fields.Datetime(string="Asked On", readonly=True)
    answer = fields.Char(tracking=True)
    decider_id = fields.Many2one("res.users", string="Decided By", readonly=True)
    decide_date = fields.Datetime(string="Decided On", readonly=True)
    department_id = fields.Many2one(
        related="employee_id.department_id", string="Site", store=False
    )

    _open_uniq = models.UniqueIndex(
        "(employee_id, field_id) WHERE state IN ('draft', 'submitted')",
        "A request for this field is open already.",
    )

    @api.depends("employee_id", "field_id")
    def _compute_display_name(self):
        for request in self:
            request.display_name = (
                f"{request.employee_id.name or ''} · {request.field_id.name or ''}"
            )

    @api.depends("new_value", "field_id", "state")
    @api.depends_context("lang")
    def _compute_shown_value(self):
        # sudo: the full value is kept to a group; this is the masked one
        for request in self.sudo():
            text = request.field_id._label(request.new_value or "")
            decided = request.state in ("approved", "refused")
            request.shown_value = text if decided else request.field_id._masked(text)

    def _gov_note(self, names, way):
        """Full numbers of open requests are shown on record, as on the profile."""
        if self.env.su or "new_value" not in names:
            return
        # sudo: whose values the user has just been shown
        for request in self._origin.sudo():
            kind = DISCLOSED.get(request.field_id.kind)
            if kind and request.state in ("draft", "submitted"):
                self.env["gov.disclosure"]._note(request.employee_id, [kind], "view")

    # -- the person ----------------------------------------------------------------

    @api.model
    def _submit_from_portal(self, employee, entry, values):
        """Ask for a correction, or ask again after taking a request back.

        :param employee: hr.employee of the login, tested by the caller
        :param entry: gov.correction.field
        :param values: `value`, `reason`, `date_from` as typed; `content` (bytes) and
            `file_name` of the proof, checked by the caller
        :return: the request
        :raises UserError: a sentence for the form
        """
        earlier = self._open_request(employee, entry)
        vals = self._prepare_request_vals(employee, entry, values, earlier)
        if earlier:
            earlier._take()
            earlier._check_state("draft")
            earlier._unprotected().write(vals)
            return earlier
        keys = {"employee_id": employee.id, "field_id": entry.id}
        return self._unprotected().create({**keys, **vals})

    @api.model
    def _open_request(self, employee, entry):
        """The request for this field that is not decided yet, if any."""
        return self.search(
            [
                ("employee_id", "=", employee.id),
                ("field_id", "=", entry.id),
                ("state", "in", ("draft", "submitted")),
            ]
        )

    def _prepare_request_vals(self, employee, entry, values, earlier):
        stored = entry._parse(values.get("value"))
        current = entry._current(employee)
        self._check_request(entry, values, entry._label(stored) == current, earlier)
        vals = {
            "new_value": stored,
            "old_value": entry._masked(current),
            "reason": values["reason"].strip(),
            "date_from": self._parse_date_from(entry, values.get("date_from")),
            "state": "submitted",
            "submit_date": fields.Datetime.now(),
        }
        if values.get("content"):
            vals["evidence"] = scan.encoded(values["content"])
            vals["evidence_name"] = scan.file_name(
                values.get("file_name"), values["content"]
            )
        return vals

    def _check_request(self, entry, values, is_same, earlier):
        if is_same:
            raise UserError(self.env._("This is the value in your profile already."))
        if not (values.get("reason") or "").strip():
            raise UserError(
                self.env._("Say in a few words why the value is to change.")
            )
        if len(values["reason"]) > REASON_LENGTH:
            raise UserError(self.env._("Enter at most %s characters.", REASON_LENGTH))
        if entry.needs_evidence and not (values.get("content") or earlier.evidence):
            raise UserError(
                self.env._("“%s” needs a proof: attach a photo or PDF.", entry.name)
            )

    def _parse_date_from(self, entry, raw):
        if not entry.is_dated:
            return False
        today = fields.Date.context_today(self)
        day = corrections.as_date(raw or "")
        if not day or day > today:
            raise UserError(
                self.env._("Say from which day the new value holds, up to today.")
            )
        return day

    def _withdraw(self):
        """The person takes the request back; it may be changed and sent again."""
        self._take()
        self._check_state("submitted")
        self._unprotected().write({"state": "draft"})

    def _discard(self):
        """The person gives the request up for good."""
        self._take()
        self._check_state("draft")
        self._unprotected().unlink()

    def _check_state(self, state):
        if set(self.mapped("state")) != {state}:
            raise UserError(
                self.env._(
                    "This request is “%s” by now. Reload the page and look at it.",
                    dict(self._fields["state"]._description_selection(self.env))[
                        self[:1].state
                    ],
                )
            )

    # -- the officer -----------------------------------------------------------------

    def action_approve(self):
        """Write the value on the profile, tell the person, mask what was sent."""
        self._begin_decision()
        for request in self:
            request._apply()
        self._decide("approved")

    def action_refuse(self):
        """Leave the profile as it is; the person reads the answer."""
        self._begin_decision()
        if not all(request.answer for request in self):
            raise UserError(self.env._("Enter an answer first: the person reads why."))
        self._decide("refused")

    def _begin_decision(self):
        self.check_access("write")
        self._take()
        self._check_state("submitted")
        # sudo: whose login a person has, to keep people from deciding for themselves
        if self.env.user in self.sudo().employee_id.user_id:
            raise UserError(
                self.env._("Your own request is decided by another officer.")
            )

    def _apply(self):
        # sudo: the officer decides about this one value, which some officers may not
        # read in full or write on the profile
        request = self.sudo()
        person, entry = request.employee_id, request.field_id
        if entry.kind == "bank":
            person._gov_set_card(request.new_value, self.env["res.bank"])
            return
        vals = entry._write_vals(person, request.new_value)
        if entry.is_dated:
            person._gov_write_dated(request.date_from, vals)
        else:
            person.write(vals)

    def _decide(self, state):
        # sudo: as in `_apply`
        for request in self.sudo():
            entry = request.field_id
            vals = {
                "state": state,
                "decider_id": self.env.uid,
                "decide_date": fields.Datetime.now(),
                "new_value": entry._masked(entry._label(request.new_value))
                if entry.is_personal
                else request.new_value,
            }
            if not entry.keeps_evidence:
                vals |= {"evidence": False, "evidence_name": False}
            request._unprotected().write(vals)
            request._tell_person()

    def _tell_person(self):
        partner = self.employee_id.user_id.partner_id
        if not partner:
            return
        self.message_notify(
            partner_ids=partner.ids,
            subject=self.env._("Your request: %s", self.field_id.name),
            body=self.env._(
                "Your request to correct “%(field)s” has been decided: %(state)s. "
                "%(answer)s",
                field=self.field_id.name,
                state=dict(self._fields["state"]._description_selection(self.env))[
                    self.state
                ],
                answer=self.answer or "",
            ),
        )
