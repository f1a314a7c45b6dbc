"""Who sees contributions, tax and declarations, and who does not."""

from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common_tax import JANUARY, TaxCommon

READ, ALL = {"read"}, {"read", "write", "create", "unlink"}
POLICY = (
    "gov.contribution.table",
    "gov.contribution.table.version",
    "gov.contribution.rate",
    "gov.tax.table",
    "gov.tax.table.version",
    "gov.tax.bracket",
    "gov.tax.deduction.limit",
)
OTHERS = ("site_officer", "plain_user", "hr_user", "liaison", "portal_user")
# {model: {role: rights}}; a role that is not named has none
RIGHTS = {
    "gov.contribution.base": {
        "officer": ALL,
        "tax_officer": ALL,
        "leader": READ,
        "finance": READ,
    },
    "gov.tax.deduction": {"tax_officer": ALL},
    "gov.tax.opening": {"tax_officer": ALL},
    "gov.payslip.tax": dict.fromkeys(
        ("officer", "tax_officer", "leader", "finance"), READ
    ),
    "gov.import.contribution.base": {"officer": ALL, "tax_officer": ALL},
    "gov.import.tax.deduction": {"tax_officer": ALL},
    "gov.import.tax.opening": {"tax_officer": ALL},
}
ROLES = ("officer", "tax_officer", "leader", "finance", *OTHERS)


class TaxRights(TaxCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.hr_user = cls.new_user("hr", "hr.group_hr_user")
        cls.liaison = cls.new_user("liaison", "gov_window_staff.group_liaison")


class TestRights(TaxRights):
    def rights(self, role, model):
        records = self.env[model].with_user(getattr(self, role))
        return {right for right in ALL if records.has_access(right)}

    def test_each_role_may_what_is_said_and_no_more(self):
        for model, roles in RIGHTS.items():
            for role in ROLES:
                with self.subTest(model=model, role=role):
                    self.assertEqual(self.rights(role, model), roles.get(role, set()))

    def test_policy_is_read_by_staff_and_written_by_officers(self):
        for model in POLICY:
            with self.subTest(model=model):
                self.assertEqual(self.rights("officer", model), ALL)
                self.assertEqual(self.rights("plain_user", model), READ)
                self.assertEqual(self.rights("portal_user", model), set())


class TestWorking(TaxRights):
    """Rows behind the tax of a slip."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.paid_person(10000)
        cls.declare(cls.person, "mortgage")
        cls.run_ = cls.computed_run(JANUARY)

    def seen(self, user):
        return (
            self.env["gov.payslip.tax"]
            .with_user(user)
            .search_count([("run_id", "=", self.run_.id)])
        )

    def test_finance_reads_it_once_computed_and_no_declaration(self):
        self.assertEqual(self.seen(self.finance), 1)
        with self.assertRaises(AccessError):
            self.env["gov.tax.deduction"].with_user(self.finance).search([])

        self.run_.with_user(self.leader).action_gov_back()

        self.assertEqual(self.seen(self.finance), 0)

    def test_officer_computes_without_a_right_to_the_declarations(self):
        tax = self.tax(self.run_, self.person).with_user(self.officer)

        self.assertEqual(tax.additional, 1000)
        with self.assertRaises(AccessError):
            self.env["gov.tax.deduction"].with_user(self.officer).search([])

    def test_nobody_writes_it_by_hand(self):
        tax = self.tax(self.run_, self.person)
        for user in (self.officer, self.finance, self.env.ref("base.user_admin")):
            with self.subTest(user=user.login):
                with self.assertRaises(DocumentLocked):
                    tax.with_user(user).write({"tax": 0})
        with self.assertRaises(DocumentLocked):
            tax.sudo().unlink()

    def test_another_company_is_not_seen(self):
        company = self.env["res.company"].create({"name": "另一单位"})
        user = self.new_user(
            "elsewhere",
            "gov_payroll.group_tax",
            company_id=company.id,
            company_ids=[(6, 0, company.ids)],
        )

        self.assertEqual(self.seen(user), 0)
        for model in ("gov.contribution.base", "gov.tax.deduction"):
            with self.subTest(model=model):
                self.assertFalse(
                    self.env[model]
                    .with_user(user)
                    .search([("employee_id", "=", self.person.id)])
                )

    def test_views_open_for_those_who_may_read(self):
        base = self.env["gov.contribution.base"].search(
            [("employee_id", "=", self.person.id)]
        )
        for records in (base, self.tax(self.run_, self.person)):
            for user in (self.officer, self.leader, self.finance):
                theirs = records.with_user(user)
                with self.subTest(model=records._name, user=user.login):
                    views = theirs.get_views([(False, "form"), (False, "list")])
                    names = views["models"][records._name]["fields"]
                    linked = {"fields": {"display_name": {}}}
                    spec = {
                        n: linked if theirs._fields[n].type == "many2one" else {}
                        for n in names
                        if theirs._fields[n].type not in ("one2many", "many2many")
                    }
                    self.assertTrue(theirs.web_read(spec))


@tagged("post_install", "-at_install")
class TestOwnPage(HttpCase, TaxRights):
    def test_a_person_reads_how_the_own_tax_came_about(self):
        self.portal_user.lang = "zh_CN"
        person = self.paid_person(10000, user_id=self.portal_user.id)
        run = self.locked_run(JANUARY)
        self.authenticate(self.portal_user.login, self.portal_user.login)

        text = self.url_open(f"/my/payslips/{self.slip(run, person).id}").text

        for words in ("累计收入 10000.00", "2770.00", "缴费基数 10000.00 元的 8%"):
            self.assertIn(words, text)


@tagged("post_install", "-at_install")
class TestOverRpc(RpcCommon, TaxRights):
    def ask(self, model, method, *args):
        return self.make_jsonrpc_request(
            f"/web/dataset/call_kw/{model}/{method}",
            {"model": model, "method": method, "args": args, "kwargs": {}},
        )

    def test_who_may_not_is_refused_over_the_wire(self):
        for role in OTHERS:
            user = getattr(self, role)
            self.authenticate(user.login, user.login)
            for model in RIGHTS:
                with self.subTest(role=role, model=model), mute_logger("odoo.http"):
                    with self.assertRaisesRegex(JsonRpcException, "AccessError"):
                        self.ask(model, "search_read", [])
                    # rows of the system refuse before rights are looked at
                    with self.assertRaises(JsonRpcException):
                        self.ask(model, "create", {})
