"""A text in force does not change; a new text is a copy with its own start."""

from datetime import date

from psycopg2 import IntegrityError

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.gov_window_staff.exceptions import DocumentLocked
from odoo.addons.gov_window_staff.rules.month import Month

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestRubricVersion(AssessmentCommon):
    def test_text_in_force_refuses_every_change(self):
        changes = {
            "base": lambda: self.version.write({"reward_base": 500}),
            "points": lambda: self.item("1.1").write({"points": 6}),
            "full mark": lambda: self.version.category_ids[:1].write({"full_mark": 40}),
            "threshold": lambda: self.version.grade_ids[:1].write({"min_score": 80}),
            "item goes": lambda: self.item("1.1").unlink(),
            "text goes": lambda: self.version.unlink(),
            "item comes": lambda: self.item("1.1").copy({"code": "1.7"}),
        }
        for name, change in changes.items():
            with self.subTest(change=name), self.assertRaises(DocumentLocked):
                change()

    def test_state_is_set_by_the_buttons_only(self):
        with self.assertRaisesRegex(UserError, "Use the buttons"):
            self.version.with_user(self.officer).state = "draft"

    def test_copy_is_a_draft_with_all_items_and_grades(self):
        copied = self.new_text(in_force=False)

        self.assertEqual(copied.state, "draft")
        self.assertEqual(len(copied.item_ids), 43)
        self.assertEqual(
            copied.item_ids.mapped("points"), self.version.item_ids.mapped("points")
        )
        self.assertEqual(copied._to_grade_rules(), self.version._to_grade_rules())

    def test_copy_button_starts_on_the_next_new_year(self):
        action = self.version.with_user(self.officer).action_copy_version()

        copied = self.env["gov.rubric.version"].browse(action["res_id"])
        self.assertEqual(copied.date_from, date(2026, 1, 1))

    def test_next_text_ends_the_one_before_on_the_day_before(self):
        later = self.new_text("2027-04-01")

        self.assertEqual(self.version.date_to, date(2027, 3, 31))
        find = self.env["gov.rubric.version"]._in_force
        self.assertEqual(find(self.rubric, date(2027, 3, 31)), self.version)
        self.assertEqual(find(self.rubric, date(2027, 4, 1)), later)

    def test_draft_does_not_bind(self):
        self.new_text("2026-01-01", in_force=False)

        found = self.env["gov.rubric.version"]._in_force(self.rubric, date(2026, 10, 1))

        self.assertEqual(found, self.version)

    def test_text_without_the_item_of_bad_reviews_is_not_put_in_force(self):
        with self.assertRaisesRegex(UserError, "no item 4.9"):
            self.new_text(review_item_code="4.9")

    def test_text_without_items_is_not_put_in_force(self):
        empty = self.env["gov.rubric.version"].create(
            {"rubric_id": self.rubric.id, "date_from": "2028-01-01"}
        )

        with self.assertRaisesRegex(UserError, "needs items and grades"):
            empty.action_put_in_force()

    def test_two_texts_do_not_start_on_one_day(self):
        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.new_text("2025-01-01", in_force=False)

    def test_text_of_an_opened_month_does_not_go_back_to_draft(self):
        self.new_person()
        self.new_round("open")

        with self.assertRaises(DocumentLocked):
            self.version.with_user(self.officer).action_back_to_draft()

    def test_text_that_no_month_used_goes_back_to_draft(self):
        later = self.new_text()

        later.with_user(self.officer).action_back_to_draft()

        self.assertEqual(later.state, "draft")

    def test_month_keeps_the_text_it_was_opened_with(self):
        self.new_person()
        later = self.new_text("2026-11-01")

        october = self.new_round("open")
        november = self.new_round("open", Month(2026, 11))

        self.assertEqual(october.version_id, self.version)
        self.assertEqual(november.version_id, later)

    def test_county_with_an_own_rubric_does_not_use_the_common_one(self):
        self.new_person()
        own = self.own_rubric()

        self.assertEqual(self.new_round("open").version_id, own)

    def test_rubric_of_another_county_is_not_used_here(self):
        self.new_person()
        own = self.own_rubric()
        own.rubric_id.department_id = self.new_site("C2", "county")

        self.assertEqual(self.new_round("open").version_id, self.version)
