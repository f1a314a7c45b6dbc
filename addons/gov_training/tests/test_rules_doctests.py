"""The examples in the docstrings of the rules are true."""

import doctest
import importlib
import pkgutil

from odoo.tests import BaseCase

from .. import rules


class TestRuleDoctests(BaseCase):
    def test_examples_of_each_rule_module_hold(self):
        for found in pkgutil.iter_modules(rules.__path__):
            module = importlib.import_module(f"{rules.__name__}.{found.name}")
            with self.subTest(module=found.name):
                result = doctest.testmod(module)
                self.assertTrue(result.attempted)
                self.assertFalse(result.failed)
