"""A dated version of the rules of mentoring."""

from odoo import fields, models


class GovMentoringPolicyVersion(models.Model):
    """One text of the rules; each figure says what it counts."""

    _name = "gov.mentoring.policy.version"
    _description = "Rules of Mentoring Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "policy_id"

    policy_id = fields.Many2one(
        "gov.mentoring.policy", required=True, ondelete="restrict", index=True
    )
    max_apprentices = fields.Integer(
        string="Apprentices of a Mentor",
        default=2,
        help="How many apprentices a mentor has at most at the same time.",
    )
    months_min = fields.Integer(string="Shortest Term (Months)", default=3)
    months_max = fields.Integer(string="Longest Term (Months)", default=12)
    service_months = fields.Integer(
        string="Service of a Mentor (Months)",
        default=12,
        help="How long a mentor has been in service when the term begins.",
    )
    mentor_duties = fields.Text(
        string="Duties of the Mentor", help="Printed in each new agreement."
    )
    apprentice_duties = fields.Text(
        string="Duties of the Apprentice", help="Printed in each new agreement."
    )

    _date_from_uniq = models.UniqueIndex(
        "(policy_id, date_from)", "A version with this start date already exists."
    )
    _figures = models.Constraint(
        "CHECK(max_apprentices > 0 AND months_min > 0 AND months_max >= months_min "
        "AND service_months >= 0)",
        "A mentor has at least one apprentice, and the longest term is not shorter "
        "than the shortest.",
    )

    def _filter_used(self):
        used = self.env["gov.mentorship"].sudo()  # sudo: whoever signed it
        return (
            used.search([("policy_version_id", "in", self.ids)]).policy_version_id
            & self
        )
