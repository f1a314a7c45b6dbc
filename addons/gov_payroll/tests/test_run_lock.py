"""What is in a window-staff run is written by the run alone, from nowhere else."""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.gov_assessment.tests.common import OCTOBER
from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.tests.common import RpcCommon

from .common import PayrollCommon


class TestRunLock(PayrollCommon):
    """The superuser stands for every user here: no right opens the lock."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.worker = cls.new_person()
        cls.closed = cls.locked_run().with_user(cls.env.ref("base.user_root")).sudo()
        cls.paid = cls.slip(cls.closed, cls.worker)

    def test_a_locked_run_refuses_every_change(self):
        changes = [
            {"state": "draft"},
            {"name": "x"},
            {"date_start": "2026-09-01"},
            {"gov_county_id": False},
            {"gov_approver_id": False},
            {"company_id": self.env.company.id},
            {"slip_ids": [(5, 0, 0)]},
            {"slip_ids": [(1, self.paid.id, {"name": "x"})]},
        ]
        for vals in changes:
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                self.closed.write(vals)

    def test_a_paid_month_is_not_opened_for_a_late_record(self):
        self.new_event(self.worker, "1.6")
        batch = self.closed._gov_round().with_user(self.leader)

        with self.assertRaisesRegex(DocumentLocked, "paid already"):
            batch._reopen_late("Inspection of the city")

    def test_a_locked_run_cannot_be_deleted(self):
        with self.assertRaises(DocumentLocked):
            self.closed.unlink()

    def test_the_stock_buttons_do_not_open_it(self):
        buttons = (
            self.closed.draft_payslip_run,
            self.closed.close_payslip_run,
            self.paid.action_payslip_draft,
            self.paid.action_payslip_done,
            self.paid.refund_sheet,
            self.paid.compute_sheet,
        )
        for button in buttons:
            with (
                self.subTest(button=button.__name__),
                self.assertRaises(DocumentLocked),
            ):
                button()

    def test_a_slip_refuses_every_change(self):
        changes = [
            {"state": "draft"},
            {"note": "x"},
            {"gov_gross": 1},
            {"payslip_run_id": False},
            {"line_ids": [(5, 0, 0)]},
        ]
        for vals in changes:
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                self.paid.write(vals)

    def test_a_slip_cannot_be_deleted(self):
        self.env.cr.execute("UPDATE hr_payslip SET state = 'draft'")
        self.env.invalidate_all()

        with self.assertRaises(DocumentLocked):
            self.paid.unlink()

    def test_a_line_refuses_change_and_deletion(self):
        line = self.paid.line_ids[0]

        with self.assertRaises(DocumentLocked):
            line.amount = 1
        with self.assertRaises(DocumentLocked):
            line.total = 1
        with self.assertRaises(DocumentLocked):
            line.unlink()

    def test_the_name_of_a_line_is_not_translated_behind_the_lock(self):
        line = self.paid.line_ids[0]

        with self.assertRaises(DocumentLocked):
            line.update_field_translations("name", {"en_US": "Gift"})

    def test_nothing_is_added_to_a_slip(self):
        vals = {"name": "x", "code": "X", "contract_id": self.paid.contract_id.id}
        rule = self.env.ref("gov_payroll.rule_basic")
        line = {**vals, "slip_id": self.paid.id, "salary_rule_id": rule.id}
        additions = {
            "hr.payslip.line": line,
            "hr.payslip.input": {**vals, "payslip_id": self.paid.id},
            "hr.payslip.worked_days": {**vals, "payslip_id": self.paid.id},
        }
        for model, addition in additions.items():
            with self.subTest(model=model), self.assertRaises(DocumentLocked):
                self.env[model].create(addition)

    def test_no_slip_is_added_to_a_run(self):
        vals = {"employee_id": self.worker.id, "payslip_run_id": self.closed.id}

        with self.assertRaises(DocumentLocked):
            self.env["hr.payslip"].create(vals)

    def test_a_foreign_slip_is_not_moved_into_a_run(self):
        foreign = self.env["hr.payslip"].create({"employee_id": self.worker.id})

        with self.assertRaises(DocumentLocked):
            foreign.payslip_run_id = self.closed

    def test_a_slip_is_not_moved_out_by_creating_another_run(self):
        with self.assertRaises(DocumentLocked):
            self.env["hr.payslip.run"].create(
                {"name": "x", "slip_ids": [(4, self.paid.id)]}
            )

    def test_a_stock_run_with_slips_does_not_become_a_window_staff_run(self):
        foreign = self.env["hr.payslip"].create({"employee_id": self.worker.id})
        run = self.env["hr.payslip.run"].create(
            {"name": "x", "slip_ids": [(4, foreign.id)]}
        )

        with self.assertRaises(DocumentLocked):
            run.gov_county_id = self.county

    def test_a_context_key_that_a_client_can_send_opens_nothing(self):
        for value in (True, 1, "object()", {}):
            forged = self.closed.with_context(gov_unlock=value, gov_pay_batch=value)
            with self.subTest(value=value), self.assertRaises(DocumentLocked):
                forged.write({"state": "draft"})

    def test_gaps_are_not_written_by_hand(self):
        with self.assertRaises(DocumentLocked):
            self.env["gov.payslip.gap"].create(
                {"run_id": self.closed.id, "kind": "no_wage"}
            )

    def test_computed_figures_are_not_edited_before_the_approval_either(self):
        self.new_person()
        run = self.computed_run(OCTOBER.next())

        with self.assertRaises(DocumentLocked):
            run.slip_ids.sudo().line_ids[0].amount = 9999

    def test_an_officer_deletes_a_draft_that_was_never_computed(self):
        run = self.new_run(OCTOBER.next())

        run.unlink()

        self.assertFalse(run.exists())


@tagged("post_install", "-at_install")
class TestRunLockOverRpc(RpcCommon, PayrollCommon):
    def test_a_client_cannot_forge_the_key_of_the_lock(self):
        self.new_person()
        run = self.locked_run()
        context = {"gov_unlock": True, "without_compute_sheet": True}

        for method, args in (
            ("write", ([run.id], {"state": "draft"})),
            ("draft_payslip_run", ([run.id],)),
            ("unlink", ([run.id],)),
        ):
            with (
                self.subTest(method=method),
                self.assertRaisesRegex(Exception, "DocumentLocked"),
            ):
                self.call(self.officer, run._name, method, *args, context=context)

    def test_an_officer_writes_neither_slips_nor_lines(self):
        self.new_person()
        slips = self.computed_run().slip_ids

        for records in (slips, slips.line_ids):
            with (
                self.subTest(model=records._name),
                self.assertRaisesRegex(Exception, "AccessError|DocumentLocked"),
            ):
                vals = {"name": "x"}
                self.call(self.officer, records._name, "write", records.ids, vals)

    def test_the_register_object_is_no_rpc_method(self):
        self.new_person()
        run = self.computed_run()

        for method in ("gov_register_rows", "gov_register_xlsx", "_gov_begin"):
            with (
                self.subTest(method=method),
                self.assertRaisesRegex(Exception, "AccessError"),
            ):
                self.call(self.officer, run._name, method, run.ids)


@tagged("post_install", "-at_install")
class TestTwoUsersAtOnce(PayrollCommon):
    """Two real transactions; what they commit is removed again."""

    def test_the_second_transaction_waits_its_turn(self):
        with self.registry.cursor() as setup:
            env = self.env(cr=setup)
            county = env["hr.department"].create(
                {"name": "并发县", "gov_level": "county"}
            )
            run = env["hr.payslip.run"].create(
                {"gov_county_id": county.id, "date_start": "2026-10-01"}
            )
        self.addCleanup(self.remove, run.id, county.id)

        with self.registry.cursor() as first, self.registry.cursor() as second:
            run.with_env(self.env(cr=first))._gov_begin("base.group_user", ["draft"])

            with self.assertRaises(DocumentLocked):
                run.with_env(self.env(cr=second)).action_gov_check()
            second.rollback()
            first.rollback()

    def remove(self, run_id, county_id):
        with self.registry.cursor() as cr:
            env = self.env(cr=cr)
            env["hr.payslip.run"].browse(run_id).unlink()
            env["hr.department"].browse(county_id).unlink()


class TestRights(PayrollCommon):
    def test_nobody_but_the_steps_creates_or_writes_slips(self):
        self.new_person()
        run = self.computed_run()

        for user in (self.officer, self.leader, self.finance):
            slips = run.slip_ids.with_user(user)
            for records in (slips, slips.line_ids):
                with self.subTest(user=user.login, model=records._name):
                    self.assertFalse(records.has_access("write"))
                    self.assertFalse(records.has_access("create"))
                    self.assertFalse(records.has_access("unlink"))

    def test_a_leader_cannot_create_a_run(self):
        with self.assertRaises(AccessError):
            self.env["hr.payslip.run"].with_user(self.leader).create(
                {"gov_county_id": self.county.id, "date_start": "2026-10-01"}
            )
