"""Builders for the tests of self-service: two people with a portal login each."""

from datetime import timedelta

from odoo import fields
from odoo.http import Request

from .common import MODULE
from .common_certificate import PDF

PORTAL = "base.group_portal"


class PortalMixin:
    """`zhang` and `li` of the town with their logins; mix into a WindowStaffCommon."""

    @classmethod
    def set_up_people(cls):
        """Call it at the end of setUpClass."""
        vals = {"lang": "zh_CN", "tz": "Asia/Shanghai"}
        cls.zhang_user = cls.new_user("zhang", PORTAL, name="张三", **vals)
        cls.li_user = cls.new_user("li", PORTAL, name="李四", **vals)
        cls.zhang = cls.new_person(
            name="张三", user_id=cls.zhang_user.id, private_phone="13800000001"
        )
        cls.li = cls.new_person(name="李四", user_id=cls.li_user.id)

    @classmethod
    def entry(cls, name):
        """What may be corrected, by the end of its external id, such as `phone`."""
        return cls.env.ref(f"{MODULE}.correction_{name}")

    @classmethod
    def ask(cls, person=None, field="phone", value="13900000002", **vals):
        """A request of a person, as the portal sends it."""
        return cls.env["gov.profile.correction"]._submit_from_portal(
            person or cls.zhang,
            cls.entry(field),
            {"value": value, "reason": "已更换", **vals},
        )

    @classmethod
    def new_document(cls, name="窗口纪律", publish=True, **vals):
        """A rule document, published for everybody unless told otherwise."""
        document = cls.env["gov.rule.document"].create(
            {"name": name, "body": "<p>按时到岗。</p>", **vals}
        )
        if publish:
            document.action_publish()
        return document

    @classmethod
    def new_consultation(cls, days=7, **vals):
        """A draft that is out for opinions for some days from today."""
        deadline = fields.Date.today() + timedelta(days=days)
        return cls.new_document(
            "征求意见稿", kind="consultation", deadline=deadline, **vals
        )

    @classmethod
    def line(cls, document, person=None):
        """What a person was asked with a document."""
        person = person or cls.zhang
        return document.line_ids.filtered(lambda line: line.employee_id == person)

    # -- pages -------------------------------------------------------------------

    def open(self, path, user=None):
        """A page as the person behind a login sees it, in Chinese."""
        user = user or self.zhang_user
        self.authenticate(user.login, user.login)
        self.opener.cookies["frontend_lang"] = "zh_CN"
        return self.url_open(path)

    def post(self, path, user=None, files=None, **form):
        """Send a form with its token."""
        self.open("/my", user)
        token = Request.csrf_token(self)
        return self.url_open(path, data={"csrf_token": token, **form}, files=files)

    def pdf(self, name="scan"):
        """A PDF as a file of the form."""
        return {name: ("扫描件.pdf", PDF, "application/pdf")}

    def assert_back_to(self, response, path):
        """The address was not for this person: the own list, and no error page."""
        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.url.split("?")[0].endswith(path), response.url)
