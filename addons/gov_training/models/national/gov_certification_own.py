"""The own registration for a national exam (本人报名)."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovCertificationRegistration(models.Model):
    """Called with full rights after the test of ownership."""

    _inherit = "gov.certification.registration"

    @api.model
    def _own_exams(self, person):
        """[(exam, own registration or none)], open exams and those taken part in."""
        own = self.search(
            [("employee_id", "=", person.id), ("state", "!=", "withdrawn")]
        )
        today = fields.Date.context_today(self)
        exams = self.env["gov.certification.exam"].search(
            [("state", "=", "open"), ("date_close", ">=", today)]
        )
        by_exam = {line.exam_id: line for line in own}
        return [
            (exam, by_exam.get(exam, self.browse()))
            for exam in (exams | own.exam_id).sorted("date", reverse=True)
        ]

    @api.model
    def _register_own(self, exam_id, person):
        """The person registers for the next level; conditions are kept as found."""
        exam = self.env["gov.certification.exam"].browse(exam_id).exists()
        if not exam:
            raise UserError(self.env._("This exam does not exist any more."))
        return self._enter(exam, person, origin="portal")

    def _withdraw_own(self):
        """Only while the list has not been handed in."""
        self.ensure_one()
        self._expect("registered")
        self._unprotected().write({"state": "withdrawn"})
