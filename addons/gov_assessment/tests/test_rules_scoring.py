"""计分: 倒扣分的形式,单项得分扣完为止,加分列入合计总分,加分不设置上限."""

from decimal import Decimal

from odoo.tests import BaseCase

from ..rules.scoring import Category, Fact, score

FULL_MARKS = {"1": 30, "2": 20, "3": 20, "4": 15, "5": 15}
RUBRIC = [
    *(Category(code, Decimal(full)) for code, full in FULL_MARKS.items()),
    Category("6", is_bonus=True),
]


def score_of(*facts):
    """Score of ("category", "points") pairs under the rubric of 涟水."""
    return score(RUBRIC, [Fact(code, Decimal(points)) for code, points in facts])


class TestScoring(BaseCase):
    def test_nothing_happened_is_full_marks(self):
        result = score_of()

        self.assertEqual((result.total, result.lost, result.bonus), (100, 0, 0))
        self.assertEqual(result.by_category, {**FULL_MARKS, "6": 0})

    def test_points_are_deducted_in_their_category_only(self):
        result = score_of(("3", "5"), ("3", "10"))

        self.assertEqual(result.by_category, {**FULL_MARKS, "3": 5, "6": 0})
        self.assertEqual(result.total, 85)

    def test_each_category_stops_at_zero(self):
        for code, full in FULL_MARKS.items():
            with self.subTest(category=code):
                result = score_of((code, full), (code, "7"))

                self.assertEqual(result.by_category[code], 0)
                self.assertEqual(result.total, 100 - full)
                self.assertEqual(result.lost, full)

    def test_the_last_point_of_a_category_is_kept(self):
        self.assertEqual(score_of(("4", "14")).by_category["4"], 1)

    def test_what_was_deducted_is_kept_beyond_the_floor(self):
        self.assertEqual(score_of(("5", "10"), ("5", "15")).deducted["5"], 25)

    def test_all_categories_lost_is_a_total_of_zero(self):
        result = score_of(*((code, "99") for code in FULL_MARKS))

        self.assertEqual((result.total, result.lost), (0, 100))

    def test_bonus_is_added_to_the_total_without_a_cap(self):
        result = score_of(("6", "20"), ("6", "20"), ("6", "20"))

        self.assertEqual((result.bonus, result.total), (60, 160))

    def test_bonus_does_not_refill_a_category(self):
        result = score_of(("2", "30"), ("6", "5"))

        self.assertEqual(result.by_category["2"], 0)
        self.assertEqual((result.total, result.lost), (85, 20))

    def test_points_of_four_decimals_are_exact(self):
        result = score_of(("1", "0.0001"), ("1", "0.3333"))

        self.assertEqual(result.by_category["1"], Decimal("29.6666"))
        self.assertEqual(result.total, Decimal("99.6666"))

    def test_a_category_that_the_rubric_lacks_is_an_error(self):
        with self.assertRaises(KeyError):
            score_of(("7", "1"))
