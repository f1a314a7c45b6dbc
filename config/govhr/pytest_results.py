"""pytest plugin: writes each result down, and lets pure rules be imported without Odoo.

``addons/x/__init__.py`` imports Odoo models. The rules below it need none of that, so a
bare package stands in for the addon while pytest runs.
"""

import sys
import types

from govhr import paths, results


def pytest_configure():
    for rules in sorted(paths.ADDONS.glob("*/rules")):
        addon = rules.parent
        # pytest's own name for the file, and the two by which a test may import a rule
        for name in (f"addons.{addon.name}", f"odoo.addons.{addon.name}", addon.name):
            _stand_in(name, addon)
            _stand_in(f"{name}.tests", addon / "tests")


def _stand_in(name, folder):
    package = types.ModuleType(name)
    package.__path__ = [str(folder)]
    sys.modules.setdefault(name, package)


def pytest_runtest_logreport(report):
    if report.when == "call" or report.outcome != "passed":
        outcome = results.SKIPPED if report.skipped else report.outcome
        reason = _reason(report) if report.outcome != "passed" else ""
        results.write(results.Result(report.nodeid, outcome, report.duration, reason))


def pytest_collectreport(report):
    """A file that cannot be imported, or skips itself as a whole."""
    if report.outcome != "passed":
        results.write(
            results.Result(report.nodeid, report.outcome, 0.0, _reason(report))
        )


def _reason(report):
    """The message where it broke; the log has the whole traceback."""
    crash = getattr(report.longrepr, "reprcrash", None)
    if crash:
        return f"{crash.path}:{crash.lineno}: {crash.message}"
    return report.longreprtext
