"""Between password and product: expired passwords, second factor, idle portal users."""

import logging
import time

from odoo import fields, models
from odoo.http import SessionExpiredException, request

STEP = "gov_account_done"  # of the session: (user, day) with nothing left to do
SEEN = "gov_seen"  # of the session: last request of a portal user
PAGE = "/my/account-security"
FILES = ("/web/content", "/web/image")  # public routes that show documents to a user


class AccountStepNeeded(SessionExpiredException):
    """The user is known, but has to set a password or a second factor first."""

    loglevel = logging.DEBUG


class IrHttp(models.AbstractModel):
    """Each request of a user passes here."""

    _inherit = "ir.http"

    @classmethod
    def _authenticate(cls, endpoint):
        super()._authenticate(endpoint)
        if request.session.uid is None or request.env.uid != request.session.uid:
            return
        path = request.httprequest.path
        guarded = endpoint.routing["auth"] in ("user", "bearer")
        if not guarded and not path.startswith(FILES):
            return
        cls._gov_end_idle_session()
        if path.startswith((PAGE, "/web/session/")):
            return
        if cls._gov_pending_step():
            raise AccountStepNeeded("This account needs a password or a second factor")

    @classmethod
    def _gov_pending_step(cls):
        """Asked once a day and session; the page asks again after each step."""
        today = fields.Date.to_string(fields.Date.today())
        done = [request.session.uid, today]
        if request.session.get(STEP) == done:
            return False
        step = request.env.user._gov_account_step(request.session.get("gov_warned"))
        if not step:
            request.session[STEP] = done
        return step

    @classmethod
    def _gov_end_idle_session(cls):
        """Portal pages keep no connection open, so the time of requests counts there.

        Staff have Odoo's screen lock (auth_timeout), which keeps a half-typed form.
        """
        user = request.env.user
        limit = request.env["gov.access.policy"]._idle_seconds()
        if not limit or not user.share:
            return
        now = int(time.time())
        seen = request.session.get(SEEN)
        if seen and now - seen > limit:
            request.session.logout(keep_db=True)
            raise SessionExpiredException("Idle for too long")
        if not seen or now - seen >= 60:
            request.session[SEEN] = now

    @classmethod
    def _handle_error(cls, exception):
        if (
            isinstance(exception, AccountStepNeeded)
            and request.dispatcher.routing_type == "http"
        ):
            return request.redirect_query(
                PAGE, {"redirect": request.httprequest.full_path}
            )
        return super()._handle_error(exception)
