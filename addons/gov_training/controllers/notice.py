"""Public pages of the notices of paused windows (窗口暂停办理公告)."""

from odoo import fields, http
from odoo.http import request


class PauseNotice(http.Controller):
    """Anybody may read a published notice: it hangs at the entrance anyway."""

    @http.route(
        "/training/notices", type="http", auth="public", website=True, readonly=True
    )
    def notices(self):
        """Notices that count now or later."""
        domain = [("date_end", ">", fields.Datetime.now())]
        values = {"pauses": self._published(domain), "pause": None}
        return request.render("gov_training.pause_notice_page", values)

    @http.route(
        "/training/notice/<int:pause_id>",
        type="http",
        auth="public",
        website=True,
        readonly=True,
    )
    def notice(self, pause_id):
        """One notice; a draft or a withdrawn one does not exist for the public."""
        pause = self._published([("id", "=", pause_id)])
        if not pause:
            raise request.not_found()
        return request.render("gov_training.pause_notice_page", {"pause": pause})

    def _published(self, domain):
        # sudo: visitors have no account; published notices are for them
        return (
            request.env["gov.training.pause"]
            .sudo()
            .search([*domain, ("state", "=", "published")], order="date_start, id")
        )
