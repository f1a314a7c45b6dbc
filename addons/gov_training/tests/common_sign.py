"""Builders for signing in by code and for the pages of training."""

from datetime import timedelta

from odoo import fields
from odoo.http import Request
from odoo.tests import new_test_user

from ..rules.sign_in import slot_of, token


class SignMixin:
    """Mixin beside `TrainingCommon`: people with a portal login, codes, scans."""

    @classmethod
    def give_login(cls, person, **vals):
        """A portal account behind a person; the password is the login."""
        vals = {"name": person.name, "lang": "zh_CN", "tz": "Asia/Shanghai", **vals}
        login = f"login_{person.gov_staff_no}"
        user = new_test_user(cls.env, login, "base.group_portal", **vals)
        person.user_id = user
        return user

    @classmethod
    def held_now(cls, people, **vals):
        """A session that has begun half an hour ago."""
        start = fields.Datetime.now() - timedelta(minutes=30)
        return cls.new_session("ongoing", people, start=start, **vals)

    @classmethod
    def coming(cls, people=None, days=5, **vals):
        """A session that people may enroll in, some days ahead."""
        start = fields.Datetime.now() + timedelta(days=days)
        return cls.new_session("planned", people, start=start, **vals)

    @classmethod
    def code_of(cls, session, date=None):
        """The sign-in code with full rights, as the pages have it."""
        codes = cls.env["gov.training.sign.code"]
        return codes._of(session, date or session.date_ids.browse()).sudo()

    @staticmethod
    def token_of(code, moment=None, slots_ago=0):
        """What the screen showed at a moment."""
        slot = slot_of(moment or fields.Datetime.now()) - slots_ago
        return token(code.secret, code._subject(), slot)

    # -- pages -------------------------------------------------------------------

    def open(self, path, user):
        """A page as the person behind a login sees it, in Chinese."""
        self.authenticate(user.login, user.login)
        self.opener.cookies["frontend_lang"] = "zh_CN"
        return self.url_open(path)

    def post(self, path, user, **form):
        """Send a form with its token."""
        self.open("/my", user)
        form = {"csrf_token": Request.csrf_token(self), **form}
        return self.url_open(path, data=form)

    def scan(self, code, user, sent=None):
        """Open what the code on the screen stands for."""
        sent = sent or self.token_of(code)
        return self.open(f"/my/training/sign/{code.id}/{sent}", user)

    def assert_back_to(self, response, path):
        """The address was not for this person: the own list, and no error page."""
        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.url.split("?")[0].endswith(path), response.url)
