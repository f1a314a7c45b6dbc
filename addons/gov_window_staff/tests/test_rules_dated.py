"""Facts that change in the middle of a file."""

from datetime import date

from odoo.tests import BaseCase

from ..rules.dated import carried, spread

MARCH, MAY = date(2026, 3, 1), date(2026, 5, 1)


class TestCarried(BaseCase):
    def test_versions_that_carry_the_old_value_along_take_the_new_one(self):
        self.assertEqual(carried("A", ["A", "A"]), 2)

    def test_first_version_with_another_value_ends_it(self):
        self.assertEqual(carried("A", ["A", "B", "A"]), 1)

    def test_no_later_version_takes_nothing(self):
        self.assertEqual(carried("A", []), 0)

    def test_blank_is_a_value_too(self):
        self.assertEqual(carried(None, [None, "B"]), 1)
        self.assertEqual(carried("A", [None]), 0)


class TestSpread(BaseCase):
    def test_each_fact_goes_its_own_way(self):
        taken = spread(
            {"window": "1", "wage": 3000},
            [
                (MARCH, {"window": "1", "wage": 3200}),
                (MAY, {"window": "1", "wage": 3200}),
            ],
            ["window", "wage"],
        )

        self.assertEqual(taken, {MARCH: ["window"], MAY: ["window"]})

    def test_fact_that_nobody_takes_names_no_version(self):
        self.assertEqual(spread({"w": 1}, [(MAY, {"w": 2})], ["w"]), {})
