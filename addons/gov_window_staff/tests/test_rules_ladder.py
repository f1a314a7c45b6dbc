"""申报条件: alternatives, lines, unknown facts, the day from which all is met."""

from datetime import date

from odoo.tests import BaseCase

from ..rules.allowance import Certificate
from ..rules.ladder import (
    NOW,
    Candidate,
    Condition,
    Level,
    elapsed,
    eligibility,
    held_rank,
    next_level,
)

TODAY = date(2026, 11, 22)
FIVE_THEN_FOUR_YEARS = Condition(prior_rank=1, prior_years=4)
SIX_YEARS = Condition(years=6)
COLLEGE = Condition(education_rank=40, text="相关专业")


def holder(rank, issued, verified=TODAY, **vals):
    return Candidate(certificates=(Certificate(rank, issued, verified),), **vals)


def judge(candidate, *conditions, day=TODAY):
    return eligibility(Level(2, conditions), candidate, day)


class TestEligibility(BaseCase):
    def test_years_since_the_lower_level_count_from_its_issue(self):
        result = judge(holder(1, date(2024, 8, 22)), FIVE_THEN_FOUR_YEARS)

        self.assertIs(result.met, False)
        self.assertEqual(result.due, date(2028, 8, 22))

    def test_it_is_met_on_the_anniversary_and_not_a_day_before(self):
        person = holder(1, date(2022, 11, 22))

        days = (date(2026, 11, 21), date(2026, 11, 22))
        results = [judge(person, FIVE_THEN_FOUR_YEARS, day=day).met for day in days]

        self.assertEqual(results, [False, True])

    def test_certificate_that_nobody_has_verified_does_not_count(self):
        person = holder(1, date(2015, 1, 1), verified=None)

        result = judge(person, FIVE_THEN_FOUR_YEARS)

        self.assertIs(result.met, False)
        self.assertIsNone(result.due)

    def test_higher_certificate_stands_for_the_lower_level(self):
        result = judge(holder(3, date(2020, 1, 1)), FIVE_THEN_FOUR_YEARS)

        self.assertIs(result.met, True)

    def test_one_of_the_alternatives_suffices(self):
        person = holder(1, date(2026, 1, 1), start=date(2020, 11, 22))

        result = judge(person, FIVE_THEN_FOUR_YEARS, SIX_YEARS)

        self.assertEqual([a.met for a in result.alternatives], [False, True])
        self.assertIs(result.met, True)

    def test_all_lines_of_an_alternative_must_be_met(self):
        both = Condition(prior_rank=2, prior_years=2, education_rank=40)
        person = holder(2, date(2020, 1, 1), education_rank=30)

        result = judge(person, both)

        self.assertEqual(
            [(ln.kind, ln.met) for ln in result.alternatives[0].lines],
            [("prior", True), ("education", False)],
        )
        self.assertIs(result.met, False)
        self.assertIsNone(result.due)

    def test_words_that_only_a_person_can_judge_leave_it_open(self):
        result = judge(Candidate(education_rank=50), COLLEGE)

        self.assertIsNone(result.met)
        self.assertEqual(result.due, NOW)

    def test_facts_that_are_not_recorded_leave_it_open(self):
        for condition in (SIX_YEARS, Condition(education_rank=40)):
            with self.subTest(condition=condition):
                result = judge(Candidate(), condition)

                self.assertIsNone(result.met)
                self.assertIsNone(result.due)

    def test_unmet_line_decides_whatever_the_others_leave_open(self):
        result = judge(Candidate(education_rank=30), COLLEGE)

        self.assertIs(result.met, False)

    def test_earliest_alternative_gives_the_day(self):
        person = holder(1, date(2024, 8, 22), start=date(2021, 3, 1))

        result = judge(person, FIVE_THEN_FOUR_YEARS, SIX_YEARS)

        self.assertEqual(result.due, date(2027, 3, 1))

    def test_level_without_conditions_is_left_to_a_person(self):
        self.assertIsNone(judge(Candidate()).met)

    def test_prior_level_without_years_is_met_by_holding_it(self):
        result = judge(holder(1, TODAY), Condition(prior_rank=1))

        self.assertIs(result.met, True)


class TestNextLevel(BaseCase):
    LADDER = (Level(1), Level(2), Level(3, available=False), Level(4))

    def test_first_level_comes_first(self):
        self.assertEqual(next_level(self.LADDER, None).rank, 1)

    def test_level_that_is_not_examined_is_passed_over(self):
        self.assertEqual(next_level(self.LADDER, 2).rank, 4)

    def test_there_is_nothing_above_the_highest(self):
        self.assertIsNone(next_level(self.LADDER, 4))

    def test_highest_verified_certificate_is_held(self):
        person = Candidate(
            certificates=(
                Certificate(2, TODAY, TODAY),
                Certificate(1, TODAY, TODAY),
                Certificate(4, TODAY, None),
            )
        )

        self.assertEqual(held_rank(person), 2)
        self.assertIsNone(held_rank(Candidate()))


class TestElapsed(BaseCase):
    def test_years_and_months_are_full_ones(self):
        cases = {
            (date(2024, 8, 22), date(2026, 11, 22)): (2, 3),
            (date(2024, 8, 22), date(2026, 11, 21)): (2, 2),
            (date(2024, 1, 31), date(2024, 2, 29)): (0, 0),
            (date(2024, 2, 29), date(2025, 2, 28)): (1, 0),
            (date(2026, 11, 22), date(2026, 11, 22)): (0, 0),
            (date(2027, 1, 1), date(2026, 11, 22)): (0, 0),
        }
        for (since, day), expected in cases.items():
            with self.subTest(since=since, day=day):
                self.assertEqual(elapsed(since, day), expected)
