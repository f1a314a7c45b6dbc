"""What holds for eligibility and deadlines of anybody."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules import deadline as deadlines
from ..rules.allowance import Certificate
from ..rules.ladder import Candidate, Condition, Level, elapsed, eligibility
from ..rules.month import anniversary

CHECKED = settings(derandomize=True, database=None, deadline=None, max_examples=200)
DAYS = st.dates(date(2010, 1, 1), date(2040, 12, 31))
LATER = st.integers(0, 4000).map(lambda days: timedelta(days=days))
RANKS = st.integers(1, 5)
CERTIFICATES = st.lists(
    st.builds(Certificate, RANKS, DAYS, st.none() | DAYS), max_size=4
).map(tuple)
CANDIDATES = st.builds(
    Candidate, st.none() | DAYS, st.none() | st.integers(10, 70), CERTIFICATES
)
# each asks for something, as the database demands
CONDITIONS = st.builds(
    Condition,
    years=st.integers(1, 8),
    prior_rank=st.none() | RANKS,
    prior_years=st.integers(0, 5),
    education_rank=st.none() | st.sampled_from((30, 40, 50)),
    text=st.sampled_from(("", "相关专业")),
)
LEVELS = st.builds(
    Level, RANKS, st.lists(CONDITIONS, min_size=1, max_size=3).map(tuple)
)
DUTIES = st.builds(
    deadlines.Duty,
    RANKS,
    st.integers(1, 3),
    st.none() | DAYS,
    st.lists(st.integers(1, 300), min_size=1, max_size=4, unique=True).map(tuple),
)
ORDER = {None: 0, False: -1, True: 1}
LOUDNESS = {state: place for place, state in enumerate(deadlines.STATES)}


class TestEligibilityProperties(BaseCase):
    @CHECKED
    @given(LEVELS, CANDIDATES, DAYS, LATER)
    def test_waiting_never_takes_eligibility_away(self, level, person, day, wait):
        before = eligibility(level, person, day).met
        after = eligibility(level, person, day + wait).met

        self.assertGreaterEqual(ORDER[after], ORDER[before])

    @CHECKED
    @given(LEVELS, CANDIDATES, DAYS, LATER)
    def test_the_announced_day_does_not_move_with_today(self, level, person, day, wait):
        self.assertEqual(
            eligibility(level, person, day).due,
            eligibility(level, person, day + wait).due,
        )

    @CHECKED
    @given(LEVELS, CANDIDATES, DAYS)
    def test_on_the_announced_day_nothing_that_can_be_known_is_missing(
        self, level, person, day
    ):
        due = eligibility(level, person, day).due

        if due is not None:
            self.assertIsNot(eligibility(level, person, max(due, day)).met, False)

    @CHECKED
    @given(LEVELS, CANDIDATES, DAYS)
    def test_who_may_apply_today_has_an_announced_day_not_after_today(
        self, level, person, day
    ):
        result = eligibility(level, person, day)

        if result.met:
            self.assertLessEqual(result.due, day)

    @CHECKED
    @given(LEVELS, CANDIDATES, CONDITIONS, DAYS)
    def test_one_more_alternative_never_makes_it_harder(self, level, person, more, day):
        wider = Level(level.rank, (*level.conditions, more))

        before = eligibility(level, person, day).met
        after = eligibility(wider, person, day).met

        self.assertTrue(after or not before)

    @CHECKED
    @given(DAYS, LATER)
    def test_full_years_agree_with_the_anniversary(self, since, wait):
        day = since + wait

        years, months = elapsed(since, day)

        self.assertLessEqual(anniversary(since, years), day)
        self.assertGreater(anniversary(since, years + 1), day)
        self.assertIn(months, range(12))


class TestDeadlineProperties(BaseCase):
    @CHECKED
    @given(DUTIES, DAYS, CERTIFICATES, DAYS, LATER)
    def test_waiting_never_makes_a_deadline_quieter(self, duty, entry, held, day, wait):
        now = deadlines.standing(duty, entry, held, (), day)
        later = deadlines.standing(duty, entry, held, (), day + wait)

        self.assertGreaterEqual(LOUDNESS[later.state], LOUDNESS[now.state])

    @CHECKED
    @given(DUTIES, DAYS, DAYS, DAYS)
    def test_extension_only_moves_forward(self, duty, entry, until, day):
        plain = deadlines.standing(duty, entry, (), (), day)
        extended = deadlines.standing(duty, entry, (), (until,), day)

        self.assertEqual(extended.deadline, max(plain.deadline, until))

    @CHECKED
    @given(DUTIES, DAYS, DAYS)
    def test_overdue_is_what_lies_after_the_deadline(self, duty, entry, day):
        standing = deadlines.standing(duty, entry, (), (), day)

        self.assertEqual(standing.state == "overdue", day > standing.deadline)
        self.assertEqual(standing.threshold == 0, day > standing.deadline)
