"""What a person answered to a rule document (签收、承诺、意见反馈)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import scan

STATES = [
    ("pending", "To Answer"),
    ("acknowledged", "Signed"),
    ("objected", "Objected"),
    ("no_objection", "No Objection (no answer)"),
]


class GovRuleAcknowledgement(models.Model):
    """One line per person and document; only the person answers, through the portal.

    A signature on paper is entered by an officer with its scan (`_record_paper`).
    """

    _name = "gov.rule.acknowledgement"
    _description = "Rule Document Signature"
    _inherit = ["gov.protected.mixin"]
    _order = "document_id desc, state desc, employee_id"
    _rec_name = "document_id"

    document_id = fields.Many2one(
        "gov.rule.document",
        required=True,
        index=True,
        ondelete="restrict",
        readonly=True,
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
        readonly=True,
    )
    state = fields.Selection(
        STATES, default="pending", required=True, index=True, readonly=True
    )
    answer_date = fields.Datetime(string="Answered On", readonly=True)
    text = fields.Text(string="Opinion", readonly=True)
    signed_file = fields.Binary(string="Signed Paper", attachment=True, readonly=True)
    signed_name = fields.Char(string="File Name", readonly=True)
    recorder_id = fields.Many2one(
        "res.users",
        string="Entered By",
        readonly=True,
        help="Officer who entered a signature on paper; blank: the person.",
    )
    reminder_date = fields.Date(string="Reminded On", readonly=True)
    staff_no = fields.Char(compute="_compute_staff_no", string="Staff No.")
    department_id = fields.Many2one(
        related="employee_id.department_id", string="Site", store=False
    )
    kind = fields.Selection(related="document_id.kind")
    deadline = fields.Date(related="document_id.deadline")
    document_state = fields.Selection(
        related="document_id.state", string="State of the Document"
    )
    is_overdue = fields.Boolean(string="Overdue", compute="_compute_is_overdue")

    _person_uniq = models.Constraint(
        "UNIQUE(document_id, employee_id)",
        "This person has been asked about the text already.",
    )

    @api.depends("employee_id", "document_id")
    def _compute_display_name(self):
        for line in self:
            line.display_name = (
                f"{line.document_id.name} · {line.employee_id.name or ''}"
            )

    @api.depends("employee_id")
    def _compute_staff_no(self):
        # sudo: the number stands on the badge; site officers cannot read hr.employee
        for line in self.sudo():
            line.staff_no = line.employee_id.gov_staff_no

    @api.depends("state", "deadline")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for line in self:
            due = line.deadline
            line.is_overdue = bool(line.state == "pending" and due and due < today)

    # -- the person's answer -----------------------------------------------------

    def _can_answer(self):
        """May it be answered today? Opinions may change until the deadline."""
        self.ensure_one()
        if self.document_state != "published":
            return False
        if self.kind != "consultation":
            return self.state == "pending"
        over = self.deadline and self.deadline < fields.Date.context_today(self)
        return not over and self.state != "no_objection"

    def _acknowledge(self, content=None, file_name=None):
        """The person has read the text and agrees to it.

        :param content: bytes of the signed paper, checked by the caller
        """
        self._check_answerable()
        if self.document_id.needs_file and not content:
            raise UserError(
                self.env._("Sign the paper, photograph it and attach the picture.")
            )
        self._record_answer("acknowledged", content=content, file_name=file_name)

    def _refuse_unread(self):
        """A form that does not say that the person has read the text."""
        raise UserError(
            self.env._("Read the text first, and tick that you have read it.")
        )

    def _object(self, text):
        """The person disagrees with a draft that is out for opinions."""
        self._check_answerable()
        if self.kind != "consultation":
            raise UserError(self.env._("Opinions are asked for on consultations only."))
        if not (text or "").strip():
            raise UserError(self.env._("Write down what you disagree with, and why."))
        self._record_answer("objected", text=text.strip())

    def _record_paper(self, content, file_name, day):
        """An officer enters a signature that was given on paper."""
        self.check_access("write")
        self._check_answerable()
        published, today = (
            self.document_id.publish_date,
            fields.Date.context_today(self),
        )
        if not published <= day <= today:
            raise UserError(
                self.env._("It was signed between its publication and today.")
            )
        self._record_answer(
            "acknowledged",
            content=content,
            file_name=file_name,
            recorder_id=self.env.uid,
            answer_date=fields.Datetime.to_datetime(day),
        )

    def _check_answerable(self):
        self._take()
        if not self._can_answer():
            raise UserError(
                self.env._(
                    "“%(name)s” cannot be answered any more: it has been answered, is "
                    "closed, or its deadline is over.",
                    name=self.document_id.name,
                )
            )

    def _record_answer(self, state, text=False, content=None, file_name=None, **vals):
        self._unprotected().write(
            {
                "state": state,
                "answer_date": fields.Datetime.now(),
                "text": text,
                "signed_file": scan.encoded(content) if content else False,
                "signed_name": scan.file_name(file_name, content) if content else False,
                **vals,
            }
        )

    def action_paper(self):
        """Ask for the scan of a signature on paper."""
        self.ensure_one()
        self.check_access("write")
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.rule.paper",
            "view_mode": "form",
            "target": "new",
            "context": {"default_line_id": self.id},
            "name": self.env._("Signature on Paper"),
        }

    @api.model
    def _own_domain(self):
        """What the person behind the login was asked and may still see."""
        return [
            ("employee_id.user_id", "=", self.env.uid),
            "|",
            ("document_id.state", "=", "published"),
            ("state", "!=", "pending"),
        ]
