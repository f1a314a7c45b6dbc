"""The examples in the docstrings of `rules/` hold."""

import doctest

from odoo.tests import BaseCase

from ..rules import grading, learning, reward, scoring


class TestRuleDoctests(BaseCase):
    def test_examples_of_each_rule_module_hold(self):
        for module in (grading, learning, reward, scoring):
            with self.subTest(module=module.__name__):
                result = doctest.testmod(module)
                self.assertTrue(result.attempted)
                self.assertFalse(result.failed)
