"""扫码签到: what the code on the screen opens on the phone of the person."""

from contextlib import contextmanager

from odoo import fields, http
from odoo.http import request

from odoo.addons.gov_window_staff.controllers.portal_own import OwnPortal

LOCK = "gov_training.sign_in"


class SignInPortal(OwnPortal):
    """Signs in the person behind the login, and nobody else."""

    # A link, because the phone's camera opens links; passing it on is what the slots
    # of time are against, and whoever opens it can only sign in oneself.
    @http.route(
        "/my/training/sign/<int:code_id>/<string:sent>", auth="user", website=True
    )
    def portal_sign_in(self, code_id, sent, **_kw):
        """Sign in once; the token leaves the address bar at once."""
        arrived = fields.Datetime.now()
        # sudo: nobody has rights on codes; the token is the proof
        code = request.env["gov.training.sign.code"].sudo().browse(code_id).exists()
        if not code or not self._own():
            return self._refused("expired")
        session_id = code.session_id.id
        with self._in_turn(session_id):
            outcome, problem = self._attempt(
                lambda: code._scan(self._own(), sent, arrived)
            )
        if outcome in ("signed", "already"):
            path = f"/my/training/{session_id}?done={outcome}"
            return request.redirect(path, code=303)
        return self._refused(outcome, problem)

    @contextmanager
    def _in_turn(self, session_id):
        """Sign people of a session in one after another.

        A whole room scans within seconds, and each sign-in changes the head counts of
        the session: side by side all but one would fail and be tried again seconds
        later. The lock outlives the transaction, so that each of them waits first and
        looks at the data afterwards.
        """
        cr, key = request.env.cr, (LOCK, session_id)
        cr.execute("SELECT pg_advisory_lock(hashtext(%s), %s)", key)
        try:
            cr.rollback()  # nothing is written yet; what is read now is up to date
            yield
            # must be on record before the next in line looks
            cr.commit()  # pylint: disable=invalid-commit
        finally:
            cr.rollback()
            cr.execute("SELECT pg_advisory_unlock(hashtext(%s), %s)", key)

    def _refused(self, outcome, problem=None):
        return self._page(
            "gov_training.portal_sign_refused",
            "gov_training",
            step="sign",
            outcome=outcome,
            problem=problem,
        )
