"""The examples in the docstrings of `rules/` hold."""

import doctest

from odoo.tests import BaseCase

from ..rules import annual, grading, honours, learning, reward, scoring, stars


class TestRuleDoctests(BaseCase):
    def test_examples_of_each_rule_module_hold(self):
        for module in (annual, grading, honours, learning, reward, scoring, stars):
            with self.subTest(module=module.__name__):
                result = doctest.testmod(module)
                self.assertTrue(result.attempted)
                self.assertFalse(result.failed)
