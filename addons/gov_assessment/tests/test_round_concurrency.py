"""Two users who press the same button at once."""

from contextlib import contextmanager
from unittest.mock import patch

from odoo import SUPERUSER_ID, api
from odoo.tests import TransactionCase, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestTwoUsersAtOnce(TransactionCase):
    def setUp(self):
        super().setUp()
        # another transaction sees committed rows only
        with self.transaction() as env:
            county = env["hr.department"].create(
                {"name": "Site X", "gov_code": "TEST-X", "gov_level": "county"}
            )
            batch = env["gov.appraisal.round"].create(
                {"county_id": county.id, "date_from": "2026-10-01"}
            )
            self.county_id, self.round_id = county.id, batch.id
        self.addCleanup(self.remove)

    @contextmanager
    def transaction(self):
        """A transaction of its own, committed at the end."""
        with self.registry.cursor() as cr:
            # a step that waits for the lock must fail here, not hang
            cr.execute("SET LOCAL lock_timeout = '2s'")
            yield api.Environment(cr, SUPERUSER_ID, {"lang": "en_US"})

    def remove(self):
        with self.transaction() as env:
            env["gov.appraisal.round"].browse(self.round_id).unlink()
            env["hr.department"].browse(self.county_id).unlink()

    def steps(self, batch):
        return (
            batch.action_open,
            batch.action_score,
            batch.action_grade,
            batch.action_publish,
            batch.action_submit,
            batch.action_confirm,
            batch.action_lock,
        )

    def test_the_second_one_is_told_to_wait(self):
        with self.transaction() as first, self.transaction() as second:
            first["gov.appraisal.round"].browse(self.round_id).lock_for_update()
            batch = second["gov.appraisal.round"].browse(self.round_id)
            for step in self.steps(batch):
                with self.subTest(step=step.__name__):
                    with self.assertRaisesRegex(
                        DocumentLocked, "Somebody else.*Site X"
                    ):
                        step()

    def test_the_second_one_goes_on_when_the_first_is_done(self):
        with self.transaction() as first:
            first["gov.appraisal.round"].browse(self.round_id).lock_for_update()

        with self.transaction() as second:
            batch = second["gov.appraisal.round"].browse(self.round_id)
            with self.assertRaisesRegex(Exception, "Nobody was in service"):
                batch.action_open()


@tagged("post_install", "-at_install")
class TestFactMeetsMonth(AssessmentCommon):
    def test_a_fact_holds_its_open_month_so_that_nobody_scores_without_it(self):
        person = self.new_person()
        batch = self.new_round("open")

        with patch.object(type(batch), "_hold", autospec=True) as hold:
            self.new_event(person, "1.1", state="draft")
            self.assertFalse(any(call.args[0] for call in hold.call_args_list))
            self.new_event(person, "1.1")

        self.assertIn(batch, [call.args[0] for call in hold.call_args_list])

    def test_a_fact_is_refused_while_its_month_is_scored(self):
        person = self.new_person()
        batch = self.new_round("open")
        taken = DocumentLocked("taken")

        with patch.object(type(batch), "_hold", side_effect=taken):
            with self.assertRaisesRegex(DocumentLocked, "taken"):
                self.new_event(person, "1.1")
