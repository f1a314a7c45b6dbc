"""Assessment rubric (考核细则), a dated policy document."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError


class GovRubric(models.Model):
    """A rule-set of the monthly appraisal; its versions hold the rules.

    An archived rubric binds nobody: the shipped ones of other places are patterns.
    """

    _name = "gov.rubric"
    _description = "Assessment Rubric"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many("gov.rubric.version", "rubric_id", string="Versions")

    @api.constrains("active", "department_id")
    def _check_one_for_each_county(self):
        """One rule-set for each county and month (D43), and one for all the others."""
        for rubric in self.filtered("active"):
            other = self.search(
                [
                    ("id", "!=", rubric.id),
                    ("department_id", "=", rubric.department_id.id),
                ],
                limit=1,
            )
            if other:
                raise ValidationError(
                    self.env._(
                        "%(other)s applies there already. Choose a county for "
                        "%(name)s, or archive the other one first.",
                        other=f"{other.code} {other.name}",
                        name=rubric.name,
                    )
                )
