"""Pay runs that an attacker tried to begin in the middle."""

from odoo.tests import tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common import PayrollCommon


@tagged("post_install", "-at_install")
class TestForgedRun(PayrollCommon):
    def test_new_run_is_an_empty_draft_whatever_the_context_says(self):
        runs = self.env["hr.payslip.run"].with_user(self.officer)

        run = runs.with_context(
            default_state="approved",
            default_gov_preparer_id=self.officer.id,
            default_gov_approver_id=self.leader.id,
            default_gov_approved_on="2026-11-01 08:00:00",
        ).create({"gov_county_id": self.county.id, "date_start": "2026-10-01"})

        self.assertEqual(run.state, "draft")
        self.assertFalse(
            run.gov_preparer_id or run.gov_approver_id or run.gov_approved_on
        )

    def test_county_in_the_context_makes_no_run(self):
        runs = self.env["hr.payslip.run"].with_user(self.officer)

        with self.assertRaises(DocumentLocked):
            runs.with_context(
                default_gov_county_id=self.county.id, default_state="approved"
            ).create({"name": "x", "date_start": "2026-10-01"})

    def test_slip_is_not_put_into_a_run(self):
        run = self.new_run()
        person = self.new_person()
        slip = (0, 0, {"employee_id": person.id, "name": "x"})

        with self.assertRaises(DocumentLocked):
            run.write({"slip_ids": [slip]})
