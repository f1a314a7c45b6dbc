"""Who sees pay, and who does not."""

from lxml import etree

from odoo.exceptions import AccessError

from .common import PayrollCommon

MODELS = ("hr.payslip.run", "hr.payslip", "hr.payslip.line")


class TestReaders(PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.worker = cls.new_person()
        cls.run_ = cls.computed_run()

    def seen(self, user):
        """How many runs, slips and lines of this run a user finds."""
        run = self.run_.sudo()
        everything = (run, run.slip_ids, run.slip_ids.line_ids)
        return tuple(
            len(records.with_user(user).search([("id", "in", records.ids)]))
            for records in everything
        )

    @property
    def line_count(self):
        return len(self.run_.slip_ids.line_ids)

    def test_officer_leader_and_finance_read_a_computed_run(self):
        for user in (self.officer, self.leader, self.finance):
            with self.subTest(user=user.login):
                self.assertEqual(self.seen(user), (1, 1, self.line_count))

    def test_finance_sees_nothing_before_it_is_computed(self):
        self.run_.with_user(self.leader).action_gov_back()

        self.assertEqual(self.seen(self.finance), (0, 0, 0))
        self.assertEqual(self.seen(self.officer), (1, 1, self.line_count))

    def test_site_officers_hr_users_and_plain_users_have_no_access(self):
        for group in (
            "gov_window_staff.group_site_officer",
            "hr.group_hr_user",
            "base.group_user",
            "base.group_portal",
        ):
            user = self.new_user(group, group)
            for model in MODELS:
                with self.subTest(group=group, model=model):
                    self.assertFalse(self.env[model].with_user(user).has_access("read"))

    def test_a_site_officer_does_not_see_the_pay_of_the_own_site(self):
        with self.assertRaises(AccessError):
            self.run_.slip_ids.with_user(self.site_officer).read(["gov_gross"])

    def test_finance_reads_no_personal_files(self):
        for model in ("hr.version", "gov.certificate", "gov.appraisal"):
            with self.subTest(model=model):
                self.assertFalse(
                    self.env[model].with_user(self.finance).has_access("read")
                )
        with self.assertRaises(AccessError):
            self.worker.with_user(self.finance).read(["wage"])

    def test_finance_changes_nothing(self):
        for records in (self.run_, self.run_.slip_ids, self.run_.slip_ids.line_ids):
            with self.subTest(model=records._name):
                theirs = records.with_user(self.finance)
                self.assertFalse(theirs.has_access("write"))
                self.assertFalse(theirs.has_access("unlink"))

    def test_finance_and_leader_open_every_field_of_slip_and_run(self):
        for user in (self.finance, self.leader):
            for records in (self.run_, self.run_.slip_ids, self.run_.slip_ids.line_ids):
                with self.subTest(user=user.login, model=records._name):
                    theirs = records.with_user(user)
                    self.assertTrue(theirs.web_read(self.spec(theirs)))

    def spec(self, records):
        """Fields that our view shows this user, with the names of linked records."""
        view = {
            "hr.payslip.run": "gov_payroll.hr_payslip_run_view_form",
            "hr.payslip": "gov_payroll.hr_payslip_view_form",
            "hr.payslip.line": "gov_payroll.hr_payslip_line_view_list",
        }[records._name]
        kind = "list" if view.endswith("list") else "form"
        arch = records.get_view(self.env.ref(view).id, kind)["arch"]
        names = etree.fromstring(arch).xpath("//field[not(ancestor::field)]/@name")
        linked = {n for n in names if records._fields[n].type == "many2one"}
        return {
            n: {"fields": {"display_name": {}}} if n in linked else {} for n in names
        }

    def test_the_menu_is_shown_to_those_who_may_read_pay(self):
        menu = self.env.ref("gov_payroll.menu_run")
        stock = self.env.ref("payroll.payroll_menu_root")
        for user in (self.officer, self.leader, self.finance):
            visible = self.env["ir.ui.menu"].with_user(user)._visible_menu_ids()
            with self.subTest(user=user.login):
                self.assertIn(menu.id, visible)
                self.assertNotIn(stock.id, visible)
        theirs = self.env["ir.ui.menu"].with_user(self.site_officer)
        self.assertNotIn(menu.id, theirs._visible_menu_ids())

    def test_another_company_is_not_seen(self):
        company = self.env["res.company"].create({"name": "另一单位"})
        user = self.new_user(
            "elsewhere",
            "gov_window_staff.group_hr_officer",
            company_id=company.id,
            company_ids=[(6, 0, company.ids)],
        )

        self.assertEqual(self.seen(user), (0, 0, 0))
