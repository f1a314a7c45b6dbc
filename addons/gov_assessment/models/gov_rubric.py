"""Assessment rubric (考核细则), a dated policy document."""

from odoo import fields, models


class GovRubric(models.Model):
    """A rule-set of the monthly appraisal; its versions hold the rules."""

    _name = "gov.rubric"
    _description = "Assessment Rubric"
    _order = "code"

    name = fields.Char(required=True)
    code = fields.Char(required=True, copy=False)
    active = fields.Boolean(default=True)
    department_id = fields.Many2one(
        "hr.department",
        string="County",
        domain=[("gov_level", "=", "county")],
        help="County in which the rubric applies; empty: wherever no other does (D43).",
    )
    version_ids = fields.One2many("gov.rubric.version", "rubric_id", string="Versions")

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")

    def _for_county(self, county):
        """The rubric of a county: its own, or the one for all."""
        rubrics = self.search([("department_id", "in", [county.id, False])])
        return rubrics.sorted(lambda rubric: not rubric.department_id)[:1]
