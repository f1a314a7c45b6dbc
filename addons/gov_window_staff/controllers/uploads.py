"""Files that come in by a route of their own, and how files go out.

A refused upload is a sentence for the person instead of “something horrible”; a file
that a browser would run is handed out for saving, never shown in a page of ours.
"""

from odoo import http
from odoo.http import request

from odoo.addons.mail.controllers.attachment import AttachmentController
from odoo.addons.web.controllers.binary import Binary

from ..exceptions import UploadRefused

# everything else is saved: svg, html and xml above all
SHOWN = {
    "application/pdf",
    "text/plain",
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "image/bmp",
    "image/x-icon",
    "image/vnd.microsoft.icon",
}


def _refusal(files):
    """The first sentence against one of the files of a request, or None."""
    for file in files:
        content = file.read()
        file.seek(0)
        try:
            request.env["ir.attachment"]._gov_judge(file.filename or "", content)
        except UploadRefused as error:
            return str(error)
    return None


def as_file(response):
    """Let the browser save what it would run."""
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    kind = response.mimetype or ""
    if kind in SHOWN or kind.startswith(("audio/", "video/")):
        return response
    place = response.headers.get("Content-Disposition", "")
    if not place.startswith("attachment"):
        _inline, _mark, name = place.partition(";")
        response.headers["Content-Disposition"] = (
            f"attachment;{name}" if name else "attachment"
        )
    return response


class BinaryFiles(Binary):
    """Odoo logs a refusal as an error and hides its words."""

    @http.route()
    def upload_attachment(self, model, id, ufile, callback=None):  # pylint: disable=redefined-builtin
        problem = _refusal(request.httprequest.files.getlist("ufile"))
        if problem:
            return request.make_json_response([{"error": problem}])
        return super().upload_attachment(model, id, ufile, callback=callback)

    @http.route()
    def content_common(self, *args, **kwargs):
        return as_file(super().content_common(*args, **kwargs))

    @http.route()
    def content_image(self, *args, **kwargs):
        return as_file(super().content_image(*args, **kwargs))


class ThreadFiles(AttachmentController):
    """Files that are dropped into a chatter."""

    @http.route()
    def mail_attachment_upload(self, ufile, thread_id, thread_model, **kwargs):
        problem = request.session.uid and _refusal([ufile])
        if problem:
            return request.make_json_response({"error": problem})
        return super().mail_attachment_upload(ufile, thread_id, thread_model, **kwargs)
