"""A result that a correction changes takes its notice along (申诉改判)."""

from odoo import models


class GovAppraisal(models.Model):
    """Result of a month; its notice follows the grade."""

    _inherit = "gov.appraisal"

    def write(self, vals):
        result = super().write(vals)
        if "grade" in vals or "grade_id" in vals:
            closed = self.filtered(lambda a: a.round_id.state == "locked")
            if closed:
                closed._follow_grade()
        return result

    def _follow_grade(self):
        """Withdraw the notices of people no longer graded 差, make those now due."""
        # sudo: the correction was approved; its consequence is no decision of its own
        notices = self.env["gov.criticism.notice"].sudo()
        obsolete = notices.search(
            [
                ("appraisal_id", "in", self.ids),
                ("appraisal_id.grade", "!=", "poor"),
                ("state", "!=", "withdrawn"),
            ]
        )
        if obsolete:
            reason = self.env._("The result of the month was corrected.")
            obsolete._withdraw(reason)
        for batch, results in self.grouped("round_id").items():
            if any(result.grade == "poor" for result in results):
                notices._generate_for(batch)

    def _prepare_notice_vals(self, letter):
        """Values of the notice of a person graded 差."""
        self.ensure_one()
        return {
            "cause": "month",
            "appraisal_id": self.id,
            "employee_id": self.employee_id.id,
            "day": self.round_id.date_to,
            "department_id": self.department_id.id,
            "scope": "public" if letter.is_public else "unit",
        }
