"""考核记录: drafted by a site, confirmed by the county, frozen with the month."""

from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestEvent(AssessmentCommon):
    def test_fixed_item_brings_its_points(self):
        event = self.new_event(self.new_person(), "3.4", quantity=2)

        self.assertEqual((event.points, event.points_total), (15, 30))

    def test_fixed_item_takes_no_other_points(self):
        for points in (4, 6, 0, -5):
            with self.subTest(points=points), self.assertRaises(ValidationError):
                self.new_event(self.new_person(), "1.1", points=points)

    def test_item_at_discretion_takes_its_range_with_both_ends(self):
        for points in (2, 3.5, 5):
            with self.subTest(points=points):
                event = self.new_event(self.new_person(), "4.1", points=points)
                self.assertEqual(event.points, points)

    def test_item_at_discretion_takes_nothing_outside_its_range(self):
        for points in (1.99, 5.01):
            with self.subTest(points=points):
                with self.assertRaisesRegex(ValidationError, "4.1 takes 2-5 points"):
                    self.new_event(self.new_person(), "4.1", points=points)

    def test_points_do_not_leave_the_range_later(self):
        event = self.new_event(self.new_person(), "2.4", points=5)

        with self.assertRaises(ValidationError):
            event.points = 6

    def test_quantity_is_more_than_zero(self):
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.new_event(self.new_person(), quantity=0)

    def test_officer_records_and_confirms_on_the_form(self):
        form = Form(self.env["gov.assessment.event"].with_user(self.officer))
        form.employee_id = self.new_person()
        form.item_id = self.item("2.2")
        event = form.save()

        event.action_confirm()

        self.assertRecordValues(
            event, [{"state": "confirmed", "points": 10, "points_total": 10}]
        )

    def test_withdrawal_needs_a_reason(self):
        event = self.new_event(self.new_person()).with_user(self.officer)

        with self.assertRaisesRegex(ValidationError, "why this record is withdrawn"):
            event.action_withdraw()

    def test_withdrawn_record_goes_back_to_draft_and_is_confirmed_anew(self):
        event = self.new_event(self.new_person()).with_user(self.officer)
        event.withdraw_reason = "Mixed up"

        event.action_withdraw()
        event.action_confirm()
        self.assertEqual(event.state, "withdrawn")
        event.action_back_to_draft()
        event.action_confirm()

        self.assertRecordValues(
            event, [{"state": "confirmed", "withdraw_reason": False}]
        )

    def test_copy_of_a_confirmed_record_is_a_draft(self):
        copied = self.new_event(self.new_person()).copy()

        self.assertEqual(copied.state, "draft")

    def test_site_is_that_of_the_person_on_the_day(self):
        person = self.new_person()
        person.create_version(
            {"date_version": date(2026, 10, 15), "department_id": self.town_b.id}
        )

        before = self.new_event(person, day=date(2026, 10, 14))
        after = self.new_event(person, day=date(2026, 10, 15))

        self.assertEqual(before.department_id, self.town)
        self.assertEqual(after.department_id, self.town_b)

    def test_site_follows_a_corrected_date(self):
        person = self.new_person()
        person.create_version(
            {"date_version": date(2026, 10, 15), "department_id": self.town_b.id}
        )
        event = self.new_event(person, day=date(2026, 10, 15), state="draft")

        event.date = date(2026, 10, 14)

        self.assertEqual(event.department_id, self.town)


@tagged("post_install", "-at_install")
class TestEventOfSiteOfficer(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.own = cls.new_person(department_id=cls.village.id)
        cls.other = cls.new_person(department_id=cls.town_b.id)
        cls.draft = cls.new_event(cls.own, state="draft").with_user(cls.site_officer)

    def record(self, person, **vals):
        return (
            self.env["gov.assessment.event"]
            .with_user(self.site_officer)
            .create({"employee_id": person.id, "item_id": self.item("1.1").id, **vals})
        )

    def test_drafts_for_own_people_and_those_below(self):
        event = self.record(self.own)

        self.assertEqual(event.state, "draft")
        event.reason = "Late"

    def test_does_not_draft_for_people_of_other_sites(self):
        with self.assertRaises(AccessError):
            self.record(self.other)

    def test_does_not_confirm(self):
        with self.assertRaisesRegex(AccessError, "Only the county's HR officers"):
            self.draft.action_confirm()

    def test_does_not_create_a_confirmed_record(self):
        with self.assertRaises(AccessError):
            self.record(self.own, state="confirmed")

    def test_does_not_confirm_by_a_default_in_the_context(self):
        events = self.env["gov.assessment.event"].with_user(self.site_officer)

        with self.assertRaises(AccessError):
            events.with_context(default_state="confirmed").create(
                {"employee_id": self.own.id, "item_id": self.item("1.1").id}
            )

    def test_does_not_withdraw_or_change_a_confirmed_record(self):
        confirmed = self.new_event(self.own).with_user(self.site_officer)

        for change in ({"state": "draft"}, {"quantity": 2}, {"withdraw_reason": "x"}):
            with self.subTest(change=change), self.assertRaises(AccessError):
                confirmed.write(change)
        with self.assertRaises(AccessError):
            confirmed.unlink()

    def test_does_not_move_a_draft_to_a_person_of_another_site(self):
        with self.assertRaises(AccessError):
            self.draft.employee_id = self.other

    def test_does_not_move_a_draft_to_a_day_in_another_site(self):
        self.own.create_version(
            {"date_version": date(2026, 10, 9), "department_id": self.town_b.id}
        )

        with self.assertRaises(AccessError):
            self.draft.date = date(2026, 10, 9)

    def test_does_not_name_the_site_of_a_record(self):
        # the record rules rest on the site: it is looked up, never sent
        with self.assertRaises(AccessError):
            self.record(self.other, department_id=self.town.id)
        with self.assertRaises(AccessError):
            self.draft.write(
                {"employee_id": self.other.id, "department_id": self.town.id}
            )

    def test_does_not_name_the_site_by_a_default_in_the_context_either(self):
        events = self.env["gov.assessment.event"].with_user(self.site_officer)

        with self.assertRaises(AccessError):
            events.with_context(default_department_id=self.town.id).create(
                {"employee_id": self.other.id, "item_id": self.item("1.1").id}
            )

    def test_deletes_an_own_draft(self):
        self.draft.unlink()

        self.assertFalse(self.draft.exists())


@tagged("post_install", "-at_install")
class TestFactsOfASettledMonth(AssessmentCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.person = cls.new_person()
        cls.event = cls.new_event(cls.person)
        cls.review = cls.new_review(cls.person)

    def changes(self):
        """{name: a change of a counted fact of the month}"""
        return {
            "event goes": lambda: self.event.unlink(),
            "event is moved out": lambda: self.event.write({"date": "2026-11-02"}),
            "event is withdrawn": lambda: self.event.write({"state": "withdrawn"}),
            "quantity": lambda: self.event.write({"quantity": 3}),
            "review goes": lambda: self.review.unlink(),
            "verdict": lambda: self.review.write({"verdict": "mistaken"}),
        }

    def arrivals(self):
        """{name: a new counted fact of the month}"""
        november = self.new_event(self.person, day=date(2026, 11, 1))
        draft = self.new_event(self.person, code="2.2", state="draft")
        return {
            "event comes": lambda: self.new_event(self.person, code="3.1"),
            "event is moved in": lambda: november.write({"date": "2026-10-31"}),
            "draft is confirmed": lambda: draft.write({"state": "confirmed"}),
            "review comes": lambda: self.new_review(self.person),
        }

    def test_changed_fact_sends_a_computed_month_back_to_open(self):
        batch = self.new_round("open")
        for name, change in (self.changes() | self.arrivals()).items():
            for state in ("scored", "graded"):
                with (
                    self.subTest(change=name, state=state),
                    self.env.cr.savepoint() as s,
                ):
                    self.advance(batch, state)
                    change()
                    self.assertEqual(batch.state, "open")
                    s.rollback()
                    self.env.invalidate_all()

    def test_reopened_month_says_why(self):
        batch = self.new_round("scored")

        self.new_event(self.person, code="3.1")

        self.assertIn("score it again", batch.message_ids[0].body)

    def test_closed_month_refuses_every_change_of_a_fact(self):
        batch = self.new_round("open")
        changes = self.changes()
        for state in ("published", "confirmed", "locked"):
            self.advance(batch, state)
            for name, change in changes.items():
                with self.subTest(change=name, state=state):
                    with self.assertRaisesRegex(
                        DocumentLocked, "2026-10 is published or"
                    ):
                        change()

    def test_drafts_do_not_touch_a_scored_month(self):
        batch = self.new_round("scored")

        self.new_event(self.person, code="3.1", state="draft").quantity = 2

        self.assertEqual(batch.state, "scored")

    def test_words_beside_the_score_stay_free(self):
        self.new_round("locked")

        self.event.reason = "Corrected wording"
        self.review.comment = "Apologised"

        self.assertEqual(self.event.reason, "Corrected wording")

    def test_months_beside_a_closed_one_stay_free(self):
        batch = self.new_round("locked")

        self.new_event(self.person, day=date(2026, 9, 30))
        self.new_event(self.person, day=date(2026, 11, 1))

        self.assertEqual(batch.state, "locked")

    def test_facts_of_people_outside_the_round_do_not_touch_it(self):
        batch = self.new_round("scored")

        self.new_event(self.new_person())

        self.assertEqual(batch.state, "scored")
