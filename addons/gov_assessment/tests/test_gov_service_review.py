"""好差评: a review costs 2 points when bad, not a default, and found true."""

from datetime import date, datetime

from psycopg2 import IntegrityError

from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import AssessmentCommon


@tagged("post_install", "-at_install")
class TestReview(AssessmentCommon):
    def assert_cost(self, cost, **vals):
        person = self.new_person()
        self.new_review(person, **vals)
        batch = self.new_round("scored")
        self.assert_totals(batch, {person: 100 - cost})

    def test_dissatisfied_costs_two(self):
        self.assert_cost(2, rating="2")

    def test_very_dissatisfied_costs_no_more(self):
        self.assert_cost(2, rating="1")

    def test_basically_satisfied_costs_nothing(self):
        self.assert_cost(0, rating="3")

    def test_default_review_costs_nothing(self):
        self.assert_cost(0, is_default=True)

    def test_mistaken_review_costs_nothing(self):
        self.assert_cost(0, verdict="mistaken")

    def test_malicious_review_costs_nothing(self):
        self.assert_cost(0, verdict="malicious")

    def test_review_of_somebody_unreachable_costs_nothing(self):
        self.assert_cost(0, verdict="unreachable")

    def test_review_that_was_not_verified_costs_nothing(self):
        self.assert_cost(0, verdict=False)

    def test_first_minutes_of_the_month_in_china_count(self):
        # 2026-10-01 00:20 in China
        self.assert_cost(2, at=datetime(2026, 9, 30, 16, 20))

    def test_last_minutes_of_the_month_in_china_count(self):
        # 2026-10-31 23:40 in China
        self.assert_cost(2, at=datetime(2026, 10, 31, 15, 40))

    def test_last_minute_of_the_month_before_does_not_count(self):
        self.assert_cost(0, at=datetime(2026, 9, 30, 15, 59, 59))

    def test_first_minute_of_the_next_month_does_not_count(self):
        self.assert_cost(0, at=datetime(2026, 10, 31, 16, 0))

    def test_reviews_stop_at_the_floor_of_their_category(self):
        person = self.new_person()
        for _time in range(9):
            self.new_review(person)

        batch = self.new_round("scored")

        appraisal = self.appraisal(batch, person)
        self.assertEqual(appraisal.category_scores["4"], 0)
        self.assertEqual(appraisal.total, 85)

    def test_line_names_the_review_and_the_item(self):
        person = self.new_person()
        review = self.new_review(person)

        batch = self.new_round("scored")

        self.assertRecordValues(
            self.appraisal(batch, person).line_ids,
            [
                {
                    "review_id": review.id,
                    "item_id": self.item("4.4b").id,
                    "date": date(2026, 10, 8),
                    "points_total": 2,
                    "reason": review.number,
                }
            ],
        )

    def test_number_is_recorded_once(self):
        person = self.new_person()
        self.new_review(person, number="TEST-1")

        with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
            self.new_review(person, number="TEST-1")

    def test_day_does_not_depend_on_the_reader(self):
        review = self.new_review(self.new_person(), at=datetime(2026, 9, 30, 16, 20))

        for zone in ("UTC", "America/Los_Angeles", "Asia/Shanghai"):
            with self.subTest(zone=zone):
                review.with_context(tz=zone).reviewed_at = datetime(2026, 9, 30, 16, 30)
                self.assertEqual(review.date, date(2026, 10, 1))
