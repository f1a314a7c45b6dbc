"""The examples in the docstrings of `rules/` hold, and nothing there needs Odoo."""

import ast
import doctest
import importlib
import pkgutil
import sys
from pathlib import Path

from odoo.tests import BaseCase

from .. import rules

MODULES = [
    importlib.import_module(f"{rules.__name__}.{module.name}")
    for module in pkgutil.iter_modules(rules.__path__)
]


class TestRuleModules(BaseCase):
    def test_examples_of_each_rule_module_hold(self):
        # the module's name in a traceback depends on how it was imported
        flags = doctest.IGNORE_EXCEPTION_DETAIL
        for module in MODULES:
            with self.subTest(module=module.__name__):
                examples = doctest.testmod(module, optionflags=flags)
                self.assertTrue(examples.attempted)
                self.assertFalse(examples.failed)

    def test_rules_import_the_standard_library_only(self):
        for module in MODULES:
            tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
            with self.subTest(module=module.__name__):
                foreign = outside_imports(tree) - set(sys.stdlib_module_names)
                self.assertEqual(foreign, set())


def outside_imports(tree):
    """Top names of the modules that a source imports, its own package left out."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module.split(".")[0])
    return found
