"""What a refusal of payroll looks like in the browser."""

from odoo.http import serialize_exception
from odoo.tests import BaseCase

from ..exceptions import NotReady, OwnWork, UnknownPayElement


class TestExceptions(BaseCase):
    def test_web_client_shows_the_message_of_each_refusal(self):
        # it has dialogs for Odoo's own classes only and hides the words of all others
        for refusal in (NotReady, OwnWork, UnknownPayElement):
            with self.subTest(refusal=refusal.__name__):
                sent = serialize_exception(refusal("words"))
                shown_as = sent["context"].get("exception_class", sent["name"])
                self.assertIn(
                    shown_as,
                    ("odoo.exceptions.UserError", "odoo.exceptions.AccessError"),
                )
