"""What staff note about a visit (双向测评, A77): optional, by the case number alone."""

from odoo import api, fields, models
from odoo.exceptions import UserError

RATINGS = [
    ("5", "Very Cooperative"),
    ("4", "Cooperative"),
    ("3", "Ordinary"),
    ("2", "Not Cooperative"),
    ("1", "Abusive"),
]


class GovVisitorNote(models.Model):
    """Seen by the county office only; it names no visitor and changes no score."""

    _name = "gov.visitor.note"
    _description = "Rating of a Visit by Staff"
    _order = "date desc, id desc"
    _rec_name = "case_number"

    case_number = fields.Char(string="Service Case No.", required=True, index=True)
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
    )
    date = fields.Date(
        required=True, default=lambda self: self.env["gov.service.review"]._today()
    )
    rating = fields.Selection(RATINGS, required=True)
    note = fields.Text(help="What happened; no name and no number of the visitor.")
    review_ids = fields.Many2many(
        "gov.service.review",
        string="Reviews of the Case",
        compute="_compute_review_ids",
        help="What the visitor gave for the same case.",
    )

    _case_uniq = models.Constraint(
        "UNIQUE(case_number, employee_id)", "This visit is noted already."
    )

    @api.depends("case_number")
    def _compute_review_ids(self):
        reviews = self.env["gov.service.review"].search(
            [("case_number", "in", self.mapped("case_number"))]
        )
        by_case = reviews.grouped("case_number")
        for note in self:
            note.review_ids = by_case.get(note.case_number, reviews.browse())

    @api.constrains("date", "employee_id")
    def _check_allowed(self):
        """The text of the county has to allow it."""
        policy = self.env["gov.review.policy"]
        for note in self:
            county = note.sudo().employee_id.department_id.gov_county_id.sudo(False)
            version = policy._versions_for(county, note.date)[county]
            if not version.has_visitor_reviews:
                raise UserError(
                    self.env._(
                        "The rules for citizen reviews do not let staff rate visitors. "
                        "Put a version with that in force first."
                    )
                )
