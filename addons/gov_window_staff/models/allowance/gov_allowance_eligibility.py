"""To whom a pay element is paid at all (发放条件), by staffing type."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

ELEMENTS = [
    ("basic", "Basic Wage"),
    ("skill", "Skill Allowance"),
    ("seniority", "Seniority Allowance"),
    ("education", "Education Allowance"),
    ("perf", "Appraisal Reward"),
]


class GovAllowanceEligibility(models.Model):
    """其人员身份不符合发放要求 (五华 2017): one element, the types it is paid to."""

    _name = "gov.allowance.eligibility"
    _description = "Eligibility for a Pay Element"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, element"

    version_id = fields.Many2one(
        "gov.allowance.table.version", required=True, ondelete="cascade", index=True
    )
    element = fields.Selection(ELEMENTS, string="Pay Element", required=True)
    contract_type_ids = fields.Many2many(
        "hr.contract.type",
        string="Paid to Staffing Types",
        required=True,
        help="People of every other staffing type, and people without one, do not get "
        "this element.",
    )
    article = fields.Char(help="Article of the policy text.")

    _element_uniq = models.Constraint(
        "UNIQUE(version_id, element)", "This element already has its staffing types."
    )

    @api.constrains("contract_type_ids")
    def _check_types(self):
        labels = dict(self._fields["element"]._description_selection(self.env))
        for line in self:
            if not line.contract_type_ids:
                raise ValidationError(
                    self.env._(
                        "Name the staffing types that get “%s”, or delete the line: "
                        "then everybody gets it.",
                        labels[line.element],
                    )
                )
