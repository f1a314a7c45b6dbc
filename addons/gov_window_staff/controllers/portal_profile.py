"""我的档案: the own profile, personal numbers masked."""

from odoo import http
from odoo.http import request

from .portal_own import OwnPortal
from .uploads import as_file


class ProfilePortal(OwnPortal):
    """One page to read; changes go through requests (portal_correction)."""

    @http.route("/my/profile", auth="user", website=True, readonly=True)
    def portal_my_profile(self, **_kw):
        """Facts, countdowns, and what is missing."""
        person = self._own()
        return self._page(
            "gov_window_staff.portal_my_profile",
            "gov_profile",
            sections=person._gov_portal_sections() if person else [],
            notices=person._gov_portal_notices() if person else [],
        )

    @http.route("/my/profile/photo", auth="user", readonly=True)
    def portal_my_photo(self, **_kw):
        """The own photo."""
        person = self._own()
        if not person:
            raise request.not_found()
        # sudo: the own person
        stream = (
            request.env["ir.binary"].sudo()._get_image_stream_from(person, "avatar_256")
        )
        return as_file(stream.get_response())  # drawn initials are an svg
