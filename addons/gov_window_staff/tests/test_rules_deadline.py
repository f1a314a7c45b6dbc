"""入职后2年内: the deadline, who has met it, which warning is due (D28)."""

from datetime import date, timedelta

from odoo.tests import BaseCase

from ..rules.allowance import Certificate
from ..rules.deadline import Duty, base_deadline, due_threshold, read_days, standing

RULE = date(2024, 7, 22)
DUTY = Duty(rank=1, years=2, rule_date=RULE)
ENTRY = date(2025, 3, 1)
DEADLINE = date(2027, 3, 1)


def stands(day, certificates=(), extensions=(), entry=ENTRY, duty=DUTY):
    return standing(duty, entry, certificates, extensions, day)


class TestDeadline(BaseCase):
    def test_newcomer_has_until_the_second_anniversary(self):
        self.assertEqual(base_deadline(DUTY, ENTRY), DEADLINE)

    def test_29_february_ends_on_the_28th(self):
        self.assertEqual(
            base_deadline(Duty(1, 1), date(2028, 2, 29)), date(2029, 2, 28)
        )

    def test_earlier_staff_have_two_years_from_the_rule(self):
        for entry in (date(1999, 1, 1), RULE - timedelta(1), RULE):
            with self.subTest(entry=entry):
                self.assertEqual(base_deadline(DUTY, entry), date(2026, 7, 22))

    def test_without_a_rule_date_everybody_counts_from_the_entry(self):
        self.assertEqual(base_deadline(Duty(1, 2), date(1999, 1, 1)), date(2001, 1, 1))

    def test_without_an_entry_there_is_no_deadline(self):
        self.assertEqual(stands(DEADLINE, entry=None).state, "none")

    def test_states_follow_the_days_that_are_left(self):
        cases = {181: "ok", 180: "notice", 91: "notice", 90: "soon", 31: "soon"}
        cases |= {30: "urgent", 0: "urgent", -1: "overdue"}
        for left, state in cases.items():
            with self.subTest(left=left):
                now = stands(DEADLINE - timedelta(days=left))
                self.assertEqual((now.state, now.days_left), (state, left))

    def test_verified_certificate_of_the_level_or_higher_meets_it(self):
        for rank in (1, 3):
            paper = Certificate(rank, date(2026, 5, 6), date(2026, 6, 1))
            with self.subTest(rank=rank):
                now = stands(DEADLINE, [paper])
                self.assertEqual((now.state, now.met_on), ("met", paper.issued))
                self.assertIsNone(now.threshold)

    def test_unverified_or_lower_certificate_does_not(self):
        higher = Duty(rank=2, years=2)
        for paper in (
            Certificate(2, date(2026, 5, 6), None),
            Certificate(1, date(2026, 5, 6), date(2026, 6, 1)),
        ):
            with self.subTest(paper=paper):
                now = stands(date(2026, 12, 1), [paper], duty=higher)
                self.assertNotEqual(now.state, "met")

    def test_certificate_after_the_deadline_is_marked_late(self):
        late = Certificate(1, DEADLINE + timedelta(1), DEADLINE + timedelta(5))
        in_time = Certificate(1, DEADLINE, DEADLINE + timedelta(5))

        self.assertTrue(stands(date(2028, 1, 1), [late]).is_late)
        self.assertFalse(stands(date(2028, 1, 1), [in_time]).is_late)

    def test_latest_extension_counts(self):
        until = [date(2027, 6, 1), date(2027, 9, 1)]

        now = stands(date(2027, 3, 2), extensions=until)

        self.assertEqual(now.deadline, until[1])
        self.assertEqual(now.days_left, 183)

    def test_one_threshold_alone_is_urgent(self):
        duty = Duty(1, 2, warn_days=(60,))

        self.assertEqual(stands(DEADLINE - timedelta(60), duty=duty).state, "urgent")


class TestThresholds(BaseCase):
    def test_tightest_threshold_that_was_reached_is_due(self):
        days = {200: None, 180: 180, 91: 180, 90: 90, 30: 30, 0: 30, -1: 0, -999: 0}

        self.assertEqual(
            {left: due_threshold((30, 180, 90), left) for left in days}, days
        )

    def test_days_are_read_as_people_write_them(self):
        for text in ("180, 90, 30", "30、90，180", " 90,30 ,180,90 "):
            with self.subTest(text=text):
                self.assertEqual(read_days(text), (180, 90, 30))

    def test_other_words_are_refused(self):
        for text in ("半年", "90.5", "-30", "0"):
            with self.subTest(text=text), self.assertRaises(ValueError):
                read_days(text)
