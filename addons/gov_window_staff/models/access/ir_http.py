"""Between password and product: expired passwords, second factor, idle portal users."""

import logging
import re
import time

from werkzeug.exceptions import Unauthorized

from odoo import fields, models
from odoo.http import SessionExpiredException, request

from ...tools import caller, wire_context

STEP = "gov_account_done"  # of the session: (user, day) with nothing left to do
SEEN = "gov_seen"  # of the session: last request of a portal user
PAGE = "/my/account-security"
BEARER = re.compile(r"bearer\s+(.+)", re.IGNORECASE)
# no user is asked for there, but these show the product and documents to one
OPEN_PAGES = re.compile(r"/(odoo|scoped_app)(/|$)|/web$|/web/(content|image)(/|$)")


class AccountStepNeeded(SessionExpiredException):
    """The user is known, but has to set a password or a second factor first."""

    loglevel = logging.DEBUG


class IrHttp(models.AbstractModel):
    """Each request of a user passes here."""

    _inherit = "ir.http"

    @classmethod
    def _authenticate(cls, endpoint):
        super()._authenticate(endpoint)
        path = request.httprequest.path
        if request.session.uid is None or not cls._gov_is_guarded(endpoint, path):
            return
        # pages of the web client authenticate nobody, they only look at the session
        user = request.env(user=request.session.uid).user
        cls._gov_end_idle_session(user)
        if path.startswith((PAGE, "/web/session/")):
            return
        if cls._gov_pending_step(user):
            raise AccountStepNeeded("This account needs a password or a second factor")

    @classmethod
    def _auth_method_bearer(cls):
        try:
            return super()._auth_method_bearer()
        except Unauthorized:
            key = BEARER.match(request.httprequest.headers.get("Authorization") or "")
            if key:
                # sudo: nobody is identified; the log is written by the system only
                events = request.env["gov.access.event"].sudo()
                events._refuse_key(key[1], request.httprequest.remote_addr)
            raise

    @classmethod
    def _dispatch(cls, endpoint):
        request.params = wire_context.clean_params(request.params)
        with caller.known(request.httprequest.remote_addr):
            return super()._dispatch(endpoint)

    @classmethod
    def _gov_is_guarded(cls, endpoint, path):
        if endpoint.routing["auth"] == "bearer":
            return request.env.uid == request.session.uid  # no key, the browser's user
        return endpoint.routing["auth"] == "user" or bool(OPEN_PAGES.match(path))

    @classmethod
    def _gov_pending_step(cls, user):
        """Asked once a day and session; the page asks again after each step."""
        today = fields.Date.to_string(fields.Date.today())
        done = [user.id, today]
        if request.session.get(STEP) == done:
            return False
        step = user._gov_account_step(request.session.get("gov_warned"))
        if not step:
            request.session[STEP] = done
        return step

    @classmethod
    def _gov_end_idle_session(cls, user):
        """Portal pages keep no connection open, so the time of requests counts there.

        Staff have Odoo's screen lock (auth_timeout), which keeps a half-typed form.
        """
        limit = request.env["gov.access.policy"]._idle_seconds()
        if not limit or not user.share:
            return
        now = int(time.time())
        seen = request.session.get(SEEN)
        if seen and now - seen > limit:
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

    @classmethod
    def _post_dispatch(cls, response):
        result = super()._post_dispatch(response)
        # a browser believes the type of a file and guesses none from its content
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        return result
