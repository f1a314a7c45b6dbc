"""Rule documents that staff read and sign (制度文件, O29, S15, X1)."""

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import is_html_empty

from ...exceptions import DocumentLocked
from ..base.gov_protected_mixin import UNLOCK

KINDS = [
    ("rule", "Rule"),
    ("undertaking", "Undertaking"),
    ("consultation", "Consultation"),
]
AUDIENCES = [
    ("all", "Everybody in Service"),
    ("sites", "Sites and Below"),
    ("units", "Dispatching Units"),
    ("types", "Staffing Types"),
]
STATES = [("draft", "Draft"), ("published", "Published"), ("closed", "Closed")]

# what may change on a published text: the rest is what people have put their name to
OPEN_FIELDS = {"deadline", "message_main_attachment_id", "message_follower_ids"}


class GovRuleDocument(models.Model):
    """A rule, an undertaking (承诺书) or a draft sent out for opinions."""

    _name = "gov.rule.document"
    _description = "Rule Document"
    _inherit = ["mail.thread"]
    _order = "date desc, id desc"

    name = fields.Char(required=True, tracking=True)
    kind = fields.Selection(KINDS, default="rule", required=True, tracking=True)
    number = fields.Char(string="Document No.")
    issuer = fields.Char(string="Issuing Body")
    reference = fields.Char(string="Basis", help="依据: the policy and its article.")
    date = fields.Date(
        string="Document Date", default=fields.Date.context_today, copy=False
    )
    effective_date = fields.Date(string="In Force From", copy=False)
    deadline = fields.Date(
        tracking=True,
        copy=False,
        help="Last day to answer. After it a consultation without an answer counts "
        "as “no objection” (逾期未反馈视为无意见).",
    )
    body = fields.Html(string="Text", sanitize=True)
    attachment_ids = fields.Many2many("ir.attachment", string="Files", copy=False)
    clause_ids = fields.One2many(
        "gov.rule.clause", "document_id", string="Clauses", copy=True
    )
    needs_file = fields.Boolean(
        string="Signed Paper Needed",
        help="People upload a scan of the signed paper with their signature.",
    )
    audience = fields.Selection(AUDIENCES, default="all", required=True)
    site_ids = fields.Many2many("hr.department", string="Sites")
    unit_ids = fields.Many2many(
        "res.partner", string="Units", domain=[("is_gov_unit", "=", True)]
    )
    type_ids = fields.Many2many("hr.contract.type", string="Staffing Types")
    state = fields.Selection(
        STATES, default="draft", required=True, copy=False, tracking=True, index=True
    )
    publish_date = fields.Date(string="Date of Publication", readonly=True, copy=False)
    supersedes_id = fields.Many2one(
        "gov.rule.document",
        string="Replaces the Document",
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    line_ids = fields.One2many(
        "gov.rule.acknowledgement", "document_id", string="Signatures"
    )
    line_count = fields.Integer(string="People", compute="_compute_progress")
    pending_count = fields.Integer(string="Not Signed", compute="_compute_progress")
    objected_count = fields.Integer(string="Objections", compute="_compute_progress")
    progress = fields.Float(
        string="Answered (%)",
        compute="_compute_progress",
        help="Answers of all people who were asked, 0 to 100.",
    )

    def _compute_progress(self):
        groups = self.env["gov.rule.acknowledgement"]._read_group(
            [("document_id", "in", self.ids)], ["document_id", "state"], ["__count"]
        )
        counts = {}
        for document, state, number in groups:
            counts.setdefault(document.id, {})[state] = number
        for document in self:
            by_state = counts.get(document.id, {})
            total, pending = sum(by_state.values()), by_state.get("pending", 0)
            document.line_count = total
            document.pending_count = pending
            document.objected_count = by_state.get("objected", 0)
            document.progress = 100 * (total - pending) / total if total else 0

    @api.model_create_multi
    def create(self, vals_list):
        # a text always begins as a draft, whatever the client's context says
        documents = super().create([{**vals, "state": "draft"} for vals in vals_list])
        documents._link_files()
        return documents

    def write(self, vals):
        if self.env.context.get("gov_unlock") is not UNLOCK:
            self._check_write_by_hand(vals)
        result = super().write(vals)
        if "attachment_ids" in vals:
            self._link_files()
        return result

    def _link_files(self):
        """Files belong to the document: who may read one may read the other."""
        for document in self:
            # sudo: fresh uploads of the same user; files of other records stay there
            files = document.sudo().attachment_ids.filtered(
                lambda a: a.res_model in (False, self._name) and not a.res_id
            )
            files.write({"res_model": self._name, "res_id": document.id})

    def _check_write_by_hand(self, vals):
        if {"state", "publish_date"} & set(vals):
            raise UserError(self.env._("Use the buttons to publish or close a text."))
        published = self.filtered(lambda document: document.state != "draft")
        if not published:
            return
        if set(vals) - OPEN_FIELDS:
            published._raise_locked()
        if "deadline" in vals:
            published._check_later(fields.Date.to_date(vals["deadline"]))

    def _check_later(self, deadline):
        """People rely on the day they were told: it moves back only."""
        for document in self:
            if document.state == "closed":
                document._raise_locked()
            if deadline and (not document.deadline or deadline < document.deadline):
                raise UserError(
                    self.env._(
                        "The deadline of a published text can only be put later than "
                        "%(day)s.",
                        day=document.deadline or document.publish_date,
                    )
                )

    def _raise_locked(self):
        raise DocumentLocked(
            self.env._(
                "“%(name)s” is published, and people sign what they read. Make a new "
                "version, change it and publish that; it replaces this one.",
                name=self[:1].name,
            )
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        published = self.filtered(lambda document: document.state != "draft")
        if published:
            published._raise_locked()

    # -- life ------------------------------------------------------------------

    def action_publish(self):
        """Lock the text and ask everybody in its audience; a predecessor closes."""
        drafts = self.filtered(lambda document: document.state == "draft")
        drafts._check_publishable()
        today = fields.Date.context_today(self)
        drafts._unlocked().write({"state": "published", "publish_date": today})
        drafts.supersedes_id.action_close()
        drafts._ask_audience()

    def _check_publishable(self):
        today = fields.Date.context_today(self)
        for document in self:
            problem = document._publish_problem(today)
            if problem:
                raise UserError(
                    self.env._(
                        "“%(name)s”: %(problem)s", name=document.name, problem=problem
                    )
                )

    def _publish_problem(self, today):
        """Sentence that says what a draft still lacks, or None."""
        if not self.attachment_ids and is_html_empty(self.body):
            return self.env._(
                "there is nothing to read yet. Enter the text or attach a file."
            )
        if self.kind == "consultation" and not self.deadline:
            return self.env._("a consultation needs a last day to answer.")
        if self.deadline and self.deadline < today:
            return self.env._("the deadline is over. Choose a later day.")
        if self.audience != "all" and not self._audience_records():
            return self.env._("choose whom it is for.")
        return None

    def action_close(self):
        """Nobody is asked any more; the answers stay."""
        open_ones = self.filtered(lambda document: document.state == "published")
        open_ones._unlocked().write({"state": "closed"})

    def action_back_to_draft(self):
        """Undo a publication that nobody has answered yet."""
        published = self.filtered(lambda document: document.state == "published")
        if published.line_ids.filtered(lambda line: line.state != "pending"):
            raise DocumentLocked(
                self.env._(
                    "Somebody has answered already, so this text stays as it is. Make "
                    "a new version instead."
                )
            )
        published.line_ids._unprotected().unlink()
        published._unlocked().write({"state": "draft", "publish_date": False})

    def action_new_version(self):
        """A draft copy that replaces this text when it is published."""
        self.ensure_one()
        copied = self.copy({"supersedes_id": self.id, "name": self.name})
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": copied.id,
            "view_mode": "form",
        }

    def _unlocked(self):
        """The same records, for a method that has checked what it does."""
        self.check_access("write")
        return self.with_context(gov_unlock=UNLOCK)
