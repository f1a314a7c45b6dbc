"""A run against the month before: who joined, left, changed, and finance's tick."""

from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.gov_assessment.tests.common import OCTOBER
from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common import PayrollCommon

NOVEMBER = OCTOBER.next()


class ChangeCommon(PayrollCommon):
    """October is paid; each test makes November different."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.worker = cls.new_person()
        cls.other = cls.new_person()
        cls.october = cls.computed_run()

    def november(self, percent=0.0):
        """The computed run of November, every change of more than `percent` listed."""
        runs = self.env["hr.payslip.run"]
        self.patch(type(runs), "_gov_change_percent", lambda self: percent)
        return self.computed_run(NOVEMBER)

    def change(self, run, person):
        return run.gov_change_ids.filtered(lambda c: c.employee_id == person)


class TestFound(ChangeCommon):
    def test_nobody_is_listed_when_nothing_changed(self):
        run = self.november()

        self.assertEqual(run.gov_previous_id, self.october)
        self.assertFalse(run.gov_change_ids)

    def test_the_first_run_of_a_county_is_compared_with_nothing(self):
        self.assertFalse(self.october.gov_previous_id)
        self.assertFalse(self.october.gov_change_ids)

    def test_a_person_who_joined_counts_from_zero(self):
        newcomer = self.new_person(entry=date(2026, 11, 2))

        run = self.november()

        change = self.change(run, newcomer)
        self.assertEqual((change.kind, change.before), ("joined", 0))
        self.assertEqual(change.after, self.slip(run, newcomer).gov_gross)
        self.assertEqual(len(run.gov_change_ids), 1)

    def test_a_person_who_left_counts_to_zero(self):
        self.other.gov_leave_date = date(2026, 10, 31)

        run = self.november()

        self.assertRecordValues(
            self.change(run, self.other),
            [{"kind": "left", "before": 3300, "after": 0, "difference": -3300}],
        )

    def test_a_certificate_is_the_reason_and_is_named(self):
        paper = self.new_certificate(
            self.worker, 3, issued=date(2026, 10, 9), verified=date(2026, 10, 20)
        )

        change = self.change(self.november(), self.worker)

        self.assertEqual((change.cause, change.difference), ("certificate", 200))
        self.assertIn(paper.number, change.explanation)
        self.assertIn("0.00 → 200.00", change.explanation)

    def test_a_raise_is_the_wage_of_the_profile(self):
        self.worker.create_version({"date_version": date(2026, 11, 1), "wage": 3500})

        change = self.change(self.november(), self.worker)

        self.assertEqual((change.cause, change.difference), ("wage", 500))

    def test_a_raise_with_a_movement_names_the_movement(self):
        self.worker.create_version({"date_version": date(2026, 11, 1), "wage": 3500})
        movement = self.env["gov.staff.movement"].create(
            {
                "kind": "level_up",
                "employee_id": self.worker.id,
                "effective_date": date(2026, 11, 1),
            }
        )
        movement._unprotected().state = "done"

        change = self.change(self.november(), self.worker)

        self.assertEqual(change.cause, "movement")
        self.assertEqual(change.sudo().movement_id, movement)

    def test_a_lower_grade_is_the_reason(self):
        for _time in range(5):
            self.new_event(self.worker, "1.6", day=date(2026, 11, 9))

        change = self.change(self.november(), self.worker)

        self.assertEqual(change.cause, "grade")
        self.assertLess(change.difference, 0)

    def test_only_more_than_the_threshold_is_listed(self):
        self.worker.create_version({"date_version": date(2026, 11, 1), "wage": 3330})
        self.other.create_version({"date_version": date(2026, 11, 1), "wage": 3331})

        run = self.november(percent=10)

        self.assertFalse(self.change(run, self.worker))
        self.assertTrue(self.change(run, self.other))

    def test_computing_again_lists_each_change_once(self):
        self.other.gov_leave_date = date(2026, 10, 31)
        run = self.november()

        run.action_gov_compute()

        self.assertEqual(len(run.gov_change_ids), 1)

    def test_statements_do_not_grow_with_the_changes(self):
        def statements(people):
            for person in people:
                person.version_id.wage += 100
            run.action_gov_compute()
            run.env.flush_all()
            run.env.invalidate_all()
            before = self.env.cr.sql_log_count
            run.sudo()._unprotected()._gov_compare()
            return self.env.cr.sql_log_count - before

        people = [self.new_person() for _ in range(6)]
        run = self.november()
        few = statements(people[:1])
        many = statements(people)

        self.assertLessEqual(many, few + 2)


class TestChecked(ChangeCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other.gov_leave_date = date(2026, 10, 31)
        cls.pay = cls.computed_run(NOVEMBER)

    def test_finance_agrees_only_after_the_changes_are_checked(self):
        self.pay.action_gov_submit()
        self.pay.with_user(self.checker).action_gov_approve()
        with self.assertRaisesRegex(UserError, "1 changes .* are not checked"):
            self.pay.with_user(self.finance).action_gov_approve()

        self.pay.gov_change_ids.with_user(self.finance).action_check()
        self.pay.with_user(self.finance).action_gov_approve()

        self.assertEqual(self.pay.gov_unchecked_count, 0)
        self.assertEqual(self.pay.gov_change_ids.checked_by_id, self.finance)

    def test_all_at_once(self):
        self.pay.with_user(self.finance).action_gov_check_changes()

        self.assertEqual((self.pay.gov_change_count, self.pay.gov_unchecked_count),
                         (1, 0))  # fmt: skip

    def test_new_figures_are_checked_anew(self):
        self.pay.with_user(self.finance).action_gov_check_changes()

        self.pay.action_gov_compute()

        self.assertEqual(self.pay.gov_unchecked_count, 1)

    def test_finance_alone_checks(self):
        for user in (self.officer, self.leader, self.plain_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.pay.gov_change_ids.with_user(user).action_check()

    def test_a_locked_run_keeps_its_ticks(self):
        self.approve_run(self.pay)
        self.pay.action_gov_lock()

        with self.assertRaises(UserError):
            self.pay.with_user(self.finance).action_gov_check_changes()

    def test_nobody_writes_a_change_by_hand(self):
        for user in (self.officer, self.leader, self.finance):
            changes = self.pay.gov_change_ids.with_user(user)
            with self.subTest(user=user.login), self.assertRaises(DocumentLocked):
                changes.write({"after": 1})
        with self.assertRaises(DocumentLocked):
            self.pay.gov_change_ids.sudo().unlink()

    def test_who_reads_the_run_reads_its_changes(self):
        table = self.env["gov.payslip.change"]
        domain = [("run_id", "=", self.pay.id)]
        for user in (self.officer, self.leader, self.finance):
            with self.subTest(user=user.login):
                change = table.with_user(user).search(domain)
                self.assertEqual(len(change), 1)
                self.assertTrue(change.explanation)
        for user in (self.site_officer, self.plain_user, self.portal_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                table.with_user(user).search(domain)

    def test_finance_sees_no_movement(self):
        with self.assertRaises(AccessError):
            self.pay.gov_change_ids.with_user(self.finance).read(["movement_id"])

    def test_a_run_sent_back_hides_its_changes_from_finance(self):
        self.pay.with_user(self.leader).action_gov_back()

        table = self.env["gov.payslip.change"].with_user(self.finance)
        self.assertFalse(table.search([("run_id", "=", self.pay.id)]))


@tagged("post_install", "-at_install")
class TestChangeOverRpc(RpcCommon, ChangeCommon):
    def test_a_client_writes_no_tick(self):
        self.other.gov_leave_date = date(2026, 10, 31)
        change = self.computed_run(NOVEMBER).gov_change_ids
        vals = {"checked_by_id": self.finance.id}

        with (
            self.assertRaisesRegex(Exception, "DocumentLocked|AccessError"),
            mute_logger("odoo.http"),
        ):
            self.call(self.finance, change._name, "write", change.ids, vals)
