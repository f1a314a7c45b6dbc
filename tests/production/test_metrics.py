"""The figures of the logs and the text format."""

import json
from datetime import UTC, datetime

from govhr import backup, metrics, metrics_backups, metrics_logs

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)


def _log(tmp_path, *lines):
    path = tmp_path / "x.log"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_only_the_last_five_minutes_count(tmp_path):
    failed = "INFO db odoo.x: Login failed for login:zhang from 10.0.0.1"
    log = _log(
        tmp_path,
        f"2026-11-22 01:54:00,001 7 {failed}",
        f"2026-11-22 01:58:00,001 7 {failed}",
        "2026-11-22 01:58:30,001 7 INFO db x: Login failed for login:(API key) from ::",
        "2026-11-22 01:59:00,001 7 INFO db x: Login successful for login:li from ::1",
        "2026-11-22 01:59:30,001 7 ERROR db x: went wrong",
        "Traceback (most recent call last):",
    )

    counted = metrics_logs.of_odoo(log, NOW)

    assert counted == {
        "govhr_failed_logins_5m": 2,
        "govhr_logins_5m": 1,
        "govhr_log_errors_5m": 1,
    }


def test_sessions_and_refusals_are_counted_in_any_time_zone(tmp_path):
    log = _log(
        tmp_path,
        "2026-11-22T09:50:00+08:00 ::1 Zzzz0000 GET /odoo 200 10 0.1 -",
        "2026-11-22T09:58:00+08:00 ::1 Abcd1234 GET /odoo 200 10 0.1 -",
        "2026-11-22T09:58:00+08:00 ::1 Abcd1234 GET /a file.pdf 502 10 0.1 -",
        "2026-11-22T09:59:00+08:00 ::1 - POST /web/login 429 10 0.1 REJECTED",
        "half a line",
    )

    counted = metrics_logs.of_nginx(log, NOW)

    assert counted == {
        "govhr_requests_5m": 3,
        "govhr_sessions_5m": 1,
        "govhr_server_errors_5m": 1,
        "govhr_rate_limited_5m": 1,
    }


def test_a_machine_without_that_log_has_no_such_figures(tmp_path):
    assert metrics_logs.of_nginx(None, NOW) == {}
    assert metrics_logs.of_odoo(tmp_path / "none.log", NOW) == {}


def test_a_channel_with_quotes_stays_one_label():
    line = metrics.line("a", {"channel": 'x"y\\z\n'}, 2)

    assert line == 'a{channel="x\\"y\\\\z\\n"} 2'


def test_a_large_number_is_written_in_full():
    assert metrics.line("govhr_database_bytes", {}, 123456789012) == (
        "govhr_database_bytes 123456789012"
    )


def test_the_newest_backup_and_the_last_rehearsal_are_told(tmp_path):
    old, new = "govhr-20261101T020000Z", "govhr-20261122T010000Z"
    for name in (old, new, "govhr-20261122T013000Z"):
        (tmp_path / name).mkdir()
    for name in (old, new):
        (tmp_path / name / "manifest.json").write_text("{}")
    receipt = {"verified": "2026-11-21T02:00:00+00:00"}
    receipt["manifest"] = backup.sha256(tmp_path / old / "manifest.json")
    (tmp_path / old / "verified.json").write_text(json.dumps(receipt))

    assert metrics_backups.of_folder(tmp_path, NOW) == {
        "govhr_backup_age_seconds": 3600,
        "govhr_backup_bytes": 2,
        "govhr_backup_verified_age_seconds": 86400,
    }
    assert metrics_backups.of_folder(tmp_path / "none", NOW) == {}
