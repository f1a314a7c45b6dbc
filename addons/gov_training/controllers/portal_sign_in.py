"""扫码签到: what the code on the screen opens on the phone of the person."""

from odoo import http
from odoo.http import request

from odoo.addons.gov_window_staff.controllers.portal_own import OwnPortal


class SignInPortal(OwnPortal):
    """Signs in the person behind the login, and nobody else."""

    # A link, because the phone's camera opens links; passing it on is what the slots
    # of time are against, and whoever opens it can only sign in oneself.
    @http.route(
        "/my/training/sign/<int:code_id>/<string:sent>", auth="user", website=True
    )
    def portal_sign_in(self, code_id, sent, **_kw):
        """Sign in once; the token leaves the address bar at once."""
        person = self._own()
        # sudo: nobody has rights on codes; the token is the proof
        code = request.env["gov.training.sign.code"].sudo().browse(code_id).exists()
        if not person or not code:
            return self._refused("expired")
        outcome, problem = self._attempt(lambda: code._scan(person, sent))
        if outcome in ("signed", "already"):
            path = f"/my/training/{code.session_id.id}?done={outcome}"
            return request.redirect(path, code=303)
        return self._refused(outcome, problem)

    def _refused(self, outcome, problem=None):
        return self._page(
            "gov_training.portal_sign_refused",
            "gov_training",
            step="sign",
            outcome=outcome,
            problem=problem,
        )
