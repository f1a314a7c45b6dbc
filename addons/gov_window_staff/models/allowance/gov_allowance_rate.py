"""One line of an allowance table."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError

KINDS = [
    ("skill", "Skill Level"),
    ("seniority", "Years of Service"),
    ("education", "Education"),
]


class GovAllowanceRate(models.Model):
    """Amount a month from a threshold on: a level, full years, an education."""

    _name = "gov.allowance.rate"
    _description = "Allowance Rate"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, kind, amount"

    version_id = fields.Many2one(
        "gov.allowance.table.version", required=True, ondelete="cascade", index=True
    )
    kind = fields.Selection(KINDS, required=True)
    skill_level_id = fields.Many2one("gov.skill.level", ondelete="restrict")
    years = fields.Integer(help="Full years, the number itself included (满N年以上).")
    education_id = fields.Many2one("gov.education", ondelete="restrict")
    amount = fields.Float(string="Yuan a Month", digits=(12, 2), required=True)
    in_probation = fields.Boolean(string="Paid in Probation")
    article = fields.Char(help="Article of the policy text.")

    _amount_positive = models.Constraint(
        "CHECK(amount >= 0)", "An allowance cannot be negative."
    )

    @api.constrains("kind", "skill_level_id", "years", "education_id")
    def _check_threshold(self):
        labels = dict(self._fields["kind"]._description_selection(self.env))
        for rates in self.version_id.mapped("rate_ids").grouped("version_id").values():
            for kind, siblings in rates.grouped("kind").items():
                thresholds = [rate._threshold() for rate in siblings]
                if not all(thresholds) or len(set(thresholds)) < len(thresholds):
                    raise ValidationError(
                        self.env._(
                            "Each “%(kind)s” line needs its own threshold.",
                            kind=labels[kind],
                        )
                    )

    def _threshold(self):
        """Rank or years from which the amount is paid."""
        self.ensure_one()
        return {
            "skill": self.skill_level_id.rank,
            "seniority": self.years,
            "education": self.education_id.rank,
        }[self.kind]
