"""A complaint is a line of level WARNING or above, whatever its words say."""

import re

from govhr import odoo_log

HEAD = "2026-10-31 08:00:00,123 4711"


def log(*lines):
    return [f"{HEAD} {line}\n" for line in lines]


def test_levels_count_and_words_do_not():
    lines = log(
        "INFO db odoo.addons.x: WARNING is only a word here",
        "WARNING db odoo.addons.x: a field is missing",
        "ERROR ? odoo.sql_db: bad query",
        "CRITICAL db odoo.service.server: Failed to initialize database `db`.",
    )

    found = odoo_log.complaints(lines, allowed=[])

    assert [x.level for x in found] == ["WARNING", "ERROR", "CRITICAL"]


def test_lines_without_a_level_belong_to_the_record_before():
    lines = [
        "Running as user 'root' is a security risk.\n",
        *log("ERROR db odoo.http: Exception"),
        "Traceback (most recent call last):\n",
        "ValueError: WARNING\n",
        *log("INFO db odoo.http: next"),
    ]

    (record,) = odoo_log.complaints(lines, allowed=[])

    assert record.message == (
        "Exception\nTraceback (most recent call last):\nValueError: WARNING"
    )


def test_an_allowed_pattern_covers_logger_and_message():
    lines = log(
        "WARNING db odoo.addons.web: too old", "WARNING db odoo.addons.x: too old"
    )

    found = odoo_log.complaints(lines, allowed=[re.compile("addons.web: too old")])

    assert [x.logger for x in found] == ["odoo.addons.x"]


def test_every_allowed_pattern_of_the_project_is_a_valid_one():
    for pattern in odoo_log.allowed_patterns():
        assert not pattern.search("")


def test_reports_of_failed_tests_are_known_as_such():
    lines = log(
        "ERROR db odoo.addons.gov_x.tests.test_x: FAIL: TestX.test_a",
        "ERROR db odoo.tests.suite: ERROR: setUpClass (odoo.addons.gov_x.tests.x)",
        "ERROR db odoo.tests.result: 1 failed, 0 error(s) of 5 tests when loading",
        "ERROR db odoo.modules.loading: Module gov_x: 1 failures, 0 errors of 5 tests",
        "ERROR db odoo.modules.loading: At least one test failed when loading.",
        "ERROR db odoo.sql_db: bad query: FAIL",
    )

    found = odoo_log.complaints(lines, allowed=[])

    assert [odoo_log.is_test_report(x) for x in found] == [True] * 5 + [False]
