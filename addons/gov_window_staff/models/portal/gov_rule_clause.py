"""Clauses of a rule document (制度条款), for violations to refer to (X8)."""

from odoo import api, fields, models


class GovRuleClause(models.Model):
    """One rule of a text, such as 首问首办: who asks first is served to the end."""

    _name = "gov.rule.clause"
    _description = "Rule Clause"
    _order = "document_id, sequence, id"
    _rec_names_search = ["name", "code"]

    document_id = fields.Many2one(
        "gov.rule.document",
        required=True,
        index=True,
        ondelete="cascade",
    )
    sequence = fields.Integer(default=10)
    code = fields.Char(string="Clause No.")
    name = fields.Char(required=True)
    text = fields.Text(string="Wording")
    state = fields.Selection(related="document_id.state")

    @api.depends("name", "code")
    def _compute_display_name(self):
        for clause in self:
            clause.display_name = " ".join(filter(None, (clause.code, clause.name)))

    @api.model_create_multi
    def create(self, vals_list):
        clauses = super().create(vals_list)
        clauses._check_draft()
        return clauses

    def write(self, vals):
        self._check_draft()
        result = super().write(vals)
        # a clause may have been moved into a published text
        self._check_draft()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_of_drafts_only(self):
        self._check_draft()

    def _check_draft(self):
        published = self.document_id.filtered(lambda text: text.state != "draft")
        if published:
            published._raise_locked()
