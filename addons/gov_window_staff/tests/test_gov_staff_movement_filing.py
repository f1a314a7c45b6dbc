"""Filing: a number without gaps for each county and year, or returned with a reason."""

from ast import literal_eval
from contextlib import contextmanager
from datetime import date

from psycopg2.errors import LockNotAvailable

from odoo import SUPERUSER_ID, api
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

from ..exceptions import DocumentLocked, MovementNotReady
from .common_movement import TODAY, MovementCommon


@tagged("post_install", "-at_install")
class TestFiling(MovementCommon):
    def filed(self, kind="transfer", **vals):
        person = self.new_person(gov_dispatch_unit_id=self.unit.id)
        movement = self.approved(kind, employee_id=person.id, **vals)
        movement.with_user(self.officer).action_file()
        return movement

    def test_approved_movement_waits_for_its_filing(self):
        movement = self.approved()

        self.assertEqual(movement.filing_state, "pending")
        unfiled = self.env.ref("gov_window_staff.gov_staff_movement_action_unfiled")
        self.assertIn(
            movement,
            self.env["gov.staff.movement"].search(literal_eval(unfiled.domain)),
        )

    def test_kind_that_is_not_filed_waits_for_nothing(self):
        self.assertEqual(self.approved("level_up").filing_state, "none")

    def test_filing_keeps_number_day_and_person(self):
        self.county.gov_filing_prefix = "涟政务备"

        movement = self.filed()

        self.assertRecordValues(
            movement,
            [
                {
                    "filing_state": "filed",
                    "filing_number": "涟政务备〔2026〕1号",
                    "filing_date": TODAY,
                    "filing_user_id": self.officer.id,
                }
            ],
        )
        self.assertEqual(self.actions(movement)[-1], "file")

    def test_numbers_follow_each_other_in_county_and_year(self):
        numbers = [self.filed().filing_number for _n in range(3)]
        with self.on("2027-01-04"):
            next_year = self.filed(effective_date="2027-01-04").filing_number

        self.assertEqual(numbers, [f"T00〔2026〕{n}号" for n in (1, 2, 3)])
        self.assertEqual(next_year, "T00〔2027〕1号")

    def test_other_county_counts_for_itself(self):
        self.filed()
        county = self.new_site("U00", "county")
        town = self.new_site("U10", "town", county)

        self.assertEqual(
            self.filed(to_department_id=town.id).filing_number, "U00〔2026〕1号"
        )

    def test_number_is_given_once(self):
        movement = self.filed()

        with self.assertRaises(DocumentLocked):
            movement.with_user(self.officer).action_file()
        self.assertEqual(movement.filing_number, "T00〔2026〕1号")

    def test_failed_filing_leaves_no_gap(self):
        person = self.new_person(gov_dispatch_unit_id=self.unit.id)
        movement = self.approved(employee_id=person.id)
        with self.assertRaises(ZeroDivisionError), self.env.cr.savepoint():
            movement.with_user(self.officer).action_file()
            _ = 1 / 0
        movement.invalidate_recordset()

        movement.with_user(self.officer).action_file()

        self.assertEqual(movement.filing_number, "T00〔2026〕1号")

    def test_returned_filing_is_presented_again(self):
        movement = self.approved(user=self.site_officer)
        with self.assertRaises(MovementNotReady):
            movement.with_user(self.officer)._return_filing("")
        movement.with_user(self.officer)._return_filing("缺调令原件")
        self.assertRecordValues(
            movement, [{"filing_state": "returned", "filing_note": "缺调令原件"}]
        )

        movement.with_user(self.site_officer).action_file_again()
        movement.with_user(self.officer).action_file()

        self.assertEqual(movement.filing_number, "T00〔2026〕1号")
        self.assertEqual(
            self.actions(movement)[-3:], ["return_filing", "file_again", "file"]
        )

    def test_only_the_county_office_files(self):
        movement = self.approved()

        for user in (self.leader, self.site_officer, self.liaison):
            with self.subTest(user=user.login), self.assertRaises(DocumentLocked):
                movement.with_user(user).action_file()

    def test_filing_of_an_entry_stands_on_the_profile(self):
        movement = self.approved("entry")

        movement.with_user(self.officer).action_file()

        self.assertEqual(movement.employee_id.gov_filing_number, "T00〔2026〕1号")
        self.assertEqual(movement.employee_id.gov_filing_date, TODAY)


@tagged("post_install", "-at_install")
class TestTwoAtOnce(TransactionCase):
    """Two transactions; another one sees committed rows only."""

    KEY = "filing/test/2026"

    def setUp(self):
        super().setUp()
        self.movement_id = None
        self.addCleanup(self.remove)

    @contextmanager
    def transaction(self, commits=True):
        """A transaction of its own that must not hang, committed at the end."""
        with self.registry.cursor() as cr:
            cr.execute("SET LOCAL lock_timeout = '1s'")
            yield api.Environment(cr, SUPERUSER_ID, {"lang": "en_US"})
            if not commits:
                cr.rollback()

    def remove(self):
        with self.transaction() as env:
            env["gov.number.counter"].search([("key", "=", self.KEY)]).unlink()
            movement = env["gov.staff.movement"].browse(self.movement_id)
            if not movement:
                return
            person = movement.employee_id
            env.cr.execute(
                "DELETE FROM gov_staff_movement_step WHERE movement_id = %s",
                [movement.id],
            )
            env.cr.execute(
                "DELETE FROM gov_staff_movement WHERE id = %s", [movement.id]
            )
            sites = movement.department_id + movement.to_department_id
            person.with_context(active_test=False).unlink()
            sites.unlink()

    def test_second_number_waits_for_the_first(self):
        with self.transaction() as first:
            self.assertEqual(first["gov.number.counter"]._next(self.KEY), 1)
            with self.transaction() as second, mute_logger("odoo.sql_db"):
                with self.assertRaises(LockNotAvailable):
                    second["gov.number.counter"]._next(self.KEY)
                second.cr.rollback()

        with self.transaction() as third:
            self.assertEqual(third["gov.number.counter"]._next(self.KEY), 2)

    def test_number_of_a_rolled_back_transaction_is_given_again(self):
        with self.transaction(commits=False) as first:
            self.assertEqual(first["gov.number.counter"]._next(self.KEY), 1)

        with self.transaction() as second:
            self.assertEqual(second["gov.number.counter"]._next(self.KEY), 1)

    def approved_movement(self):
        with self.transaction() as env:
            site, other = env["hr.department"].create(
                [{"name": "Site X"}, {"name": "Site Y"}]
            )
            person = env["hr.employee"].create(
                {
                    "name": "Person X",
                    "department_id": site.id,
                    "date_version": date(2020, 1, 1),
                }
            )
            movement = env["gov.staff.movement"].create(
                {
                    "kind": "transfer",
                    "employee_id": person.id,
                    "to_department_id": other.id,
                    "effective_date": date(2026, 1, 5),
                }
            )
            movement._move("approved")
            self.movement_id = movement.id

    def test_two_transactions_apply_a_movement_once(self):
        self.approved_movement()

        with self.transaction() as first, self.transaction() as second:
            movement = first["gov.staff.movement"].browse(self.movement_id)
            late = second["gov.staff.movement"].browse(self.movement_id)
            self.assertEqual(late.state, "approved")
            self.assertTrue(movement._apply())
            first.cr.flush()
            with self.assertRaises(DocumentLocked):
                late._apply()
            second.cr.rollback()

        with self.transaction() as third:
            movement = third["gov.staff.movement"].browse(self.movement_id)
            self.assertFalse(movement._apply())
            steps = movement.step_ids.mapped("action")
            self.assertEqual(steps.count("apply"), 1)
            self.assertEqual(len(movement.employee_id.version_ids), 2)
