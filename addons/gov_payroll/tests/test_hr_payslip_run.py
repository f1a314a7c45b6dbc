"""The steps of a run: readiness, compute, approve, lock; each only once."""

from datetime import date
from unittest.mock import patch

from freezegun import freeze_time

from odoo.exceptions import AccessError, LockError, UserError

from odoo.addons.gov_assessment.tests.common import OCTOBER
from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.rules.month import Month

from ..exceptions import NotReady
from ..models.slips import run_computation
from .common import PayrollCommon


class TestNewRun(PayrollCommon):
    def test_any_day_of_the_month_gives_the_whole_month(self):
        run = (
            self.env["hr.payslip.run"]
            .with_user(self.officer)
            .create({"gov_county_id": self.county.id, "date_start": date(2026, 2, 17)})
        )

        self.assertEqual(
            (run.date_start, run.date_end), (date(2026, 2, 1), date(2026, 2, 28))
        )
        self.assertEqual(run.gov_period, "2026-02")
        self.assertEqual(
            run.struct_id, self.env.ref("gov_payroll.structure_window_staff")
        )

    def test_a_new_form_proposes_last_month(self):
        runs = self.env["hr.payslip.run"].with_user(self.officer)

        with freeze_time("2026-11-05"):
            values = runs.with_context(gov_pay_run=True).default_get(["date_start"])

        self.assertEqual(values["date_start"], date(2026, 10, 1))

    def test_a_draft_may_move_to_another_month(self):
        run = self.new_run()

        run.date_start = date(2026, 9, 9)

        self.assertEqual(
            (run.date_start, run.date_end), (date(2026, 9, 1), date(2026, 9, 30))
        )

    def test_one_run_a_county_and_month(self):
        run = self.new_run()

        self.assertEqual(self.new_run(), run)
        self.assertNotEqual(self.new_run(OCTOBER.next()), run)

    def test_a_new_run_brings_no_state_and_no_approver(self):
        run = (
            self.env["hr.payslip.run"]
            .with_user(self.officer)
            .create(
                {
                    "gov_county_id": self.county.id,
                    "date_start": date(2026, 10, 1),
                    "state": "approved",
                    "gov_approver_id": self.leader.id,
                }
            )
        )

        self.assertEqual((run.state, run.gov_approver_id.ids), ("draft", []))

    def test_a_locked_month_leads_to_its_run(self):
        self.new_person()
        batch = self.lock_month().with_user(self.officer)

        action = batch.action_open_gov_run()

        self.assertEqual(action["res_id"], self.new_run().id)


# warned of in every month here: contributions and tax have tests of their own
OF_POLICY = ("no_contribution_table", "no_tax_opening", "earlier_month_open")


class TestReadiness(PayrollCommon):
    def gaps(self, run):
        """Kinds of gaps with the person each one names."""
        run.action_gov_check()
        gaps = run.gov_gap_ids.filtered(lambda gap: gap.kind not in OF_POLICY)
        return [(gap.kind, gap.employee_id) for gap in gaps]

    def test_a_month_without_a_round_is_named(self):
        run = self.new_run()

        self.assertEqual(self.gaps(run), [("no_round", self.env["hr.employee"])])
        with self.assertRaises(NotReady):
            run.action_gov_compute()

    def test_a_month_that_is_not_locked_is_named(self):
        self.new_person()
        self.new_round("open")
        run = self.new_run()

        self.assertEqual(self.gaps(run)[0][0], "round_not_locked")
        with self.assertRaises(NotReady):
            run.action_gov_compute()

    def test_a_month_before_the_allowance_table_is_refused_by_name(self):
        run = self.new_run(Month(2024, 12))
        run.action_gov_check()

        gap = run.gov_gap_ids.filtered(lambda g: g.kind == "no_table")
        self.assertIn("2024-12-01", gap.message)

    def test_a_ready_month_has_no_gap(self):
        self.new_person()
        self.lock_month()

        self.assertEqual(self.gaps(self.new_run()), [])

    def test_a_person_without_an_entry_date_is_named(self):
        person = self.new_person()
        self.lock_month()
        person.gov_entry_date = False
        run = self.new_run()

        self.assertEqual(self.gaps(run), [("no_entry_date", person)])
        with self.assertRaisesRegex(NotReady, person.gov_staff_no):
            run.action_gov_compute()

    def test_a_person_without_a_version_by_the_last_day_is_named(self):
        person = self.new_person()
        self.lock_month()
        person.version_id.date_version = date(2026, 11, 1)

        self.assertEqual(self.gaps(self.new_run()), [("no_version", person)])

    def test_what_can_be_right_only_warns(self):
        person = self.new_person(wage=0, contract_type_id=False)
        self.new_certificate(person, verified=False)
        self.lock_month()
        run = self.new_run()

        self.assertEqual(
            {kind for kind, _person in self.gaps(run)},
            {"no_wage", "no_contract_type", "unverified_certificate"},
        )
        run.action_gov_compute()
        self.assertEqual((run.state, run.gov_gap_count), ("computed", 0))

    def test_checking_twice_lists_each_gap_once(self):
        self.new_person(wage=0)
        self.lock_month()
        run = self.new_run()

        self.assertEqual(self.gaps(run), self.gaps(run))

    def test_a_long_list_is_cut_with_its_rest_counted(self):
        people = [self.new_person() for _ in range(21)]
        self.lock_month()
        for person in people:
            person.gov_entry_date = False

        with self.assertRaisesRegex(NotReady, "1 more"):
            self.new_run().action_gov_compute()


class TestCompute(PayrollCommon):
    def test_computing_twice_keeps_the_slips_and_doubles_nothing(self):
        self.new_person()
        self.new_person()
        run = self.computed_run()
        slips, lines = run.slip_ids, len(run.slip_ids.line_ids)

        run.action_gov_compute()

        self.assertEqual(run.slip_ids, slips)
        self.assertEqual(len(run.slip_ids.line_ids), lines)

    def test_computing_again_takes_what_was_corrected(self):
        person = self.new_person()
        paper = self.new_certificate(person, verified=False)
        run = self.computed_run()
        self.assert_paid(run, person, skill=0)
        paper._verify("证书网可查", date(2026, 10, 31))

        run.action_gov_compute()

        self.assert_paid(run, person, skill=100, seniority=50, gross=3450)

    def test_the_slip_keeps_site_and_staffing_of_the_last_day(self):
        person = self.new_person()
        person.create_version(
            {"date_version": date(2026, 11, 1), "department_id": self.county.id}
        )

        slip = self.slip(self.computed_run(), person)

        self.assertEqual(slip.gov_department_id, self.town)
        self.assertEqual(slip.gov_contract_type_id, self.staffing)

    def test_chunks_make_no_difference(self):
        people = [self.new_person() for _ in range(5)]
        self.lock_month()
        run = self.new_run()

        with patch.object(run_computation, "CHUNK", 2):
            run.action_gov_compute()

        self.assertEqual(len(run.slip_ids), len(people))
        self.assertEqual(run.gov_gross, 5 * 3300)

    def test_statements_do_not_grow_with_the_people(self):
        def statements(month, people):
            for _ in range(people):
                self.new_certificate(self.new_person())
            self.lock_month(month)
            run = self.new_run(month)
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            run.action_gov_compute()
            return self.env.cr.sql_log_count - before

        statements(Month(2026, 9), 1)  # the first run is compared with none before
        few = statements(OCTOBER, 3)
        many = statements(OCTOBER.next(), 9)

        self.assertLessEqual(many, few + 2)

    def test_officer_alone_computes(self):
        self.new_person()
        self.lock_month()
        run = self.new_run()

        for user in (self.leader, self.finance):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                run.with_user(user).action_gov_compute()


class TestLock(PayrollCommon):
    def test_locking_twice_is_once(self):
        self.new_person()
        run = self.locked_run()

        run.action_gov_lock()

        self.assertEqual(run.state, "locked")

    def test_a_run_that_is_not_approved_is_not_locked(self):
        self.new_person()
        run = self.computed_run()

        with self.assertRaises(UserError):
            run.action_gov_lock()
        run.action_gov_submit()
        with self.assertRaises(UserError):
            run.action_gov_lock()

    def test_a_locked_run_is_not_sent_back(self):
        self.new_person()
        run = self.locked_run()

        with self.assertRaises(UserError):
            run.with_user(self.leader).action_gov_back()

    def test_a_run_without_a_county_keeps_to_the_stock_steps(self):
        run = self.env["hr.payslip.run"].create({"name": "OCA"})

        with self.assertRaises(UserError):
            run.action_gov_compute()
        run.close_payslip_run()
        self.assertEqual(run.state, "close")

    def test_a_second_user_at_the_same_moment_is_told_to_wait(self):
        self.new_person()
        self.lock_month()
        run = self.new_run()

        with (
            patch.object(type(run), "lock_for_update", side_effect=LockError("taken")),
            self.assertRaises(DocumentLocked),
        ):
            run.action_gov_compute()
        self.assertFalse(run.slip_ids)

    def test_the_allowance_table_behind_an_approved_run_stays_in_force(self):
        self.new_person()
        version = self.env.ref("gov_window_staff.lianshui_2025")
        run = self.computed_run()
        self.assertFalse(version.is_used)
        self.approve_run(run)
        version.invalidate_recordset()

        self.assertTrue(version.is_used)
        with self.assertRaises(DocumentLocked):
            version.action_back_to_draft()
