"""An entry of somebody who was here before links the new file to the former one."""

from odoo import models


class GovStaffMovement(models.Model):
    """Entry that finds the former file by the ID number."""

    _inherit = "gov.staff.movement"

    def _candidate_values(self):
        values = super()._candidate_values()
        return {**values, "gov_former_id": self._former_file().id}

    def _former_file(self):
        """The latest file with this ID number, left before the entry."""
        number = self.candidate_identification
        people = self.env["hr.employee"].with_context(active_test=False)
        if not number:
            return people.browse()
        return people.search(
            [
                ("identification_id", "=", number),
                ("gov_leave_date", "<", self.effective_date),
            ],
            order="gov_leave_date desc",
            limit=1,
        )
