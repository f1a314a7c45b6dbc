"""Bands, shares and turnover of the structure table."""

from datetime import date

from odoo.tests import BaseCase

from ..rules.bands import AGE_BANDS, TENURE_BANDS, band_of, share
from ..rules.structure import month_ends, turnover


class TestStructureRules(BaseCase):
    def test_bands_begin_with_their_first_full_year(self):
        cases = {
            (AGE_BANDS, 18): "1",
            (AGE_BANDS, 30): "1",
            (AGE_BANDS, 31): "2",
            (AGE_BANDS, 50): "3",
            (AGE_BANDS, 51): "4",
            (TENURE_BANDS, 0): "1",
            (TENURE_BANDS, 2): "3",
            (TENURE_BANDS, 9): "4",
            (TENURE_BANDS, 10): "5",
        }
        for (bands, years), band in cases.items():
            with self.subTest(years=years):
                self.assertEqual(band_of(bands, years), band)

    def test_share_of_nobody_is_no_number(self):
        self.assertIsNone(share(0, 0))
        self.assertEqual(share(1, 3), 33.3)

    def test_turnover_is_of_the_average_headcount(self):
        self.assertEqual(turnover(2, 12 * 20, 12), 10.0)
        self.assertIsNone(turnover(1, 0, 12))

    def test_twelve_month_ends_reach_back_a_year(self):
        ends = month_ends(date(2026, 10, 31), date(2026, 11, 22))

        self.assertEqual(len(ends), 12)
        self.assertEqual((ends[0], ends[-1]), (date(2026, 10, 31), date(2025, 11, 30)))

    def test_a_day_inside_a_month_begins_with_the_month_before(self):
        (end,) = month_ends(date(2026, 3, 1), date(2026, 11, 22), 1)

        self.assertEqual(end, date(2026, 2, 28))
