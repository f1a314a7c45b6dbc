"""Uploads by the routes of the web client, and how files are handed out."""

import base64
import json

from odoo.http import Request
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common import HR_OFFICER, WindowStaffCommon
from .common_upload import PAGE, PDF, PROGRAM, SVG, picture

ACTIVE = {"a.html": PAGE, "a.svg": SVG, "a.xml": b'<?xml version="1.0"?><a/>'}


@tagged("post_install", "-at_install")
class TestUploadRoutes(HttpCase, WindowStaffCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.officer = cls.new_user("uploads", HR_OFFICER, lang="zh_CN")
        cls.person = cls.new_person("甲")

    def setUp(self):
        super().setUp()
        self.authenticate(self.officer.login, self.officer.login)
        self.last = self.newest()

    def newest(self):
        files = self.env["ir.attachment"].search(
            [("res_field", "=", False)], order="id desc", limit=1
        )
        return files.id

    def send(self, path, name, content, **form):
        self.url_open("/odoo")
        form["csrf_token"] = Request.csrf_token(self)
        return self.url_open(path, data=form, files={"ufile": (name, content)})

    def test_refusal_in_the_web_client_is_a_sentence(self):
        place = {"model": "hr.employee", "id": self.person.id}
        for name, content in (("a.pdf", PROGRAM), ("a.svg", SVG), ("<b>.exe", b"MZ")):
            with self.subTest(name=name):
                answer = self.send(
                    "/web/binary/upload_attachment", name, content, **place
                )
                self.assertIn("没有接收", answer.json()[0]["error"])
                self.assertEqual(
                    answer.headers["Content-Type"].split(";")[0], "application/json"
                )
        self.assertEqual(self.newest(), self.last)

        answer = self.send("/web/binary/upload_attachment", "a.pdf", PDF, **place)
        self.assertEqual(json.loads(answer.text)[0]["mimetype"], "application/pdf")

    def test_refusal_in_the_chatter_is_a_sentence(self):
        place = {"thread_model": "hr.employee", "thread_id": self.person.id}
        answer = self.send("/mail/attachment/upload", "a.pdf", PAGE, **place)
        self.assertIn("没有接收", answer.json()["error"])
        self.assertEqual(self.newest(), self.last)

        answer = self.send("/mail/attachment/upload", "a.png", picture(), **place)
        self.assertTrue(answer.json()["data"]["attachment_id"])

    def test_refusal_of_a_call_is_a_sentence(self):
        page = {"name": "a.pdf", "datas": base64.b64encode(PAGE).decode()}
        params = {"model": "ir.attachment", "method": "create", "args": [page]}
        params["kwargs"] = {"context": {"lang": "zh_CN"}}
        with mute_logger("odoo.http"):
            answer = self.url_open("/web/dataset/call_kw", json={"params": params})
        self.assertIn("没有接收", answer.json()["error"]["data"]["message"])
        self.assertEqual(self.newest(), self.last)

    def test_files_that_a_browser_would_run_are_saved(self):
        for name, content in ACTIVE.items():
            # by a program: people cannot upload them
            file = self.env["ir.attachment"].create(
                {
                    "name": name,
                    "raw": content,
                    "res_model": "hr.employee",
                    "res_id": self.person.id,
                }
            )
            for path in (
                f"/web/content/{file.id}",
                f"/web/content/{file.id}/a.pdf",
                f"/web/content/ir.attachment/{file.id}/raw",
                f"/web/content/{file.id}?download=0&mimetype=image/svg%2Bxml",
                f"/web/image/{file.id}",
            ):
                with self.subTest(path=path, name=name):
                    self.assert_saved(self.url_open(path))

    def test_type_that_the_address_asks_for_does_not_run(self):
        file = self.env["ir.attachment"].create(
            {
                "name": "a.txt",
                "raw": b"words",
                "res_model": "hr.employee",
                "res_id": self.person.id,
            }
        )
        for kind in ("text/html", "image/svg%2Bxml", "application/javascript", "x"):
            with self.subTest(kind=kind):
                self.assert_saved(
                    self.url_open(f"/web/content/{file.id}?mimetype={kind}")
                )

    def assert_saved(self, answer):
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
        self.assertTrue(answer.headers["Content-Disposition"].startswith("attachment"))

    def test_pictures_and_papers_are_shown(self):
        for name, content in (("a.pdf", PDF), ("a.png", picture())):
            file = self.env["ir.attachment"].create(
                {
                    "name": name,
                    "raw": content,
                    "res_model": "hr.employee",
                    "res_id": self.person.id,
                }
            )
            answer = self.url_open(f"/web/content/{file.id}")
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
            self.assertTrue(answer.headers["Content-Disposition"].startswith("inline"))
