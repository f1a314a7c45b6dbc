"""Readiness before money is moved: bank card, minimum wage, the way to the person."""

from unittest.mock import patch

from .common import PayrollCommon


class TestRunGaps(PayrollCommon):
    def own(self, run):
        """The gaps of these two kinds; policy documents warn in every month here."""
        kinds = ("no_card", "below_minimum")
        return run.gov_gap_ids.filtered(lambda gap: gap.kind in kinds)

    def checked(self, minimum=0.0):
        self.lock_month()
        run = self.new_run()
        with patch.object(type(run), "_gov_minimum_wage", lambda self: minimum):
            run.action_gov_check()
        return run

    def test_a_missing_bank_card_is_named_and_only_warns(self):
        person = self.new_person()
        person.sudo().bank_account_ids = False

        run = self.checked()

        self.assertRecordValues(
            self.own(run),
            [{"kind": "no_card", "employee_id": person.id, "is_warning": True}],
        )
        self.assertIn("bank card", self.own(run).message)
        run.action_gov_compute()
        self.assertEqual(run.state, "computed")

    def test_a_wage_below_the_minimum_is_named_with_both_amounts(self):
        low = self.new_person(wage=2000)
        self.new_person(wage=2490)
        self.new_person(wage=3000)

        gap = self.own(self.checked(minimum=2490))

        self.assertEqual((gap.kind, gap.employee_id), ("below_minimum", low))
        self.assertIn("2000.00 < 2490.00", gap.message)

    def test_without_a_known_minimum_nobody_is_below_it(self):
        self.new_person(wage=1)

        self.assertFalse(self.own(self.checked()))

    def test_gaps_and_warnings_are_counted_apart(self):
        person = self.new_person()
        person.sudo().bank_account_ids = False
        self.lock_month()
        person.gov_entry_date = False
        run = self.new_run()

        run.action_gov_check()

        warnings = run.gov_gap_ids.filtered("is_warning")
        self.assertIn("no_card", warnings.mapped("kind"))
        self.assertEqual((run.gov_gap_count, run.gov_warning_count), (1, len(warnings)))

    def test_a_gap_opens_the_person(self):
        person = self.new_person()
        person.sudo().bank_account_ids = False

        gap = self.own(self.checked())

        action = gap.action_open_person()
        self.assertEqual(
            (action["res_model"], action["res_id"]), ("hr.employee", person.id)
        )
