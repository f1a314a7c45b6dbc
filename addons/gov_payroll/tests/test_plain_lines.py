"""Slips of our rules alone go past OCA's loop; nobody can tell from their lines."""

from unittest.mock import patch

from ..models.slips import line_insert, payslip_lines
from .common_tax import TaxCommon

LOG_FIELDS = {"id", "create_date", "write_date"}


class TestPlainLines(TaxCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paid = cls.new_person(wage=9000, education="bachelor")
        cls.new_base(cls.paid, 9000)
        cls.new_certificate(cls.paid, number="苏A\"1\\2,{3}'")
        novice = cls.new_person(
            trial_end="2026-12-31", certificates=[{"verified": False}]
        )
        cls.new_base(novice, 0)

    def stored(self, run):
        """Every stored column of slips and lines, as the database has them."""
        slips = run.sudo().slip_ids.sorted("id")
        rows = [self._columns(slips), self._columns(slips.line_ids)]
        self.assertTrue(all(rows))
        return rows

    def _columns(self, records):
        fields = records._fields.values()
        names = {f.name for f in fields if f.store and f.column_type} - LOG_FIELDS
        if "slip_id" in records._fields:
            records = records.sorted(lambda line: (line.slip_id.id, line.code))
        return [dict(row, id=None) for row in records.read(sorted(names))]

    def test_plain_lines_are_those_of_oca(self):
        run = self.computed_run()
        plain = self.stored(run)

        with patch.object(payslip_lines, "copies", return_value={}):
            run.action_gov_compute()

        self.assertEqual(plain, self.stored(run))

    def test_plain_lines_are_those_of_create(self):
        run = self.computed_run()
        plain = self.stored(run)

        with patch.object(line_insert, "can_insert", return_value=False):
            run.action_gov_compute()

        self.assertEqual(plain, self.stored(run))

    def test_shipped_rules_need_none_of_ocas_loop(self):
        slips = type(self.env["hr.payslip"])

        with patch.object(slips, "get_lines_dict", side_effect=AssertionError):
            run = self.computed_run()

        codes = set(self.slip(run, self.paid).line_ids.mapped("code"))
        self.assertLessEqual({"BASIC", "SKILL", "PENSION", "IIT", "NET"}, codes)

    def test_a_fact_with_quotes_is_kept(self):
        line = self.line(self.computed_run(), self.paid, "SKILL")

        self.assertEqual(line.gov_basis, "苏A\"1\\2,{3}'")

    def test_lines_carry_no_index_that_nothing_reads(self):
        self.env["hr.payslip.line"].init()  # also where OCA's were made again

        self.env.cr.execute(
            "SELECT indexdef FROM pg_indexes WHERE tablename = 'hr_payslip_line'"
        )
        definitions = " ".join(row[0] for row in self.env.cr.fetchall())
        self.assertNotIn("(sequence)", definitions)
        self.assertNotIn("(amount_select)", definitions)
        self.assertIn("(slip_id)", definitions)
