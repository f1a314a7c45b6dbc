"""Test results as JSON lines, one a test, from Odoo's runner and pytest alike."""

import json
import os
from collections import Counter
from dataclasses import asdict, dataclass

PASSED, FAILED, SKIPPED = "passed", "failed", "skipped"
VARIABLE = "GOV_TEST_RESULTS"  # names the file to which a test process writes


@dataclass(frozen=True)
class Result:
    """One test; a test with failing subtests is one failed test."""

    test: str
    outcome: str
    seconds: float = 0.0
    reason: str = ""


def write(result):
    with open(os.environ[VARIABLE], "a", encoding="utf-8") as handle:
        handle.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")


def read(path):
    """Results of a file; a test reported twice counts once, by its worst outcome."""
    if not path.exists():
        return []
    worst = {}
    order = (PASSED, SKIPPED, FAILED)
    for line in path.read_text(encoding="utf-8").splitlines():
        result = Result(**json.loads(line))
        seen = worst.get(result.test)
        if not seen or order.index(result.outcome) > order.index(seen.outcome):
            worst[result.test] = result
    return list(worst.values())


def addon_of(test):
    """The addon of an Odoo test: ``odoo.addons.<addon>.tests...``."""
    parts = test.removeprefix("setUpClass (").split(".")
    return parts[2] if parts[:2] == ["odoo", "addons"] and len(parts) > 2 else ""


def count(results):
    found = Counter(result.outcome for result in results)
    return found[PASSED], found[FAILED], found[SKIPPED]
