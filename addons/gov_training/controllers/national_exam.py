"""Download of the list for the organiser of a national exam."""

from odoo import http
from odoo.http import content_disposition, request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class NationalExamList(http.Controller):
    """Built when asked for and kept nowhere: it is full of ID numbers."""

    @http.route("/gov_training/national_exam/<int:exam_id>/list.xlsx", auth="user")
    def download(self, exam_id):
        """The rights of the user decide, in the model."""
        exam = request.env["gov.certification.exam"].browse(exam_id).exists()
        if not exam or not exam.has_access("write"):
            raise request.not_found()
        content = exam._list_workbook()
        return request.make_response(
            content,
            [
                ("Content-Type", XLSX),
                (
                    "Content-Disposition",
                    content_disposition(f"报名表-{exam.name}.xlsx"),
                ),
                ("Cache-Control", "no-store"),
            ],
        )
