"""Odoo joins the controllers of one base into a class: their names must differ."""

import ast
from collections import defaultdict

from govhr import paths


def _methods():
    """{name: [(file, whether it goes on to super())]} of all portal controllers."""
    found = defaultdict(list)
    for path in sorted(paths.ADDONS.glob("*/controllers/*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.ClassDef):
                continue
            for method in node.body:
                if isinstance(method, ast.FunctionDef):
                    goes_on = "super()" in ast.unparse(method)
                    found[method.name].append((path.name, goes_on))
    return found


def test_no_controller_overrides_a_method_of_another_by_accident():
    collisions = {
        name: places
        for name, places in _methods().items()
        if sum(not goes_on for _file, goes_on in places) > 1
    }

    assert collisions == {}


def test_controllers_are_looked_at():
    assert "_prepare_home_portal_values" in _methods()
