"""A paper of something that is not there: a clear 404 for every report (打印)."""

import json

from odoo import http
from odoo.http import request

from odoo.addons.web.controllers.report import ReportController

CONVERTERS = ("html", "pdf", "text")
LARGEST = 2**31 - 1  # an id beyond it is none, and an error to the database


class PaperController(ReportController):
    """Templates count on documents that exist; who may see them is asked afterwards."""

    @http.route()
    def report_routes(self, reportname, docids=None, converter=None, **data):
        """Answer 404 before anything is rendered of nothing."""
        if converter in CONVERTERS and not self._paper_exists(reportname, docids, data):
            raise request.not_found(
                request.env._(
                    "There is nothing to print: the document does not exist any more, "
                    "or the address is wrong. Go back to the list and reload it."
                )
            )
        return super().report_routes(
            reportname, docids=docids, converter=converter, **data
        )

    def _paper_exists(self, reportname, docids, data):
        # sudo: only asks for the model of the report, which everybody may print with
        report = request.env["ir.actions.report"].sudo()
        report = report._get_report_from_name(reportname)
        if not report or report.model not in request.env:
            return bool(report)
        ids = docids.split(",") if docids else self._paper_ids(data)
        if ids is None and not report.report_name.startswith("gov_"):
            return True  # reports of Odoo that take no documents
        ids = [text for text in ids or () if text.isdecimal()]
        ids = {int(text) for text in ids if int(text) <= LARGEST}
        records = request.env[report.model].browse(ids)
        return bool(records) and records.exists() == records

    def _paper_ids(self, data):
        """What a window asks for in its options, as text; None when it does not."""
        try:
            ids = json.loads(data.get("options") or "{}").get("ids")
        except (ValueError, AttributeError):
            return []
        return None if ids is None else [str(number) for number in ids]
