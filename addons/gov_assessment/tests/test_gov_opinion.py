"""意见建议反馈记录本 and 双向测评: numbered, answered, filed; notes name no visitor."""

from datetime import date

from freezegun import freeze_time
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.exceptions import DocumentLocked

from .common_rev import NOW, TODAY, ReviewCommon


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestOpinion(ReviewCommon):
    def new_opinion(self, user=None, **vals):
        opinions = self.env["gov.opinion"].with_user(user or self.site_officer)
        return opinions.create(
            {"department_id": self.town.id, "text": "请增加座椅", **vals}
        )

    def test_entries_are_numbered_by_county_and_year(self):
        names = [self.new_opinion().name for _time in range(2)]
        other_county = self.new_site("U00", "county")
        elsewhere = self.new_opinion(self.officer, department_id=other_county.id)

        self.assertEqual(names, ["YJ2026-0001", "YJ2026-0002"])
        self.assertEqual(elsewhere.name, "YJ2026-0001")

    def test_answer_is_due_within_the_working_days(self):
        self.assertEqual(self.new_opinion().due_date, date(2026, 10, 26))

    def test_overdue_while_nobody_answered(self):
        opinion = self.new_opinion()
        with freeze_time("2026-10-27 02:00:00"):
            opinion.invalidate_recordset()
            self.assertTrue(opinion.is_overdue)
            found = self.env["gov.opinion"].search([("is_overdue", "=", True)])
            self.assertIn(opinion, found)
            opinion._answer("ordered")
            opinion.invalidate_recordset()
            self.assertFalse(opinion.is_overdue)

    def test_who_answers_is_reminded_once_until_it_is_done(self):
        opinion = self.new_opinion()
        opinion.action_take()
        with freeze_time("2026-10-27 02:00:00"):
            for _time in range(2):
                self.env["gov.opinion"]._cron_remind()
            self.assertEqual(opinion.activity_ids.user_id, self.site_officer)
            self.assertEqual(len(opinion.activity_ids), 1)

            opinion._answer("ordered")

        self.assertFalse(opinion.activity_ids)

    def test_site_answers_and_county_files(self):
        opinion = self.new_opinion()
        dialog = self.env["gov.opinion.answer"].with_user(self.site_officer)
        context = opinion.action_answer()["context"]
        with Form(dialog.with_context(**context)) as form:
            form.answer = "ordered"
        form.record.action_apply()

        self.assertRecordValues(
            opinion,
            [
                {
                    "state": "answered",
                    "answer": "ordered",
                    "answered_on": TODAY,
                    "answered_by_id": self.site_officer.id,
                }
            ],
        )
        with self.assertRaises(AccessError):
            opinion.action_close()
        opinion.with_user(self.officer).action_close()
        self.assertEqual(opinion.state, "closed")

    def test_answer_is_given_once_and_between_entry_and_today(self):
        opinion = self.new_opinion()
        for day in (date(2026, 10, 11), date(2026, 10, 13)):
            with self.assertRaises(ValidationError):
                opinion._answer("early", day)
        opinion._answer("ordered")
        with self.assertRaises(ValidationError):
            opinion._answer("again")
        opinion.with_user(self.officer).action_reopen()
        opinion._answer("again")

    def test_status_is_not_written_by_hand(self):
        opinion = self.new_opinion(state="closed", name="X")
        self.assertEqual((opinion.state, opinion.name), ("new", "YJ2026-0001"))
        for vals in ({"state": "closed"}, {"answer": "x"}, {"name": "X"}):
            with self.assertRaises(DocumentLocked):
                opinion.write(vals)
        opinion._answer("ordered")
        with self.assertRaises(DocumentLocked):
            opinion.text = "something else"

    def test_book_has_no_gaps(self):
        with self.assertRaises(AccessError):
            self.new_opinion().with_user(self.officer).unlink()

    def test_site_officer_stays_in_the_own_sites(self):
        with self.assertRaises(AccessError):
            self.new_opinion(department_id=self.town_b.id)
        opinion = self.new_opinion()
        with self.assertRaises(AccessError):
            opinion.department_id = self.town_b

    def test_leader_reads_only(self):
        opinion = self.new_opinion().with_user(self.leader)
        self.assertEqual(opinion.text, "请增加座椅")
        with self.assertRaises(AccessError):
            opinion._answer("x")


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestVisitorNote(ReviewCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.notes = cls.env["gov.visitor.note"]
        cls.vals = {
            "case_number": "BJ-1",
            "employee_id": cls.person.id,
            "rating": "2",
        }

    def allow(self):
        policy = self.env.ref("gov_assessment.review_policy")
        self.env["gov.review.policy.version"].create(
            {
                "policy_id": policy.id,
                "date_from": "2026-01-01",
                "has_visitor_reviews": True,
            }
        ).action_put_in_force()

    def test_refused_until_the_text_allows_it(self):
        with self.assertRaises(UserError):
            self.notes.create(self.vals)
        self.allow()

        note = self.notes.with_user(self.officer).create(self.vals)

        self.assertEqual(note.rating, "2")

    def test_shows_what_the_visitor_gave(self):
        self.allow()
        review = self.bad_review(case_number="BJ-1")

        self.assertEqual(self.notes.create(self.vals).review_ids, review)

    def test_one_note_a_person_and_case(self):
        self.allow()
        self.notes.create(self.vals)
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.notes.create(self.vals)

    def test_only_the_county_office_sees_notes(self):
        self.allow()
        note = self.notes.create(self.vals)
        self.assertTrue(note.with_user(self.leader).rating)
        for user in (self.site_officer, self.plain_user, self.portal_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                note.with_user(user).read(["rating"])
