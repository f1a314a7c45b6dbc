"""复核: a second look changes the verdict, and gives back what was lost (D22)."""

from unittest.mock import patch

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common_rev import NOW, ReviewCommon


@tagged("post_install", "-at_install")
@freeze_time(NOW)
class TestReviewRecheck(ReviewCommon):
    def test_open_month_gets_its_points_back_at_once(self):
        review = self.verified()
        batch = self.new_round("scored")
        self.assert_totals(batch, {self.person: 98})

        review.with_user(self.other_officer)._recheck("mistaken", "wrong person")

        self.assertEqual((review.verdict, review.state), ("mistaken", "checked"))
        batch.with_user(self.officer).action_score()
        self.assert_totals(batch, {self.person: 100})

    def test_second_check_is_for_somebody_else(self):
        with self.assertRaises(AccessError):
            self.verified().with_user(self.officer)._recheck("mistaken", "no")

    def test_site_officer_does_not_check_again(self):
        with self.assertRaises(AccessError):
            self.verified().with_user(self.site_officer)._recheck("mistaken", "no")

    def test_nothing_to_check_again_before_the_first_verdict(self):
        with self.assertRaises(UserError):
            self.bad_review().with_user(self.other_officer)._recheck("true", "yes")

    def test_same_verdict_is_no_change(self):
        with self.assertRaises(UserError):
            self.verified().with_user(self.other_officer)._recheck("true", "yes")

    def test_mistaken_review_found_true_after_all_is_put_right(self):
        review = self.verified("mistaken")
        review.with_user(self.officer).action_close()

        review.with_user(self.other_officer)._recheck("true", "seen on the video")

        self.assertEqual(review.state, "rectifying")
        self.assertTrue(review.rectify_due)

    def test_closed_month_waits_for_the_correction(self):
        review = self.verified()
        batch = self.new_round("locked")
        asked = []
        with patch.object(
            type(self.env["gov.appraisal.correction"]),
            "_propose",
            lambda records, *args, **kwargs: asked.append((args, kwargs)),
        ):
            review.with_user(self.other_officer)._recheck("mistaken", "wrong person")

        self.assertEqual(
            asked,
            [
                (
                    (batch, "review_withdrawn", "wrong person"),
                    {"without": review, "origin": review},
                )
            ],
        )
        self.assertEqual(review.verdict, "true")
        self.assertTrue(review.is_verdict_pending)

        review._withdraw_settled("correction applied")

        self.assertEqual(review.verdict, "mistaken")
        self.assertFalse(review.is_verdict_pending)

    def test_late_true_verdict_counts_in_the_next_month(self):
        review = self.bad_review()
        self.new_round("locked")

        review.with_user(self.officer)._verify("true", "yes", "at_once")

        self.assertEqual(str(review.count_month), "2026-11-01")
        self.assertTrue(review.is_late)
