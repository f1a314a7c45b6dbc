"""Users with counties keep to the pay of these (管辖县区)."""

from odoo.exceptions import AccessError
from odoo.tests import tagged
from odoo.tests.common import JsonRpcException

from odoo.addons.gov_window_staff.rules.month import Month
from odoo.addons.gov_window_staff.tests.common import HR_OFFICER, LEADER, RpcCommon

from .common import FINANCE
from .common_export import ExportCommon
from .common_tax import TaxCommon


@tagged("post_install", "-at_install")
class TestCountyScopePay(RpcCommon, TaxCommon, ExportCommon):
    """The pay is of the county of the tests; `far` users keep to another one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.there = cls.new_site("T96", "county")
        cls.near = cls.new_user("near", FINANCE)
        cls.near.gov_county_ids = cls.county
        cls.far = cls.env["res.users"].union(
            *(
                cls.new_user(f"far_{number}", group)
                for number, group in enumerate((FINANCE, HR_OFFICER, LEADER))
            )
        )
        cls.far.gov_county_ids = cls.there
        cls.template()
        people = cls.people
        bases = [cls.new_base(person, 3000) for person in people]
        cls.pay_run = cls.locked_run()
        export = cls.export(cls.pay_run)
        slips = cls.pay_run.slip_ids
        taxes = cls.declare(people[0], "elderly_shared"), cls.opening(people[0])
        cls.documents = [
            cls.pay_run,
            slips,
            slips.line_ids,
            slips.gov_tax_ids,
            export,
            export.file_ids,
            cls.env["gov.bank.payment"].search([("export_id", "=", export.id)]),
            cls.env["gov.contribution.base"].union(*bases),
            *taxes,
            cls.agreed_loss(people[0]),
        ]
        cls.env.flush_all()

    @classmethod
    def agreed_loss(cls, person):
        loss = (
            cls.env["gov.pay.loss"]
            .with_user(cls.officer)
            .create(
                {
                    "employee_id": person.id,
                    "loss_date": "2026-09-08",
                    "cause": "高拍仪摔坏",
                    "decision": "政务办决定〔2026〕7号",
                    "amount": 500,
                    "date_from": "2026-10-15",
                }
            )
        )
        loss.action_submit()
        loss.with_user(cls.leader).action_approve()
        return loss.with_env(cls.env)

    def test_pay_of_other_counties_is_not_seen(self):
        for records in self.documents:
            self.assertTrue(records, records._name)
            domain = [("id", "in", records.ids)]
            for user in self.far:
                with self.subTest(model=records._name, user=user.login):
                    model = records.browse().with_user(user)
                    if model.has_access("read"):
                        self.assertFalse(model.search(domain))
            for user in (self.near, self.finance):
                with self.subTest(model=records._name, user=user.login):
                    model = records.browse().with_user(user)
                    if model.has_access("read"):
                        self.assertEqual(model.search(domain), records)

    def test_pivots_keep_to_the_county(self):
        lines = self.env["hr.payslip.line"]
        domain = [("slip_id.payslip_run_id", "=", self.pay_run.id)]

        for user, is_seen in ((self.near, True), (self.far[0], False)):
            with self.subTest(user=user.login):
                groups = lines.with_user(user)._read_group(
                    domain, ["code"], ["total:sum"]
                )
                self.assertEqual(bool(groups), is_seen)

    def test_nobody_opens_the_pay_of_another_county(self):
        runs = self.env["hr.payslip.run"].with_user(self.far[1])

        with self.assertRaises(AccessError):
            runs._gov_open(self.county, Month(2026, 11))

    def test_who_keeps_to_other_counties_is_not_asked(self):
        asked = (
            self.pay_run.gov_reviewer_officer_ids
            | self.pay_run.gov_reviewer_finance_ids
            | self.pay_run.gov_reviewer_leader_ids
        )

        self.assertIn(self.near, asked)
        self.assertFalse(asked & self.far)

    def test_the_wire_keeps_to_the_county_as_well(self):
        user = self.far[0]

        seen = self.call(
            user, "hr.payslip.run", "search_count", [("id", "=", self.pay_run.id)]
        )

        self.assertEqual(seen, 0)
        for records, name in (
            (self.pay_run, "state"),
            (self.pay_run.slip_ids, "number"),
        ):
            with self.assertRaisesRegex(JsonRpcException, "AccessError"):
                self.call(user, records._name, "read", records.ids, [name])
