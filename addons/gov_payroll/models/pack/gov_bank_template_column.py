"""A column of a bank file."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ...rules import bank_file

KINDS = [
    ("number", "Row Number"),
    ("staff_no", "Staff No."),
    ("name", "Account Holder"),
    ("card", "Card No."),
    ("amount", "Amount"),
    ("bank", "Bank"),
    ("place", "City of the Bank"),
    ("identity", "ID Number"),
    ("fixed", "Fixed Text"),
]


class GovBankTemplateColumn(models.Model):
    """What stands in one column, in the order of the bank."""

    _name = "gov.bank.template.column"
    _description = "Bank File Column"
    _order = "template_id, sequence, id"

    template_id = fields.Many2one(
        "gov.bank.template", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10)
    kind = fields.Selection(KINDS, string="Content", required=True)
    header = fields.Char()
    fixed_text = fields.Char()

    @api.constrains("kind", "fixed_text")
    def _check_fixed_text(self):
        for column in self:
            if column.fixed_text and column.kind != "fixed":
                raise ValidationError(
                    self.env._("Only a column of fixed text has a fixed text.")
                )

    def _to_rules(self):
        self.ensure_one()
        return bank_file.Column(self.kind, self.header or "", self.fixed_text or "")
