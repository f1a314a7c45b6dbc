"""Lines inserted in one statement are the lines that `create` would have made."""

from unittest.mock import patch

from ..models.slips import line_insert, payslip_lines
from .common import PayrollCommon

LOG_FIELDS = {"id", "create_date", "write_date"}


class TestLineInsert(PayrollCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paid = cls.new_person(education="bachelor", certificates=[{"rank": 3}])
        cls.new_person(trial_end="2026-12-31", certificates=[{"verified": False}])

    def add_rule(self, **vals):
        """A further rule of the structure."""
        rule = self.env["hr.salary.rule"].create(
            {
                "name": "伙食补贴",
                "code": "HEAT",
                "sequence": 60,
                "category_id": self.env.ref("gov_payroll.category_allowance").id,
                "company_id": False,
                **vals,
            }
        )
        self.env.ref("gov_payroll.structure_window_staff").rule_ids |= rule
        return rule

    def stored(self, run):
        """Every stored column of the lines, as the database has them."""
        fields = self.env["hr.payslip.line"]._fields.values()
        columns = [f.name for f in fields if f.store and f.column_type]
        lines = run.sudo().slip_ids.line_ids.sorted(lambda x: (x.slip_id.id, x.code))
        rows = lines.read([name for name in columns if name not in LOG_FIELDS])
        return [{k: v for k, v in row.items() if k != "id"} for row in rows]

    def test_both_ways_store_the_same(self):
        self.add_rule(amount_select="fix", amount_fix=120)
        run = self.computed_run()
        inserted = self.stored(run)

        with patch.object(line_insert, "can_insert", return_value=False):
            run.action_gov_compute()

        self.assertTrue(inserted)
        self.assertEqual(inserted, self.stored(run))

    def test_lines_are_those_of_oca(self):
        self.add_rule(amount_select="fix", amount_fix=120)
        run = self.computed_run()
        ours = self.stored(run)

        with patch.object(payslip_lines, "copies", return_value={}):
            run.action_gov_compute()

        self.assertEqual(ours, self.stored(run))

    def test_shipped_rules_go_the_fast_way(self):
        lines = type(self.env["hr.payslip.line"])

        with patch.object(lines, "create", side_effect=AssertionError):
            run = self.computed_run()

        codes = set(run.slip_ids.line_ids.mapped("code"))
        self.assertLessEqual({"BASIC", "PERF", "GROSS", "NET"}, codes)

    def test_a_name_given_by_the_rule_is_kept(self):
        self.add_rule(
            amount_select="code",
            amount_python_compute="result = 1\nresult_name = '高温补贴'",
        )

        run = self.computed_run()

        lines = self.slip(run, self.paid).line_ids
        self.assertEqual(lines.filtered(lambda x: x.code == "HEAT").name, "高温补贴")

    def test_a_name_of_a_rule_keeps_its_translations(self):
        # without English every write of a name is also the English one
        self.env["res.lang"]._activate_lang("en_US")
        self.env.ref("gov_payroll.rule_basic").with_context(lang="zh_CN").name = "底薪"

        run = self.computed_run()

        line = self.slip(run, self.paid).line_ids.filtered(lambda x: x.code == "BASIC")
        self.assertEqual(line.with_context(lang="zh_CN").name, "底薪")
        self.assertEqual(line.with_context(lang="en_US").name, "Basic Wage")

    def test_a_rule_below_another_goes_through_create(self):
        parent = self.env.ref("gov_payroll.rule_perf")
        self.add_rule(amount_select="fix", amount_fix=5, parent_rule_id=parent.id)

        run = self.computed_run()

        lines = self.slip(run, self.paid).line_ids
        child = lines.filtered(lambda x: x.code == "HEAT")
        self.assertEqual(child.parent_line_id.code, "PERF")
