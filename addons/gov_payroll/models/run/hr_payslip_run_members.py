"""Who is paid by a run, and what of a person is frozen on the slip."""

from odoo import models

from ..slips import run_computation


class HrPayslipRun(models.Model):
    """Pay run with its members."""

    _inherit = "hr.payslip.run"

    def _gov_freeze(self):
        """Hook: documents that bind the month, kept with the run before its slips."""

    def _gov_members(self):
        """Hook: who is paid: {hr.employee: gov.appraisal, may be empty}."""
        self.ensure_one()
        # the person alone: with all their columns 20,000 sheets take seconds, and the
        # form of a run counts its people
        sheets = self.env["gov.appraisal"].search_fetch(
            [("round_id", "=", self._gov_round().id)], ["employee_id"]
        )
        return sheets.grouped("employee_id")

    def _gov_slip_vals(self, people):
        """Hook: {hr.employee: values of the slip} of members (see `slip_vals`)."""
        # theirs only: the county's, read for each part, would grow with its square
        appraisals = self.env["gov.appraisal"].search(
            [
                ("round_id", "=", self._gov_round().id),
                ("employee_id", "in", people.ids),
            ]
        )
        of_person = appraisals.grouped("employee_id")
        versions = self._gov_versions(people)
        return {
            person: run_computation.slip_vals(
                self,
                of_person.get(person, appraisals.browse()),
                person,
                versions[person.id],
            )
            for person in people
        }
