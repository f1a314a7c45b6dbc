"""Files of the finance pack; the model decides who may have them and keeps record."""

from odoo import http
from odoo.http import content_disposition, request


class PayFile(http.Controller):
    """Hands out one file or the whole pack."""

    @http.route("/gov/pay/file/<int:file_id>", type="http", auth="user")
    def pay_file(self, file_id):
        """One file of a finance pack."""
        file = request.env["gov.pay.export.file"].browse(file_id).exists()
        if not file or not file.has_access("read"):
            raise request.not_found()
        return self._send_pay_file(*file.export_id.gov_file(file))

    @http.route("/gov/pay/pack/<int:export_id>", type="http", auth="user")
    def pay_pack(self, export_id):
        """All files of a finance pack as a zip."""
        export = request.env["gov.pay.export"].browse(export_id).exists()
        if not export or not export.has_access("read"):
            raise request.not_found()
        return self._send_pay_file(*export.gov_zip())

    def _send_pay_file(self, name, content):
        headers = [
            ("Content-Type", "application/octet-stream"),
            ("Content-Length", len(content)),
            ("Content-Disposition", content_disposition(name)),
            ("Cache-Control", "no-store"),
        ]
        return request.make_response(content, headers)
