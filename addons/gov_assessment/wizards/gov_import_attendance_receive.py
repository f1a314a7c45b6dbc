"""Days that an attendance system hands in, by person and day."""

from odoo import models


class GovImportAttendanceDay(models.TransientModel):
    """The importer without a file; see `gov.attendance.day.gov_receive`."""

    _inherit = "gov.import.attendance.day"
    _receive_key = ("staff_no", "date")

    def _known(self, rows):
        days = self.env["gov.attendance.day"].search_fetch(
            [
                (
                    "employee_id.gov_staff_no",
                    "in",
                    [r.values["staff_no"] for r in rows],
                ),
                ("date", "in", list({row.values["date"] for row in rows})),
            ],
            ["employee_id", "date"],
        )
        return {f"{day.employee_id.gov_staff_no} {day.date}" for day in days}
