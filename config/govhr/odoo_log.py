"""Reads Odoo's log by its levels: which records are complaints, which are allowed."""

import re
from dataclasses import dataclass

from . import paths

START = re.compile(
    r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ \d+ (?P<level>[A-Z]+) (?P<db>\S+) "
    r"(?P<logger>[\w.?-]+): (?P<message>.*)"
)
COMPLAINTS = ("WARNING", "ERROR", "CRITICAL")
# How Odoo reports a failed test: that is counted as a test, not as a log line.
TEST_REPORT = re.compile(
    r"^(FAIL|ERROR): |\d+ failed, \d+ error\(s\) of \d+ tests|"
    r"Module \S+: \d+ failures, \d+ errors of|At least one test failed"
)


@dataclass
class Record:
    """One log record; ``message`` holds its continuation lines too."""

    level: str
    logger: str
    message: str

    def __str__(self):
        return f"{self.level} {self.logger}: {self.message}"


def parse(lines):
    """Records of the log. A line that does not start one belongs to the one before."""
    record = None
    for line in lines:
        match = START.match(line)
        if match:
            if record:
                yield record
            record = Record(match["level"], match["logger"], match["message"])
        elif record:
            record.message += "\n" + line.rstrip("\n")
    if record:
        yield record


def complaints(lines, allowed=None):
    """Records of level WARNING and above that no allowed pattern covers."""
    patterns = allowed_patterns() if allowed is None else allowed
    return [
        record
        for record in parse(lines)
        if record.level in COMPLAINTS and not is_allowed(record, patterns)
    ]


def is_allowed(record, patterns):
    text = f"{record.logger}: {record.message}"
    return any(pattern.search(text) for pattern in patterns)


def is_test_report(record):
    return bool(TEST_REPORT.search(record.message.split("\n", 1)[0]))


def allowed_patterns():
    text = (paths.CONFIG / "odoo-log-allowed.txt").read_text(encoding="utf-8")
    lines = [x for x in text.splitlines() if x.strip() and not x.startswith("#")]
    return [re.compile(x) for x in lines]


def complaints_of(path):
    with open(path, encoding="utf-8", errors="replace") as handle:
        return complaints(handle)
