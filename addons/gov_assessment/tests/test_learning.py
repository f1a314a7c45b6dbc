"""What the assessment says of training: needs from facts, grades beside mentoring."""

from datetime import date, datetime

import psycopg2

from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import AssessmentCommon

PERIOD = (date(2026, 10, 1), date(2026, 10, 31))


@tagged("post_install", "-at_install")
class TestLearning(AssessmentCommon):
    def facts(self, person):
        """(source, topic, day) of the facts that the assessment gives."""
        topics = self.env["gov.training.topic"]
        return [
            (
                fact["source"],
                topics.browse(fact["topic_id"]).get_external_id(),
                fact["date"],
            )
            for fact in person._gov_training_facts(*PERIOD)
        ]

    def topic(self, name):
        topic = self.env.ref(f"gov_training.topic_{name}")
        return topic.get_external_id()

    def test_two_deductions_under_one_item_ask_for_training(self):
        person = self.new_person()
        self.new_event(person, "4.3", day=date(2026, 10, 8))
        self.assertEqual(self.facts(person), [])

        self.new_event(person, "4.3", day=date(2026, 10, 20))

        skills = self.topic("skills")
        self.assertEqual(
            self.facts(person),
            [
                ("deduction", skills, date(2026, 10, 8)),
                ("deduction", skills, date(2026, 10, 20)),
            ],
        )

    def test_deductions_under_two_items_do_not(self):
        person = self.new_person()
        self.new_event(person, "4.3")
        self.new_event(person, "1.1")

        self.assertEqual(self.facts(person), [])

    def test_drafts_and_bonus_points_ask_for_nothing(self):
        person = self.new_person()
        for code in ("4.3", "6.5"):
            state = "draft" if code == "4.3" else "confirmed"
            for day in (8, 9):
                self.new_event(person, code, day=date(2026, 10, day), state=state)

        self.assertEqual(self.facts(person), [])

    def test_one_bad_review_found_true_asks_for_training(self):
        person = self.new_person()
        self.new_review(person, datetime(2026, 10, 8, 2))
        self.new_review(person, datetime(2026, 10, 9, 2), verdict="mistaken")
        self.new_review(person, datetime(2026, 10, 10, 2), is_default=True)

        self.assertEqual(
            self.facts(person),
            [("review", self.topic("etiquette"), date(2026, 10, 8))],
        )

    def test_item_with_a_topic_of_its_own_goes_before_its_category(self):
        self.env["gov.training.trigger"].create(
            {
                "code": "4.3",
                "times": 1,
                "topic_id": self.env.ref("gov_training.topic_site").id,
            }
        )
        person = self.new_person()
        self.new_event(person, "4.3")

        self.assertEqual(
            [topic for _source, topic, _day in self.facts(person)],
            [self.topic("site")],
        )

    def test_facts_become_one_need(self):
        person = self.new_person()
        for day in (8, 20):
            self.new_event(person, "4.3", day=date(2026, 10, day))

        needs = self.env["gov.training.need"]._propose(person, *PERIOD)

        self.assertRecordValues(needs, [{"source": "deduction", "state": "open"}])
        self.assertEqual(needs.facts.count("\n"), 1)

    def test_code_has_one_topic(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError):
            self.env["gov.training.trigger"].create(
                {"code": "3", "topic_id": self.env.ref("gov_training.topic_site").id}
            )

    def test_deduction_needs_a_code(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(psycopg2.IntegrityError):
            self.env["gov.training.trigger"].create(
                {"topic_id": self.env.ref("gov_training.topic_site").id}
            )

    def test_locked_month_stands_beside_the_agreement(self):
        person = self.new_person()
        self.new_round("locked")

        rows = person._gov_mentorship_results(*PERIOD)[person.id]

        months = [row for row in rows if row["text"] == "2026-10"]
        self.assertEqual(len(months), 1)
        self.assertIn("100", months[0]["result"])

    def test_month_that_is_still_open_does_not(self):
        person = self.new_person()
        self.new_round("graded")

        rows = person._gov_mentorship_results(*PERIOD)[person.id]

        self.assertEqual([row for row in rows if row["text"] == "2026-10"], [])
