"""What becomes a need, and what counts before and after a session."""

from datetime import date

from odoo.tests import BaseCase

from ..rules.needs import Fact, Known, compare, proposals

MAY, JUNE, JULY = date(2026, 5, 4), date(2026, 6, 1), date(2026, 7, 6)


def fact(day, person=1, topic=7, source="exam"):
    return Fact(person, topic, source, day)


class TestProposals(BaseCase):
    def days(self, facts, known=()):
        return [[f.day for f in group] for group in proposals(facts, known)]

    def test_facts_of_one_person_topic_and_source_are_one_need(self):
        self.assertEqual(self.days([fact(JUNE), fact(MAY)]), [[MAY, JUNE]])

    def test_other_person_topic_or_source_is_another_need(self):
        others = [fact(MAY), fact(MAY, 2), fact(MAY, 1, 8), fact(MAY, 1, 7, "missed")]

        self.assertEqual(len(self.days(others)), 4)

    def test_nothing_is_proposed_twice(self):
        cases = {
            "same day": (Known(1, 7, "exam", JUNE), []),
            "later": (Known(1, 7, "exam", JULY), []),
            "earlier": (Known(1, 7, "exam", MAY), [[JUNE]]),
            "earlier, but live": (Known(1, 7, "exam", MAY, is_live=True), []),
            "other source": (Known(1, 7, "wish", JULY, is_live=True), [[JUNE]]),
            "trained since": (Known(1, 7, "", JULY), []),
            "trained before": (Known(1, 7, "", MAY), [[JUNE]]),
            "somebody else": (Known(2, 7, "exam", JULY), [[JUNE]]),
        }
        for name, (known, expected) in cases.items():
            with self.subTest(name):
                self.assertEqual(self.days([fact(JUNE)], [known]), expected)

    def test_latest_of_several_answers_counts(self):
        known = [Known(1, 7, "exam", JULY), Known(1, 7, "exam", MAY)]

        self.assertEqual(self.days([fact(JUNE)], known), [])


class TestCompare(BaseCase):
    def test_days_at_the_borders(self):
        first, last = date(2026, 6, 10), date(2026, 6, 12)
        cases = {
            date(2026, 5, 31): (0, 0),  # the eleventh day before
            date(2026, 6, 1): (1, 0),  # nine days before: within ten
            date(2026, 6, 9): (1, 0),
            date(2026, 6, 10): (0, 0),  # during the session
            date(2026, 6, 12): (0, 0),
            date(2026, 6, 13): (0, 1),
            date(2026, 6, 21): (0, 1),  # the ninth day after
            date(2026, 6, 22): (0, 0),
        }
        for day, expected in cases.items():
            found = compare([fact(day)], first, last, 9).get((1, 7), ((), ()))
            with self.subTest(day=day):
                self.assertEqual(tuple(map(len, found)), expected)
