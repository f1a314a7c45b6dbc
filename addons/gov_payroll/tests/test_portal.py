"""/my/payslips: strictly the own, locked slips."""

from odoo.tests import HttpCase, tagged

from .common import PayrollCommon


@tagged("post_install", "-at_install")
class TestPortal(HttpCase, PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own = cls.new_person(user_id=cls.portal_user.id, education="bachelor")
        cls.paper = cls.new_certificate(cls.own, 3)
        cls.other = cls.new_person(name="别人")

    def page(self, path):
        self.authenticate(self.portal_user.login, self.portal_user.login)
        return self.url_open(path)

    def test_a_person_sees_the_own_slip_with_every_line(self):
        run = self.locked_run()
        slip = self.slip(run, self.own)

        text = self.page(f"/my/payslips/{slip.id}").text

        for words in ("3,000.00", "200.00", "100.00", "300.00", self.paper.number):
            self.assertIn(words, text)
        # five elements and the income tax, which is 0
        self.assertEqual(text.count('name="payslip_line"'), 6)

    def test_the_list_shows_own_months_only(self):
        run = self.locked_run()

        text = self.page("/my/payslips").text

        self.assertIn(f"/my/payslips/{self.slip(run, self.own).id}", text)
        self.assertNotIn(f"/my/payslips/{self.slip(run, self.other).id}", text)

    def test_the_slip_of_somebody_else_does_not_exist(self):
        slip = self.slip(self.locked_run(), self.other)

        response = self.page(f"/my/payslips/{slip.id}")

        self.assertTrue(response.url.endswith("/my/payslips"))
        self.assertNotIn("别人", response.text)

    def test_nothing_is_seen_before_the_lock(self):
        run = self.computed_run()
        self.approve_run(run)
        slip = self.slip(run, self.own)

        response = self.page(f"/my/payslips/{slip.id}")

        self.assertTrue(response.url.endswith("/my/payslips"))
        self.assertNotIn("3,000.00", response.text)

    def test_without_login_there_is_the_login_page(self):
        slip = self.slip(self.locked_run(), self.own)

        for path in ("/my/payslips", f"/my/payslips/{slip.id}"):
            with self.subTest(path=path):
                self.assertIn("/web/login", self.url_open(path).url)

    def test_the_home_page_counts_the_own_slips(self):
        self.locked_run()
        self.authenticate(self.portal_user.login, self.portal_user.login)

        counters = self.make_jsonrpc_request(
            "/my/counters", {"counters": ["payslip_count"]}
        )

        self.assertEqual(counters["payslip_count"], 1)
