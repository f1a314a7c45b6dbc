"""Full-screen page with the rotating sign-in code, for the screen of the room."""

from odoo import fields, http
from odoo.http import request


class SignScreen(http.Controller):
    """For officers who run the session; the address alone opens nothing."""

    @http.route(
        "/training/sign-screen/<int:code_id>", type="http", auth="user", readonly=True
    )
    def sign_screen(self, code_id):
        """The page; it asks for the code by itself."""
        code = self._code(code_id)
        if not code:
            raise request.not_found()
        session, date = code.session_id, code.date_id
        start, end = (date or session).date_start, (date or session).date_end
        return request.render(
            "gov_training.sign_screen",
            {
                "code": code,
                "session": session,
                "when": session._time_text(start, end),
                "place": date.place or session.place,
            },
        )

    @http.route(
        "/training/sign-screen/<int:code_id>/now",
        type="jsonrpc",
        auth="user",
        readonly=True,
    )
    def sign_screen_now(self, code_id):
        """The code of this moment and how many have signed in."""
        code = self._code(code_id)
        if not code:
            return {"is_open": False}
        return code._screen_values(fields.Datetime.now())

    def _code(self, code_id):
        """The code with full rights, empty unless the user runs its session."""
        # sudo: nobody has rights on codes; the right on the session is asked below
        code = request.env["gov.training.sign.code"].sudo().browse(code_id).exists()
        session = code.session_id.with_env(request.env)
        return code if session and session.has_access("write") else code.browse()
