"""A pin that an advisory names fails the lint, unless it is argued and dated."""

import datetime
import doctest

import pytest
from govhr import advisories
from govhr.errors import Stop

TODAY = datetime.date(2026, 11, 22)
KNOWN = [{"package": "Jinja2", "id": "CVE-1", "introduced": "2.0", "fixed": "3.1.6"}]


def exception(**more):
    entry = {
        "package": "jinja2",
        "id": "CVE-1",
        "reason": "not used",
        "until": "2026-12-01",
    }
    return [{**entry, **more}]


def check(version, exceptions=()):
    return advisories.check({"jinja2": version}, KNOWN, exceptions, TODAY)


def test_examples_hold():
    assert doctest.testmod(advisories).failed == 0


def test_version_below_the_mended_one_fails():
    assert check("3.1.5") == ["jinja2==3.1.5: CVE-1, mended in 3.1.6"]


def test_mended_version_and_versions_before_the_mistake_pass():
    assert check("3.1.6") == check("3.1.10") == check("1.9") == []


def test_argued_exception_passes_until_its_day():
    assert check("3.1.5", exception()) == []
    assert check("3.1.5", exception(until="2026-11-21"))
    assert check("3.1.5", exception(reason=" "))


def test_every_pin_of_the_project_is_compared_and_clean():
    assert advisories.pins()["jinja2"]
    assert advisories.main([]) == 0


RECORD = """
id: PYSEC-1
affected:
- package: {name: Jinja2, ecosystem: PyPI}
  ranges:
  - type: ECOSYSTEM
    events:
    - introduced: '0'
    - fixed: 2.11.3
    - introduced: '3.0'
    - fixed: 3.1.6
modified: '2025-03-05T00:00:00Z'
"""


def test_records_of_the_database_become_spans_of_versions(tmp_path):
    for package in ("jinja2", "flask"):
        (tmp_path / package).mkdir()
        (tmp_path / package / "PYSEC-1.yaml").write_text(RECORD)

    found, newest = advisories.read_database(tmp_path, {"jinja2"})

    own = {"package": "jinja2", "id": "PYSEC-1"}
    assert found == [
        {**own, "introduced": "0", "fixed": "2.11.3"},
        {**own, "introduced": "3.0", "fixed": "3.1.6"},
    ]
    assert newest == "2025-03-05"


def test_folder_without_advisories_is_refused(tmp_path):
    with pytest.raises(Stop, match="no advisories"):
        advisories.refresh(tmp_path, {"jinja2": "3.1.5"})


def test_notice_says_that_a_list_is_old():
    data = {"newest": "2026-08-01", "advisories": KNOWN}

    assert "time to refresh" in advisories.notice(data, {"jinja2": "3.1.6"}, TODAY)
