"""Copies for training: nothing personal is left, and everything still works."""

from collections import Counter

from odoo.tests import Form, tagged

from odoo.addons.gov_window_staff.rules import identity
from odoo.addons.gov_window_staff.rules.month import Month

from .common_neutral import ADDONS, MARK, NeutralCommon, kept_patterns, like

NOVEMBER = Month(2026, 11)


@tagged("post_install", "-at_install")
class TestNeutralize(NeutralCommon):
    """One county, marked, neutralised once and looked at from all sides."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.before = cls.figures()
        cls.explained = cls.explanations()
        cls.marked_before = cls.marked_rows(cls)
        cls.mark_columns()
        cls.env.cr.execute("ALTER TABLE gov_case ADD COLUMN left_over varchar")
        cls.env.cr.execute("UPDATE hr_employee SET study_field = %s", [MARK])
        cls.neutralise()

    @classmethod
    def figures(cls):
        """What the month and the run came to."""
        sheets = cls.env["gov.appraisal"].search([("employee_id", "in", cls.people.ids)])
        return (
            sheets.mapped(lambda s: (s.employee_id.id, s.total, s.grade, s.reward_amount)),
            cls.run_.slip_ids.line_ids.mapped(lambda x: (x.id, x.code, x.total)),
        )

    @classmethod
    def explanations(cls):
        return cls.run_.slip_ids.line_ids.mapped("gov_explanation")

    def test_the_county_was_full_of_marks(self):
        """Otherwise the search below would prove nothing."""
        expected = {
            "gov_appraisal", "gov_bank_payment", "gov_service_review", "hr_applicant",
            "hr_employee", "hr_payslip", "hr_version", "ir_attachment", "ir_logging",
            "mail_message", "mail_mail", "queue_job", "res_partner", "res_partner_bank",
            "res_users", "resource_resource",
        }  # fmt: skip

        self.assertLessEqual(expected, set(self.marked_before))

    def test_no_column_of_any_table_has_a_mark(self):
        self.assertEqual(self.marked_rows(), {})

    def test_no_file_has_a_mark(self):
        self.assertEqual(self.marked_files(), [])
