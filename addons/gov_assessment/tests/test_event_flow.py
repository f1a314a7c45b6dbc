"""考核记录: verified by somebody else, one fact once (A68, D23, D24)."""

import doctest
from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.tests import BaseCase, tagged

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from ..rules import duplicates
from .common_event import EventFlowCommon


class TestDuplicateRules(BaseCase):
    def test_examples_hold(self):
        result = doctest.testmod(duplicates)

        self.assertEqual((bool(result.attempted), result.failed), (True, 0))


@tagged("post_install", "-at_install")
class TestVerification(EventFlowCommon):
    def test_item_that_needs_it_is_not_confirmed_unverified(self):
        event = self.draft("3.2c")

        with self.assertRaisesRegex(UserError, "needs verification"):
            event.action_confirm()

    def test_recorder_does_not_verify(self):
        with self.assertRaisesRegex(UserError, "You recorded"):
            self.draft("3.2c").action_verify()

    def test_somebody_else_verifies_and_it_is_kept_who_and_when(self):
        event = self.draft("3.2c")

        event.with_user(self.second).action_verify()
        self.assertEqual((event.state, event.verified_by_id), ("verified", self.second))
        self.assertTrue(event.verified_on)
        event.action_confirm()

        self.assertEqual(
            (event.state, event.confirmed_by_id), ("confirmed", self.officer)
        )

    def test_record_of_a_site_officer_is_verified_by_the_county(self):
        event = self.draft("3.2c", user=self.site_officer)
        with self.assertRaises(AccessError):
            event.action_verify()

        event.with_user(self.officer).action_verify()

        self.assertEqual(event.state, "verified")

    def test_verified_record_does_not_count_yet(self):
        event = self.draft("3.2c")
        event.with_user(self.second).action_verify()
        batch = self.new_round("scored")

        self.assertEqual(self.appraisal(batch, self.person).total, 100)

    def test_verification_is_lost_with_the_way_back_to_draft(self):
        event = self.draft("3.2c")
        event.with_user(self.second).action_verify()

        event.action_back_to_draft()

        self.assertRecordValues(
            event,
            [{"state": "draft", "verified_by_id": False, "verified_on": False}],
        )

    def test_nobody_decides_about_himself(self):
        self.person.user_id = self.officer

        with self.assertRaisesRegex(UserError, "about yourself"):
            self.draft().action_confirm()

    def test_confirmed_record_is_not_rewritten_by_an_officer(self):
        event = self.draft()
        event.action_confirm()
        for vals in ({"quantity": 3}, {"reason": "x"}, {"state": "draft"}):
            with self.subTest(vals=vals), self.assertRaises(DocumentLocked):
                event.write(vals)
        with self.assertRaises(DocumentLocked):
            event.unlink()

    def test_officer_does_not_create_a_confirmed_record(self):
        with self.assertRaises(DocumentLocked):
            self.draft(state="confirmed")

    def test_nobody_sends_who_verified(self):
        events = self.env["gov.assessment.event"].with_context(
            default_verified_by_id=self.second.id
        )
        event = self.draft(verified_by_id=self.second.id)
        event |= events.with_user(self.officer).create(
            {"employee_id": self.person.id, "item_id": self.item("2.2").id}
        )

        event.write({"confirmed_by_id": self.second.id})

        self.assertFalse(event.verified_by_id + event.confirmed_by_id)


@tagged("post_install", "-at_install")
class TestOneFactOnce(EventFlowCommon):
    def confirmed(self, code="3.1", **vals):
        event = self.draft(code, **vals)
        event.action_confirm()
        return event

    def test_same_person_day_and_item_is_shown_and_refused(self):
        first, again = self.confirmed(), self.draft()

        self.assertEqual(again.duplicate_ids, first)
        with self.assertRaisesRegex(UserError, "seems to be the same fact"):
            again.action_confirm()

    def test_reason_lets_both_count(self):
        self.confirmed()
        again = self.draft(duplicate_reason="Morning and afternoon")

        again.action_confirm()

        self.assertEqual(again.state, "confirmed")

    def test_linked_item_is_the_same_fact_in_both_directions(self):
        for code, other in (("1.1", "2.2"), ("2.2", "1.1")):
            with self.subTest(code=code), self.env.cr.savepoint() as savepoint:
                first, second = self.confirmed(code), self.draft(other)
                self.assertEqual(second.duplicate_ids, first)
                with self.assertRaises(UserError):
                    second.action_confirm()
                savepoint.rollback()
                self.env.invalidate_all()

    def test_item_that_replaces_another_is_the_same_fact(self):
        for code, instead in (("4.6a", "4.6b"), ("5.3a", "5.3b"), ("5.5a", "5.5b")):
            with self.subTest(code=code):
                first = self.confirmed(code)
                heavier = self.draft(instead)
                with self.assertRaises(UserError):
                    heavier.action_confirm()
                first.withdraw_reason = "Replaced"
                first.action_withdraw()
                heavier.action_confirm()
                self.assertEqual(heavier.state, "confirmed")

    def test_3_2b_adds_to_3_2a(self):
        self.confirmed("3.2a")

        self.assertEqual(self.confirmed("3.2b").state, "confirmed")

    def test_other_days_people_and_items_are_other_facts(self):
        self.confirmed()
        other = self.new_person()
        events = self.draft("3.2a") + self.draft(day=date(2026, 10, 9))
        events += self.draft(employee_id=other.id)

        events.action_confirm()

        self.assertFalse(events.duplicate_ids)

    def test_two_drafts_of_one_fact_are_not_confirmed_at_once(self):
        with self.assertRaises(UserError):
            (self.draft() + self.draft()).action_confirm()

    def test_withdrawn_record_is_no_duplicate(self):
        first = self.confirmed()
        first.withdraw_reason = "Mixed up"
        first.action_withdraw()

        self.assertFalse(self.draft().duplicate_ids)

    def test_daily_item_counts_once_a_day(self):
        with self.assertRaisesRegex(UserError, "at most once a day"):
            self.confirmed("5.1", quantity=2)

    def test_highest_award_of_a_matter_only(self):
        vals = {"evidence_ids": self.evidence(), "matter": "抗洪 先进"}
        city = self.confirmed("6.1a", **vals)
        vals.update(matter="抗洪先进", day=date(2026, 10, 20))

        province = self.draft("6.1b", **vals)

        self.assertEqual(province.duplicate_ids, city)
        with self.assertRaises(UserError):
            province.action_confirm()

    def test_awards_for_two_matters_both_count(self):
        vals = {"evidence_ids": self.evidence()}
        self.confirmed("6.2b", matter="甲", **vals)

        self.assertEqual(self.confirmed("6.2b", matter="乙", **vals).state, "confirmed")

    def test_item_counts_at_most_so_often_a_month(self):
        version = self.own_rubric(in_force=False)
        item = self.item("3.1", version)
        item.month_limit = 2
        version.action_put_in_force()
        for day in (1, 2):
            self.confirmed(item_id=item.id, day=date(2026, 10, day))
        self.confirmed(item_id=item.id, day=date(2026, 11, 2))

        with self.assertRaisesRegex(UserError, "at most 2 count in a month"):
            self.confirmed(item_id=item.id, day=date(2026, 10, 5))

    def test_evidence_is_asked_for_where_the_text_does(self):
        event = self.draft("6.2b")
        with self.assertRaisesRegex(UserError, "needs evidence"):
            event.action_confirm()

        event.evidence_ids = self.evidence()
        event.action_confirm()

        self.assertEqual(event.state, "confirmed")
