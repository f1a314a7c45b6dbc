"""Every form of self-service takes damaged values without an error page."""

import re

from hypothesis import strategies as st

from odoo.http import Request
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.tests.common_portal import PORTAL

from . import common_fuzz as fuzz
from .test_fuzz_imports import CASES, FuzzCommon

NAMES = (
    "level_id", "number", "issuer", "issue_date", "value", "reason", "line", "answer",
    "read", "date", "text", "topic_id", "session_id", "page", "verb", "score",
)  # fmt: skip
FILES = {
    "svg.pdf": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "html.png": b"<html><script>alert(1)</script>",
    "program.jpg": b"MZ\x90\x00",
    "empty.pdf": b"",
    "../../x.pdf": b"%PDF-1.4\n%%EOF",
    "\u202efdp.exe": b"%PDF-1.4\n%%EOF",
}
PLACE = re.compile(r"<([^>]*)>")


@tagged("post_install", "-at_install", "gov_fuzz")
class TestFuzzForms(HttpCase, FuzzCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.login = cls.new_user("own", PORTAL, lang="zh_CN", tz="Asia/Shanghai")
        cls.staff[0].user_id = cls.login

    def addresses(self):
        """Of the pages of self-service that our addons have, from the routes."""
        found = set()
        for rule in self.env["ir.http"].routing_map().iter_rules():
            module = rule.endpoint.func.__module__
            methods = rule.methods or {"GET", "POST"}
            if ".gov_" in module and rule.rule.startswith("/my"):
                found |= {(rule.rule, "POST" in methods)}
        return sorted(found)

    def test_forms_and_addresses(self):
        addresses = self.addresses()
        self.assertGreater(len(addresses), 40)
        self.authenticate(self.login.login, self.login.login)
        self.url_open("/my")
        token = Request.csrf_token(self)
        ids = st.sampled_from(["0", "1", "999999999", "99999999999999999999", "x"])
        cells = fuzz.CELLS.map(str).filter(lambda text: len(text) < 6000)
        cases = st.tuples(
            st.sampled_from(addresses),
            ids,
            st.dictionaries(st.sampled_from(NAMES), cells | ids, max_size=6),
            st.sampled_from(sorted(FILES)) | st.none(),
        )
        self.examples(cases, lambda case: self.send(token, *case), CASES // 10)

    def send(self, token, address, number, form, file):
        path = PLACE.sub(number, address[0])
        with self.subTest(path=path), mute_logger("odoo.http"):
            if not address[1]:
                answer = self.url_open(path, allow_redirects=False)
            else:
                sent = (file, FILES[file], "application/pdf") if file else None
                answer = self.url_open(
                    path,
                    data={**form, "csrf_token": token},
                    files=sent and {"scan": sent, "evidence": sent, "file": sent},
                    allow_redirects=False,
                )
            if answer.status_code >= 500:
                raise AssertionError(f"{answer.status_code} at {path} with {form}")
            self.assertNotIn("Traceback", answer.text[:100_000])
            if "image/svg" in answer.headers.get("Content-Type", ""):
                place = answer.headers["Content-Disposition"]
                self.assertTrue(place.startswith("attachment"))
