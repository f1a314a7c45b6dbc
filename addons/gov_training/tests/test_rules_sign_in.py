"""动态签到码: fresh in its slot and the next, for one date of one session only."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from odoo.tests import BaseCase

from ..rules.sign_in import SLOT_SECONDS, is_fresh, seconds_left, slot_of, token

QUICK = settings(database=None, deadline=None, derandomize=True, max_examples=80)
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1))
SUBJECTS = st.builds(
    "{}/{}".format, st.integers(1, 10**6), st.one_of(st.just(0), st.integers(1, 10**6))
)
SECRETS = st.text("0123456789abcdef", min_size=64, max_size=64)


class TestSignInRules(BaseCase):
    @QUICK
    @given(SECRETS, SUBJECTS, MOMENTS, st.integers(0, SLOT_SECONDS))
    def test_token_counts_for_a_whole_slot_at_least(self, secret, subject, shown, wait):
        sent = token(secret, subject, slot_of(shown))

        opened = shown + timedelta(seconds=wait)

        self.assertTrue(is_fresh(secret, subject, sent, opened))

    @QUICK
    @given(SECRETS, SUBJECTS, MOMENTS, st.integers(2 * SLOT_SECONDS, 10**7))
    def test_photo_passed_on_is_worthless_after_two_slots(
        self, secret, subject, shown, wait
    ):
        sent = token(secret, subject, slot_of(shown))

        opened = shown + timedelta(seconds=wait)

        self.assertFalse(is_fresh(secret, subject, sent, opened))

    @QUICK
    @given(SECRETS, SUBJECTS, MOMENTS, st.integers(1, 10**7))
    def test_token_of_a_later_slot_does_not_count_yet(
        self, secret, subject, now, ahead
    ):
        sent = token(secret, subject, slot_of(now) + ahead)

        self.assertFalse(is_fresh(secret, subject, sent, now))

    @QUICK
    @given(SECRETS, SUBJECTS, SUBJECTS, MOMENTS)
    def test_token_counts_for_its_own_date_only(self, secret, one, other, now):
        sent = token(secret, one, slot_of(now))

        self.assertEqual(is_fresh(secret, other, sent, now), one == other)

    @QUICK
    @given(SECRETS, SECRETS, SUBJECTS, MOMENTS)
    def test_token_of_another_secret_does_not_count(self, secret, other, subject, now):
        sent = token(other, subject, slot_of(now))

        self.assertEqual(is_fresh(secret, subject, sent, now), secret == other)

    @QUICK
    @given(SECRETS, SUBJECTS, MOMENTS, st.text(max_size=40))
    def test_whatever_is_sent_gets_an_answer(self, secret, subject, now, sent):
        right = {token(secret, subject, slot_of(now) - back) for back in (0, 1)}

        self.assertEqual(is_fresh(secret, subject, sent, now), sent in right)

    @QUICK
    @given(MOMENTS)
    def test_code_changes_when_no_second_is_left(self, now):
        left = timedelta(seconds=seconds_left(now))

        self.assertEqual(slot_of(now + left), slot_of(now) + 1)
        self.assertEqual(slot_of(now + left - timedelta(seconds=1)), slot_of(now))

    @QUICK
    @given(SECRETS, SUBJECTS, st.integers(0, 10**9))
    def test_token_needs_no_escaping_in_an_address(self, secret, subject, slot):
        self.assertRegex(token(secret, subject, slot), r"^[A-Za-z0-9_-]{22}$")
