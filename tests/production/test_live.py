"""Odoo really runs with the rendered odoo.conf and workers, behind nginx."""

import contextlib
import http.client
import os
import re
import signal
import subprocess
import sys
import time
import urllib.parse
from datetime import UTC, datetime

import pytest
from govhr import (
    database,
    metrics,
    metrics_logs,
    odoo_cli,
    odoo_log,
    postgres,
    production,
)

from . import browser, harness

SERVER = production.FOLDER / "odoo_server.py"
# what the websocket process of Odoo 19 says with a newer gevent
GEVENT = re.compile(r"py\.warnings: .*Queue\(0\) now equivalent")
PATIENCE = 90  # seconds until the workers of a busy machine answer


def _settings(folder, name):
    port = odoo_cli.free_port(28000 + os.getpid() % 500 * 10)
    node = {"name": "node1", "address": "127.0.0.1", "http_port": port}
    node["gevent_port"] = odoo_cli.free_port(port + 1)
    chosen = harness.settings(
        folder, node, odoo={"database": name, "workers": 2, "cron_workers": 1}
    )
    chosen["paths"].update(
        checkout=str(odoo_cli.paths.CHECKOUT), odoo=str(odoo_cli.odoo().path)
    )
    chosen["postgres"] = {"host": os.environ.get("PGHOST", "/var/run/postgresql")}
    chosen["postgres"]["user"] = os.environ["PGUSER"]
    return chosen


@contextlib.contextmanager
def _odoo(folder, chosen):
    """The unit's command with the unit's environment: no option besides the file."""
    config = folder / "odoo.conf"
    config.write_text(production.odoo_conf(chosen), encoding="utf-8")
    env = odoo_cli.environment()
    output = open(folder / "output.log", "wb")
    process = subprocess.Popen(
        [sys.executable, str(SERVER), f"--config={config}"],
        env=env, stdout=output, stderr=output, cwd=folder,
    )  # fmt: skip
    try:
        harness.wait_for(chosen["nodes"][0]["http_port"], process, PATIENCE)
        harness.wait_for(chosen["nodes"][0]["gevent_port"], process, PATIENCE)
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(30)
        process.kill()
        output.close()


@pytest.fixture(scope="module")
def live():
    """nginx in front of Odoo; ``.process`` is Odoo's master."""
    postgres.ensure()
    with database.fresh("production") as name, harness.open_folder() as folder:
        chosen = _settings(folder, name)
        nginx = harness.Nginx(folder, chosen)
        with _odoo(folder, chosen) as process, nginx.running():
            nginx.process, nginx.database = process, name
            nginx.odoo_log = folder / "log" / "odoo.log"
            yield nginx


def _login(live, password):
    """The cookies after a login, and the answer to it."""
    form = live.ask("/web/login")
    session = re.search(r"session_id=([^;]+)", form.getheader("Set-Cookie"))[1]
    token = re.search(r'name="csrf_token" value="([^"]+)"', form.text)[1]
    body = {"csrf_token": token, "login": "admin", "password": password}
    answer = live.ask(
        "/web/login", method="POST", body=urllib.parse.urlencode(body),
        Cookie=f"session_id={session}",
        Content_Type="application/x-www-form-urlencoded",
    )  # fmt: skip
    cookies = answer.getheader("Set-Cookie") or ""
    found = re.search(r"session_id=([^;]+)", cookies)
    return f"session_id={found[1] if found else session}", answer


@pytest.fixture(scope="module")
def admin(live):
    """Somebody who is logged in: the cookie, and the answer to the login."""
    return _login(live, "admin")


def _wait(question, patience=60):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if question():
            return True
        time.sleep(0.3)
    return False


def test_health_and_login_answer_over_tls(live):
    health = live.ask("/web/health?db_server_status=1")
    login = live.ask("/web/login")

    assert health.status == 200 and '"pass"' in health.text
    assert login.status == 200 and 'name="password"' in login.text


def test_the_master_runs_workers(live):
    children = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(live.process.pid)],
        capture_output=True,
        text=True,
    ).stdout.split()

    # two for requests, one for scheduled actions, the job runner, the websocket process
    assert len(children) >= 5


def test_somebody_logs_in_and_the_cookie_is_for_tls_alone(live, admin):
    cookie, answer = admin

    assert answer.status == 303
    flags = answer.getheader("Set-Cookie").lower()
    assert "secure" in flags and "httponly" in flags and "samesite=lax" in flags
    assert live.ask("/odoo", Cookie=cookie).status == 200


def test_a_failed_login_is_counted_and_its_password_is_in_no_log(live):
    _cookie, answer = _login(live, "not-the-Password-7")

    assert answer.status == 200
    counted = metrics_logs.of_odoo(live.odoo_log, datetime.now(UTC))
    assert counted["govhr_failed_logins_5m"] >= 1
    for log in [*live.folder.rglob("*.log")]:
        assert "not-the-Password-7" not in log.read_text(errors="replace"), log


def test_requests_and_sessions_are_counted(live):
    live.ask("/web/login", Cookie="session_id=" + "A" * 84)
    time.sleep(0.1)

    log = live.folder / "nginx" / "access.log"
    counted = metrics_logs.of_nginx(log, datetime.now(UTC))

    assert counted["govhr_requests_5m"] >= 1
    assert counted["govhr_sessions_5m"] >= 1
    assert counted["govhr_server_errors_5m"] == 0


def test_the_websocket_is_taken_up(live):
    answer = live.ask(
        "/websocket?version=19.0-2", Upgrade="websocket", Connection="Upgrade",
        Sec_WebSocket_Key="dGhlIHNhbXBsZSBub25jZQ==", Sec_WebSocket_Version="13",
        Origin=f"https://{harness.HOST}:{live.port}",
    )  # fmt: skip

    assert answer.status == 101


def test_a_browser_works_under_the_policy_and_stays_logged_in(live, admin):
    cookie = admin[0]
    base = f"https://{harness.HOST}:{live.port}"
    with browser.open_browser() as page:
        value = cookie.partition("=")[2]
        page.call(
            "Network.setCookie", name="session_id", value=value, url=base, secure=True
        )
        ready = "!!document.querySelector('.o_action')"

        assert page.look(f"{base}/odoo", ready)
        assert page.look(f"{base}/my", "location.pathname == '/my'")
        assert page.refused == []


def test_the_database_manager_is_off_behind_nginx_too(live):
    port = live.settings["nodes"][0]["http_port"]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/web/database/manager")

    text = connection.getresponse().read().decode()

    assert "disabled by the administrator" in text


def test_a_background_job_is_run(live, admin):
    cookie = admin[0]
    port = live.settings["nodes"][0]["http_port"]
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    # nginx blocks this address; a job of the library's own does no harm
    connection.request(
        "GET", "/queue_job/create_test_job?description=x", headers={"Cookie": cookie}
    )
    assert connection.getresponse().status == 200
    query = "SELECT 1 FROM queue_job WHERE state = 'done'"

    assert _wait(lambda: database.query(query, database=live.database))


def test_every_figure_of_the_database_can_be_read(live):
    lines = metrics.of_database(live.database)

    assert "govhr_database_up 1" in lines
    assert "govhr_figures_failed 0" in lines
    names = {line.split(" ")[2] for line in lines if line.startswith("# HELP")}
    assert names >= {name for name, *_rest in metrics.FIGURES}


def test_odoo_ends_when_told_and_has_logged_no_error(live):
    live.process.send_signal(signal.SIGTERM)
    live.process.wait(90)  # TimeoutStopSec of the unit

    lines = live.odoo_log.read_text(encoding="utf-8", errors="replace").splitlines()
    allowed = [*odoo_log.allowed_patterns(), GEVENT]
    assert [str(x) for x in odoo_log.complaints(lines, allowed)] == []
