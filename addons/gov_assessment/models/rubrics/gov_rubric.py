"""Assessment rubric (考核细则), a dated policy document."""

from odoo import fields, models


class GovRubric(models.Model):
    """A rule-set of the monthly appraisal; its versions hold the rules."""

    _name = "gov.rubric"
    _description = "Assessment Rubric"
    _inherit = ["gov.policy.county.mixin"]

    version_ids = fields.One2many("gov.rubric.version", "rubric_id", string="Versions")
