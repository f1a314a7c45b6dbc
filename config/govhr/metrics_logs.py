"""What the logs of the last five minutes tell: sessions, errors, failed logins."""

import re
from datetime import UTC, datetime, timedelta

FIGURES = {
    "govhr_failed_logins_5m": "Failed logins in the last 5 minutes",
    "govhr_logins_5m": "Logins in the last 5 minutes",
    "govhr_log_errors_5m": "Errors in Odoo's log in the last 5 minutes",
    "govhr_requests_5m": "Requests in the last 5 minutes",
    "govhr_sessions_5m": "Sessions with a request in the last 5 minutes",
    "govhr_server_errors_5m": "Answers of 500 and above in the last 5 minutes",
    "govhr_rate_limited_5m": "Requests refused by a rate limit in the last 5 minutes",
}
SPAN = timedelta(minutes=5)
LONGEST = 20_000_000  # bytes: the last minutes of the busiest log
ODOO_LINE = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d),\d+ \d+ ([A-Z]+) (.*)")


def _tail(path):
    """The last lines of a log, or None where there is none to read."""
    try:
        with open(path, "rb") as handle:
            handle.seek(0, 2)
            handle.seek(max(0, handle.tell() - LONGEST))
            return handle.read().decode("utf-8", "replace").splitlines()
    except (OSError, TypeError):
        return None


def of_odoo(path, now):
    """Odoo writes UTC. Logins with their outcome, and errors."""
    lines = _tail(path)
    if lines is None:
        return {}
    since = f"{now.astimezone(UTC) - SPAN:%Y-%m-%d %H:%M:%S}"
    failed = passed = errors = 0
    for text in lines:
        match = ODOO_LINE.match(text)
        if match and match[1] >= since:
            failed += "Login failed for login:" in match[3]
            passed += "Login successful for login:" in match[3]
            errors += match[2] in ("ERROR", "CRITICAL")
    return {
        "govhr_failed_logins_5m": failed,
        "govhr_logins_5m": passed,
        "govhr_log_errors_5m": errors,
    }


def of_nginx(path, now):
    """Fields as in log_format of config/production/templates/nginx.conf.j2."""
    lines = _tail(path)
    if lines is None:
        return {}
    recent = [x.split(" ") for x in lines]
    recent = [x for x in recent if len(x) >= 9 and _is_recent(x[0], now)]
    # the address may hold spaces: the fields after it are counted from the end
    statuses = [x[-4] for x in recent]
    return {
        "govhr_requests_5m": len(recent),
        "govhr_sessions_5m": len({x[2] for x in recent} - {"-"}),
        "govhr_server_errors_5m": sum(x >= "500" for x in statuses),
        "govhr_rate_limited_5m": statuses.count("429"),
    }


def _is_recent(stamp, now):
    try:
        return datetime.fromisoformat(stamp) >= now - SPAN
    except ValueError:
        return False
