"""The examples in the docstrings of `rules/` hold."""

import doctest
import importlib
import pkgutil

from odoo.tests import BaseCase

from .. import rules


class TestRuleDoctests(BaseCase):
    def test_examples_of_each_rule_module_hold(self):
        for module in pkgutil.iter_modules(rules.__path__):
            with self.subTest(module=module.name):
                loaded = importlib.import_module(f"{rules.__name__}.{module.name}")
                result = doctest.testmod(loaded)
                self.assertTrue(result.attempted)
                self.assertFalse(result.failed)
