"""The rendered nginx, run on loopback in front of a stub: blocks, limits, headers."""

import http.client
import ssl

import pytest
from govhr import odoo_cli

from . import harness


@pytest.fixture(scope="module")
def backends():
    with harness.stub("odoo") as http_side, harness.stub("gevent") as websocket_side:
        yield http_side, websocket_side


def _node(backends):
    return {
        "name": "node1",
        "address": "127.0.0.1",
        "http_port": backends[0].server_port,
        "gevent_port": backends[1].server_port,
    }


@pytest.fixture(scope="module")
def nginx(backends):
    access = {
        "login_per_minute": 6,
        "login_burst": 2,
        "reset_per_minute": 2,
        "reset_burst": 1,
    }
    with harness.open_folder() as folder:
        chosen = harness.settings(folder, _node(backends), access=access)
        with harness.Nginx(folder, chosen).running() as server:
            yield server


@pytest.fixture(scope="module")
def open_nginx(backends):
    """Programs may call the interface from this machine."""
    access = {"api_networks": ["127.0.0.1/32"], "api_per_minute": 6, "api_burst": 2}
    with harness.open_folder() as folder:
        chosen = harness.settings(folder, _node(backends), access=access)
        with harness.Nginx(folder, chosen).running() as server:
            yield server


def _cookie_flags(answer):
    flags = answer.getheader("Set-Cookie").split(";")
    return {flag.strip().lower() for flag in flags}


def test_nginx_accepts_the_rendered_file(backends):
    several = [{**_node(backends), "name": name} for name in ("a", "b")]
    access = {"trusted_proxies": ["10.0.0.0/8"], "api_networks": ["10.1.0.0/16"]}
    with harness.open_folder() as folder:
        chosen = harness.settings(folder, several[0], nodes=several, access=access)

        status, words = harness.Nginx(folder, chosen).check()

    assert status == 0, words
    assert "warn" not in words


def test_plain_http_leads_to_tls(nginx):
    connection = http.client.HTTPConnection("127.0.0.1", nginx.plain_port, timeout=10)
    connection.request("GET", "/my?token=x", headers={"Host": harness.HOST})

    answer = connection.getresponse()

    assert answer.status == 301
    expected = f"https://{harness.HOST}:{nginx.port}/my?token=x"
    assert answer.getheader("Location") == expected


def test_another_host_name_gets_no_answer(nginx):
    connection = http.client.HTTPConnection("127.0.0.1", nginx.plain_port, timeout=10)
    connection.request("GET", "/", headers={"Host": "other.example"})

    with pytest.raises(http.client.RemoteDisconnected):
        connection.getresponse()
    with pytest.raises(ssl.SSLError):
        nginx.ask("/", host="other.example")


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion")
def test_old_tls_is_refused(nginx):
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    old.maximum_version = ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")

    with pytest.raises(ssl.SSLError), harness.connect(nginx.port) as raw:
        old.wrap_socket(raw, server_hostname=harness.HOST)


def test_every_answer_has_the_security_headers(nginx):
    for path in ("/odoo", "/web/static/logo.png", "/web/database/manager"):
        answer = nginx.ask(path)

        assert answer.getheader("Strict-Transport-Security") == "max-age=31536000"
        assert answer.getheader("X-Frame-Options") == "SAMEORIGIN"
        assert answer.getheader("X-Content-Type-Options") == "nosniff"
        assert answer.getheader("Referrer-Policy") == "same-origin"
        policy = answer.getheader("Content-Security-Policy")
        assert "default-src 'self'" in policy and "object-src 'none'" in policy
        assert answer.getheader("Server") == "nginx"


def test_the_session_cookie_is_for_tls_alone(nginx):
    flags = _cookie_flags(nginx.ask("/odoo"))

    assert {"secure", "httponly", "samesite=lax"} <= flags


@pytest.mark.parametrize(
    "path",
    [
        "/web/database/manager",
        "/web/database/backup",
        "//web/database/manager",
        "/web/%64atabase/manager",
        "/web/./database/manager",
        "/zh_CN/web/database/manager",
        "/es_419/web/database/manager",
        "/queue_job/runjob?job_uuid=x",
        "/web/tests",
        "/web/become",
        "/doc",
    ],
)
def test_what_nobody_needs_from_outside_is_blocked(nginx, backends, path):
    backends[0].seen.clear()

    assert nginx.ask(path, method="GET").status == 403
    assert nginx.ask(path, method="POST", body="x").status == 403
    assert backends[0].seen == []


@pytest.mark.parametrize("path", ["/xmlrpc/2/common", "/jsonrpc", "/json/2/x/read"])
def test_programs_are_refused_unless_their_network_is_named(nginx, path):
    assert nginx.ask(path, method="POST", body="{}").status == 403


def test_programs_that_are_let_in_are_limited(open_nginx):
    answers = [
        open_nginx.ask("/json/2/x/read", method="POST", body="{}").status
        for _ in range(5)
    ]

    assert answers == [200, 200, 200, 429, 429]


def test_logins_are_limited_in_every_language_and_the_form_is_not(nginx):
    forms = [nginx.ask("/web/login").status for _ in range(6)]
    posts = [
        nginx.ask(path, method="POST", body="x").status
        for path in (
            "/web/login",
            "/zh_CN/web/login",
            "/web/session/authenticate",
            "/web/login/totp",
            "/web/login",
        )
    ]

    assert forms == [200] * 6
    assert posts == [200, 200, 200, 429, 429]


def test_asking_for_a_new_password_is_limited(nginx):
    answers = [
        nginx.ask("/web/reset_password", method="POST", body="x").status
        for _ in range(3)
    ]

    assert answers == [200, 200, 429]


def test_the_websocket_goes_to_its_own_process(nginx, backends):
    backends[1].seen.clear()

    answer = nginx.ask("/websocket", Upgrade="websocket", Connection="Upgrade")

    assert answer.text == "gevent"
    headers = backends[1].seen[0][2]
    assert headers["Upgrade"] == "websocket"
    assert headers["Connection"].lower() == "upgrade"
    assert headers["X-Forwarded-Proto"] == "https"


def test_a_made_up_source_address_is_not_believed(nginx, backends):
    backends[0].seen.clear()

    nginx.ask("/odoo", X_Forwarded_For="1.2.3.4", X_Forwarded_Proto="http")

    headers = backends[0].seen[0][2]
    assert headers["X-Forwarded-For"] == "127.0.0.1"
    assert headers["X-Forwarded-Proto"] == "https"
    assert headers["X-Forwarded-Host"] == f"{harness.HOST}:{nginx.port}"


def test_static_files_are_fetched_once_and_without_a_session(nginx, backends):
    backends[0].seen.clear()
    for _ in range(3):
        answer = nginx.ask("/web/static/src/a.js", Cookie="session_id=secret")
        # it would take the place of the browser's session: the user is logged out
        assert answer.getheader("Set-Cookie") is None

    assert len(backends[0].seen) == 1
    assert "Cookie" not in backends[0].seen[0][2]


def test_a_page_of_one_person_is_never_kept_for_another(nginx, backends):
    backends[0].seen.clear()
    for _ in range(2):
        nginx.ask("/my/payslips")

    assert len(backends[0].seen) == 2


def test_the_log_holds_no_token_and_no_whole_session(nginx):
    session = "Abcd1234" + "s" * 76
    nginx.ask("/my/sheet/1?access_token=very-secret", Cookie=f"session_id={session}")

    log = nginx.log()

    assert "/my/sheet/1" in log and " Abcd1234 " in log
    assert "very-secret" not in log and session not in log
    assert "ssss" not in log


def test_jobs_go_to_every_node_and_past_a_dead_one(backends):
    nodes = [
        {**_node(backends), "name": "alive"},
        {**_node(backends), "name": "dead", "http_port": odoo_cli.free_port(17000)},
    ]
    jobs = {"internal_port": odoo_cli.free_port(17500)}
    with harness.open_folder() as folder:
        chosen = harness.settings(folder, nodes[0], nodes=nodes, jobs=jobs)
        with harness.Nginx(folder, chosen).running():
            backends[0].seen.clear()
            answers = [_plain(jobs["internal_port"], "/queue_job/runjob?job_uuid=a")]
            answers += [_plain(jobs["internal_port"], "/queue_job/runjob?job_uuid=b")]
            other = _plain(jobs["internal_port"], "/web/login")

    assert answers == [200, 200] and other == 403
    assert [x[1][-1] for x in backends[0].seen] == ["a", "b"]
    assert {x[2]["X-Odoo-Database"] for x in backends[0].seen} == {"govhr"}


def _plain(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={"X-Odoo-Database": "govhr"})
    return connection.getresponse().status


def test_an_upload_beyond_the_limit_is_refused(nginx):
    answer = nginx.ask("/odoo", method="POST", body=b"", Content_Length=str(65 << 20))

    assert answer.status == 413
