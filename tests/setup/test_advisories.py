"""A pin that an advisory names fails the lint, unless it is argued and dated."""

import datetime
import doctest

from govhr import advisories

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


def test_answer_of_osv_becomes_spans_of_versions():
    asked = []

    def ask(url, payload):
        asked.append(url)
        if payload:
            assert payload["queries"][0]["version"] == "3.1.5"
            return {"results": [{"vulns": [{"id": "CVE-1"}]}]}
        events = [{"introduced": "0"}, {"fixed": "3.1.6"}]
        span = {"type": "ECOSYSTEM", "events": events}
        package = {"name": "Jinja2", "ecosystem": "PyPI"}
        return {"id": "CVE-1", "affected": [{"package": package, "ranges": [span]}]}

    found = advisories.refresh({"jinja2": "3.1.5"}, ask)

    assert found == [
        {"package": "jinja2", "id": "CVE-1", "introduced": "0", "fixed": "3.1.6"}
    ]
    assert len(asked) == 2


def test_notice_says_that_a_list_was_never_compared():
    text = advisories.notice({"advisories": KNOWN}, {"jinja2": "3.1.6"}, TODAY)

    assert "never compared" in text
