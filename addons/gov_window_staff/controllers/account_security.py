"""The page between login and product: new password, second factor (账号安全)."""

import base64
import io
import os
import re

import qrcode
import werkzeug.urls

from odoo import http
from odoo.exceptions import AccessDenied, UserError
from odoo.http import request

from odoo.addons.auth_totp.models.totp import (
    ALGORITHM,
    DIGITS,
    TIMESTEP,
    TOTP_SECRET_SIZE,
)

from ..models.access.ir_http import PAGE, STEP

SECRET = "gov_totp_secret"  # of the session, until the first code has been right


class AccountSecurity(http.Controller):
    """One step at a time; afterwards on to where the user wanted to go."""

    @http.route(PAGE, type="http", auth="user", methods=["GET", "POST"], sitemap=False)
    def account_security(self, redirect="", **form):
        """Show the pending step, or take its form."""
        error = None
        if request.httprequest.method == "POST":
            error = self._account_take(form)
        step = request.env.user._gov_account_step(request.session.get("gov_warned"))
        if not step:
            request.session.pop(SECRET, None)
            return request.redirect(self._account_next(redirect))
        request.session.pop(STEP, None)
        values = {
            "step": step,
            "error": error,
            "redirect": redirect,
            "days": request.env.user._gov_password_days_left(),
            "policy": request.env["gov.access.policy"]._current(),
        }
        if step == "second_factor":
            values |= self._account_secret()
        return request.render("gov_window_staff.account_security", values)

    def _account_take(self, form):
        """Carry out the step of a form; the complaint when it cannot be done."""
        try:
            if form.get("step") == "later":
                request.session["gov_warned"] = True
            elif form.get("step") == "password":
                self._account_password(form)
            elif form.get("step") == "second_factor":
                return self._account_code(form.get("code", ""))
        except AccessDenied:
            return request.env._("The current password is wrong.")
        except UserError as error:
            return str(error)
        return None

    def _account_password(self, form):
        new = form.get("new_password", "")
        if new != form.get("again", ""):
            raise UserError(request.env._("The two new passwords differ."))
        if new == form.get("password"):
            raise UserError(request.env._("The new password is the old one."))
        request.env.user.change_password(form.get("password", ""), new)
        request.env.flush_all()
        # the session's token is made of the password: without a new one it would end
        request.session.session_token = request.env.user._compute_session_token(
            request.session.sid
        )

    def _account_code(self, code):
        code = re.sub(r"\s", "", code)
        secret = request.session.get(SECRET)
        if secret and re.fullmatch(r"[0-9]{6}", code):
            if request.env.user._totp_try_setting(secret, int(code)):
                return None
        return request.env._(
            "The code is wrong. Compare the clock of the phone and type the latest one."
        )

    def _account_secret(self):
        secret = request.session.get(SECRET)
        if not secret:
            secret = base64.b32encode(os.urandom(TOTP_SECRET_SIZE // 8)).decode()
            request.session[SECRET] = secret
        issuer = request.httprequest.host.split(":", 1)[0]
        label = werkzeug.urls.url_quote(f"{issuer}:{request.env.user.login}", safe=":")
        query = werkzeug.urls.url_encode(
            {
                "secret": secret,
                "issuer": issuer,
                "algorithm": ALGORITHM.upper(),
                "digits": DIGITS,
                "period": TIMESTEP,
            }
        )
        image = io.BytesIO()
        url = f"otpauth://totp/{label}?{query}"
        qrcode.make(url.encode(), box_size=4).save(image, format="PNG")
        return {
            "secret": " ".join(re.findall(".{1,4}", secret)),
            "picture": base64.b64encode(image.getvalue()).decode(),
        }

    def _account_next(self, redirect):
        # only into this site: "//host" and "\\host" are other sites to a browser
        if re.match(r"/(?![/\\])", redirect or ""):
            return redirect
        return "/my" if request.env.user.share else "/odoo"
