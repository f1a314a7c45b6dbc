"""Rules of pay: the dated document, wage table, payers and funding, who may edit."""

from datetime import date

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.rules.month import Month
from odoo.addons.gov_window_staff.tests.common import RpcCommon

from ..exceptions import NotReady
from .common import PayrollCommon

DOCUMENTS = (
    "gov.funding.source",
    "gov.pay.policy",
    "gov.pay.policy.version",
    "gov.pay.wage",
    "gov.pay.leave",
    "gov.pay.channel",
)


class PayPolicyCommon(PayrollCommon):
    @classmethod
    def new_rules(cls, date_from="2026-10-01", in_force=True, **vals):
        """A changed copy of the shipped rules, in force from a day."""
        shipped = cls.env.ref("gov_payroll.lianshui_2025")
        rules = shipped.copy({"date_from": date_from, **vals})
        if in_force:
            rules.action_put_in_force()
        return rules

    def line(self, run, person, code):
        lines = self.slip(run, person).line_ids
        return lines.filtered(lambda line: line.code == code)


class TestVersions(PayPolicyCommon):
    def test_the_shipped_rules_are_those_of_the_law_and_d38(self):
        rules = self.env.ref("gov_payroll.lianshui_2025")

        self.assertRecordValues(
            rules,
            [
                {
                    "state": "in_force",
                    "divisor": 21.75,
                    "allowance_days": 15,
                    "reward_days": 10,
                    "absent_percent": 0,
                    "meal_kind": "none",
                }
            ],
        )

    def test_figures_of_a_later_version_bind_from_its_month(self):
        self.new_rules("2026-11-01", divisor=20, reward_days=5)
        october = self.new_person(entry=date(2026, 10, 26), wage=2175)
        november = self.new_person(entry=date(2026, 11, 23), wage=2000)

        first, second = self.computed_run(), self.computed_run(Month(2026, 11))

        self.assert_paid(first, october, basic=500, perf=0)
        self.assert_paid(second, november, basic=600, perf=300)

    def test_a_county_goes_by_its_own_rules(self):
        policy = self.env["gov.pay.policy"].create(
            {"name": "本县", "code": "OWN", "department_id": self.county.id}
        )
        self.new_rules("2025-01-01", policy_id=policy.id, divisor=20)
        person = self.new_person(entry=date(2026, 10, 26), wage=2000)

        self.assert_paid(self.computed_run(), person, basic=500)

    def test_a_month_without_rules_of_pay_is_not_computed(self):
        self.env.ref("gov_payroll.lianshui_2025").action_back_to_draft()
        self.new_person()
        self.lock_month()
        run = self.new_run()

        with self.assertRaisesRegex(NotReady, "2026-10-01"):
            run.action_gov_compute()

    def test_a_version_in_force_refuses_change_of_itself_and_of_its_lines(self):
        rules = self.env.ref("gov_payroll.lianshui_2025")
        changes = (
            lambda: rules.write({"divisor": 20}),
            lambda: rules.channel_ids[0].write({"payer_kind": "unit"}),
            lambda: rules.leave_ids[0].unlink(),
            lambda: rules.write({"wage_ids": [(0, 0, {"amount": 1})]}),
        )
        for change in changes:
            with self.assertRaises(DocumentLocked):
                change()

    def test_rules_of_a_paid_month_stay_in_force(self):
        self.new_person()
        rules = self.computed_run().gov_pay_version_id
        rules.action_back_to_draft()
        rules.action_put_in_force()
        self.locked_run(Month(2026, 11))

        with self.assertRaises(DocumentLocked):
            rules.action_back_to_draft()


class TestWageTable(PayPolicyCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = cls.env["hr.contract.type"].create({"name": "公益性岗位(测试)"})
        cls.rules = cls.new_rules(
            wage_ids=[
                (0, 0, {"amount": 2500, "contract_type_id": cls.other.id}),
                (0, 0, {"amount": 2800, "post_level_id": cls.level(2).id}),
                (0, 0, {"amount": 2600, "department_id": cls.town.id}),
            ]
        )

    def test_the_first_line_that_fits_is_paid(self):
        cases = {
            self.new_person(wage=0, contract_type_id=self.other.id): 2500,
            self.new_person(wage=0, gov_post_level_id=self.level(2).id): 2800,
            self.new_person(wage=0, site=self.village): 2600,
        }

        run = self.computed_run()

        for person, wage in cases.items():
            self.assert_paid(run, person, basic=wage)

    def test_the_wage_of_the_profile_goes_before_the_table(self):
        person = self.new_person(wage=3100)

        self.assert_paid(self.computed_run(), person, basic=3100)

    def test_who_fits_no_line_is_named_and_paid_nothing(self):
        person = self.new_person(wage=0, site=self.branch)
        inside = self.new_person(wage=0)

        run = self.computed_run()

        gap = run.gov_gap_ids.filtered(lambda gap: gap.kind == "no_wage")
        self.assertEqual(gap.employee_id, person)
        self.assert_paid(run, person, basic=0)
        self.assert_paid(run, inside, basic=2600)

    def test_the_line_is_named_also_for_a_part_of_the_month(self):
        person = self.new_person(wage=0, entry=date(2026, 10, 16))

        line = self.line(self.computed_run(), person, "BASIC")

        self.assertEqual(line.gov_wage_id, self.rules.wage_ids[2])
        self.assertEqual(line.total, 1314.94)
        self.assertIn("2600.00 / 21.75 × 11", line.gov_explanation)

    def test_a_whole_month_names_the_table(self):
        person = self.new_person(wage=0)

        line = self.line(self.computed_run(), person, "BASIC")

        self.assertIn("2600.00", line.gov_explanation)


class TestChannel(PayPolicyCommon):
    def test_level_of_the_site_gives_payer_and_funding(self):
        unit, employer, government = (
            self.new_unit(name) for name in ("县人社局", "劳务公司", "东镇人民政府")
        )
        self.branch.gov_managing_unit_id = unit
        self.town.gov_territory_unit_id = government
        office = self.env.company.partner_id
        expected = {
            self.new_person(site=self.county): (office, "county"),
            self.new_person(site=self.branch): (unit, "county"),
            self.new_person(site=self.town): (government, "town"),
            self.new_person(site=self.village): (government, "town"),
            self.new_person(gov_employer_id=employer.id): (employer, "town"),
            self.new_person(site=self.town_b): (self.env["res.partner"], "town"),
        }

        run = self.computed_run()

        for person, (payer, funding) in expected.items():
            slip = self.slip(run, person)
            source = self.env.ref(f"gov_payroll.funding_{funding}")
            self.assertEqual((slip.gov_payer_id, slip.gov_funding_id), (payer, source))

    def test_a_later_move_does_not_change_payer_and_funding(self):
        person = self.new_person(site=self.county)
        run = self.computed_run()

        person.create_version(
            {"date_version": date(2026, 11, 1), "department_id": self.town.id}
        )

        funding = self.env.ref("gov_payroll.funding_county")
        self.assertEqual(self.slip(run, person).gov_funding_id, funding)

    def test_who_is_paid_by_the_home_unit_gets_the_reward_only(self):
        rules = self.new_rules(in_force=False)
        rules.channel_ids.sequence = 20
        row = {
            "sequence": 1,
            "source": "unit",
            "payer_kind": "unit",
            "funding_id": self.env.ref("gov_payroll.funding_unit").id,
            "paid": "rewards",
        }
        rules.write({"channel_ids": [(0, 0, row)]})
        rules.action_put_in_force()
        unit = self.new_unit()
        posted = self.new_person(
            gov_source="unit", gov_dispatch_unit_id=unit.id, education="bachelor"
        )
        other = self.new_person()

        run = self.computed_run()

        self.assert_paid(run, posted, basic=0, education=0, perf=300, gross=300)
        self.assertEqual(self.line(run, posted, "BASIC").gov_reason, "paid_elsewhere")
        self.assertTrue(self.line(run, posted, "BASIC").gov_explanation)
        self.assertEqual(self.slip(run, posted).gov_payer_id, unit)
        self.assert_paid(run, other, basic=3000)

    def test_who_fits_no_line_is_named_and_paid_without_funding(self):
        rules = self.new_rules(in_force=False)
        rules.channel_ids.filtered(lambda row: row.site_level == "town").unlink()
        rules.action_put_in_force()
        person = self.new_person()

        run = self.computed_run()

        gap = run.gov_gap_ids.filtered(lambda gap: gap.kind == "no_channel")
        self.assertEqual((gap.employee_id, gap.is_warning), (person, True))
        self.assertFalse(self.slip(run, person).gov_funding_id)
        self.assert_paid(run, person, basic=3000)


@tagged("post_install", "-at_install")
class TestPolicyAccess(PayPolicyCommon, RpcCommon):
    def test_only_hr_officers_write_the_document(self):
        readers = (self.leader, self.finance, self.site_officer, self.plain_user)
        liaison = self.new_user("liaison", "gov_window_staff.group_liaison")
        for model in DOCUMENTS:
            documents = self.env[model]
            with self.subTest(model=model):
                self.assertTrue(documents.with_user(self.officer).has_access("write"))
                for user in readers:
                    self.assertTrue(documents.with_user(user).has_access("read"))
                    self.assertFalse(documents.with_user(user).has_access("write"))
                for user in (self.portal_user, liaison):
                    self.assertFalse(documents.with_user(user).has_access("write"))
                theirs = documents.with_user(self.portal_user)
                self.assertFalse(theirs.has_access("read"))

    def test_finance_cannot_put_rules_in_force(self):
        rules = self.new_rules(in_force=False)

        with self.assertRaises(AccessError):
            rules.with_user(self.finance).action_put_in_force()

    def test_a_state_sent_over_the_wire_is_refused(self):
        rules = self.new_rules(in_force=False)

        with self.assertRaises(Exception) as refused:
            self.call(
                self.officer,
                rules._name,
                "write",
                rules.ids,
                {"state": "in_force"},
                context={"gov_unlock": True},
            )
        self.assertIn("UserError", str(refused.exception))
        self.assertEqual(rules.state, "draft")
