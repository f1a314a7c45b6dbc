"""A policy document as dated versions (政策文件的版本).

A government issues one text, so the whole document is versioned, not each number. A
version has a start date only: it lasts until the next one begins, and an overlap
cannot be written.
"""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...exceptions import DocumentLocked, NotInForce
from ..base.gov_protected_mixin import UNLOCK


class GovPolicyVersionMixin(models.AbstractModel):
    """Shape of a version; a concrete model adds `_policy_field` and its rows.

    A concrete model must declare the unique index on (policy, date_from), and may
    override `_is_used` to say which versions a closed result was computed with.
    """

    _name = "gov.policy.version.mixin"
    _description = "Policy Document Version"
    _order = "date_from desc"
    _rec_name = "name"

    _policy_field = None  # name of the many2one to the policy

    name = fields.Char(compute="_compute_name")
    date_from = fields.Date(string="In Force From", required=True, copy=False)
    date_to = fields.Date(
        string="In Force Until",
        compute="_compute_date_to",
        help="The day before the next version in force begins.",
    )
    reference = fields.Char(
        string="Document No. and Article", help="文号和条款, as printed in the text."
    )
    checked_on = fields.Date(
        string="Last Checked On",
        help="When somebody last compared these figures with the text.",
    )
    attachment_ids = fields.Many2many("ir.attachment", string="Policy Text")
    state = fields.Selection(
        "_selection_state", default="draft", required=True, copy=False
    )
    is_used = fields.Boolean(
        string="Used by a Closed Result", compute="_compute_is_used"
    )

    @api.model
    def _selection_state(self):
        # a method, so that the words are Chinese in the documents of every addon
        draft, in_force = self.env._("Draft"), self.env._("In Force")
        return [("draft", draft), ("in_force", in_force)]

    @api.depends("date_from")
    def _compute_name(self):
        for version in self:
            policy = version[self._policy_field].display_name or ""
            version.name = f"{policy} ({version.date_from or '-'})"

    @api.depends("date_from", "state")
    def _compute_date_to(self):
        for policy, versions in self.grouped(self._policy_field).items():
            starts = self.search(
                [(self._policy_field, "=", policy.id), ("state", "=", "in_force")]
            ).mapped("date_from")
            for version in versions:
                later = [
                    d for d in starts if version.date_from and d > version.date_from
                ]
                version.date_to = (
                    fields.Date.subtract(min(later), days=1) if later else None
                )

    def _compute_is_used(self):
        used = self._filter_used()
        for version in self:
            version.is_used = version in used

    def _filter_used(self):
        """The versions of `self` that a closed result was computed with."""
        return self.browse()

    def _check_editable(self):
        """Refuse a change of a version that is in force (用过的版本不得更改)."""
        locked = self.filtered(lambda version: version.state == "in_force")
        if locked:
            raise DocumentLocked(
                self.env._(
                    "%(name)s is in force and cannot be changed. Copy it to a new "
                    "version, change the copy and put that in force.",
                    name=locked[0].name,
                )
            )

    @api.model_create_multi
    def create(self, vals_list):
        # a text always begins as a draft: it has no lines yet
        return super().create([{**vals, "state": "draft"} for vals in vals_list])

    def write(self, vals):
        if set(vals) - {"state", "attachment_ids", "checked_on"}:
            self._check_editable()
        if "state" in vals and self.env.context.get("gov_unlock") is not UNLOCK:
            raise UserError(
                self.env._(
                    "Use the buttons to put a version in force or back to draft."
                )
            )
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_drafts(self):
        self._check_editable()

    def action_put_in_force(self):
        """Drafts become binding from their start date."""
        drafts = self.filtered(lambda version: version.state == "draft")
        drafts._check_complete()
        drafts.with_context(gov_unlock=UNLOCK).write({"state": "in_force"})

    def action_back_to_draft(self):
        """A version that no closed result used may be changed again."""
        used = self._filter_used()
        if used:
            raise DocumentLocked(
                self.env._(
                    "%(name)s was used by a closed month and stays as it is. Copy it "
                    "to a new version instead.",
                    name=used[0].name,
                )
            )
        self.with_context(gov_unlock=UNLOCK).write({"state": "draft"})

    def action_copy_version(self):
        """A draft copy that starts on the next 1 January after this version."""
        self.ensure_one()
        taken = self.search(
            [(self._policy_field, "=", self[self._policy_field].id)]
        ).mapped("date_from")
        year = max(taken).year + 1
        copied = self.copy({"date_from": f"{year}-01-01"})
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": copied.id,
            "view_mode": "form",
        }

    def _check_complete(self):
        """Hook: raise when a version cannot be put in force yet."""

    @api.model
    def _on_day(self, policies, day):
        """The version of each document on a day: {policy: version}, in one query.

        A document that is not in force yet is left out: screens then check nothing,
        while a payment has to be refused (`_in_force`).
        """
        versions = self.search(
            [
                (self._policy_field, "in", policies.ids),
                ("state", "=", "in_force"),
                ("date_from", "<=", day),
            ],
            order="date_from",
        )
        return {version[self._policy_field]: version for version in versions}

    @api.model
    def _in_force(self, policy, day):
        """The version of `policy` that binds on `day`; `NotInForce` when none does.

        There is no fallback to an earlier or later text: a month without a rule must
        not be paid by a guess.
        """
        version = self._on_day(policy, day).get(policy)
        if not version:
            raise NotInForce(
                self.env._(
                    "No version of “%(policy)s” is in force on %(day)s. Enter the "
                    "document that applied then, or choose a later month.",
                    policy=policy.display_name,
                    day=fields.Date.to_string(day),
                )
            )
        return version
