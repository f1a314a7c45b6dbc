"""Rewards that an approved joint penalty stops."""

from odoo import fields, models


class GovAppraisal(models.Model):
    """Says why a month's reward is not paid."""

    _inherit = "gov.appraisal"

    withheld_note = fields.Char(
        string="Reward Stopped By",
        compute="_compute_withheld_note",
        help="The approved decision by which this month's reward is not paid.",
    )

    def _compute_withheld_note(self):
        withheld = self._penalties()
        for appraisal in self:
            penalty = withheld.get(appraisal.id)
            appraisal.withheld_note = penalty and self.env._(
                "Decision of %(day)s: %(rule)s",
                day=fields.Date.to_string(penalty.approved_on),
                rule=penalty.rule_id.name,
            )

    def _withheld_ids(self):
        return super()._withheld_ids() | set(self._penalties())

    def _penalties(self):
        """{appraisal id: the approved gov.joint.penalty that stops its reward}."""
        if not self:
            return {}
        first = min(self.mapped("date_from"))
        # sudo: a person sees that and why the reward is stopped, not the decision
        penalties = (
            self.env["gov.joint.penalty"]
            .sudo()
            .search(
                [
                    ("state", "=", "approved"),
                    ("date_from", ">", fields.Date.subtract(first, months=12)),
                    ("date_from", "<=", max(self.mapped("date_from"))),
                ],
                order="approved_on desc, id desc",
            )
        )
        months = self.grouped(lambda appraisal: appraisal.employee_id.id)
        found = {}
        for penalty in penalties:
            for person, start, after in penalty._spans():
                for appraisal in months.get(person.id, ()):
                    if start <= appraisal.date_from < after:
                        found[appraisal.id] = penalty
        return found
