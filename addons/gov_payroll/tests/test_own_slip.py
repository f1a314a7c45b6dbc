"""A person with a plain login reads the own slip: OCA gives none a way to it."""

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged

from .common import PayrollCommon


@tagged("post_install", "-at_install")
class TestOwnSlip(HttpCase, PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own = cls.new_person(user_id=cls.plain_user.id)
        cls.other = cls.new_person()
        cls.paid = cls.locked_run()

    def test_an_internal_user_reads_the_own_locked_slip_and_no_other(self):
        self.authenticate(self.plain_user.login, self.plain_user.login)

        own = self.url_open(f"/my/payslips/{self.slip(self.paid, self.own).id}")
        other = self.url_open(f"/my/payslips/{self.slip(self.paid, self.other).id}")

        self.assertIn("3,300.00", own.text)
        self.assertTrue(other.url.endswith("/my/payslips"))

    def test_the_model_itself_stays_closed(self):
        with self.assertRaises(AccessError):
            self.env["hr.payslip"].with_user(self.plain_user).search([])
