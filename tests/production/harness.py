"""nginx, a stub behind it and a client: the rendered configuration is really run."""

import contextlib
import http.client
import http.server
import os
import pwd
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from govhr import odoo_cli, production
from govhr.certificate import self_signed

HOST = "hr.example.gov.cn"
MAIN = """\
daemon off;
pid {folder}/nginx.pid;
worker_processes 1;
error_log {folder}/main.log;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/govhr.conf;
}}
"""


def program(name):
    """A missing program fails the test: nothing here may be skipped."""
    path = os.environ["PATH"] + os.pathsep + "/usr/sbin" + os.pathsep + "/sbin"
    found = shutil.which(name, path=path)
    assert found, f"{name} is missing: config/bootstrap.sh installs it for make test"
    return found


@contextlib.contextmanager
def open_folder():
    """A folder that the unprivileged user of nginx can enter, unlike pytest's."""
    folder = Path(tempfile.mkdtemp(prefix="govhr-nginx-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def settings(folder, node, **sections):
    """Settings of a test: every path in ``folder``, every port free."""
    first = odoo_cli.free_port(18000 + os.getpid() % 1000 * 10)
    second = odoo_cli.free_port(first + 1)
    cert, key = self_signed(folder, HOST)
    chosen = {
        "site": {"host": HOST, "http_port": first, "https_port": second},
        "paths": {
            "data": f"{folder}/data",
            "log": f"{folder}/log",
            "nginx_log": f"{folder}/nginx",
            "nginx_cache": f"{folder}/cache",
        },
        "nodes": [node],
        "tls": {"certificate": str(cert), "key": str(key)},
    }
    for section, values in sections.items():
        known = chosen.get(section, {})
        chosen[section] = values if isinstance(values, list) else {**known, **values}
    return chosen


class Nginx:
    """The rendered nginx.conf on loopback, as an unprivileged user."""

    def __init__(self, folder, chosen):
        self.folder, self.settings = folder, chosen
        self.port = chosen["site"]["https_port"]
        self.plain_port = chosen["site"]["http_port"]
        text = production.render(chosen)["etc/nginx/conf.d/govhr.conf"]
        (folder / "govhr.conf").write_text(text, encoding="utf-8")
        (folder / "main.conf").write_text(MAIN.format(folder=folder), encoding="utf-8")
        for name in ("nginx", "cache", "log", "data"):
            (folder / name).mkdir(exist_ok=True)

    def _command(self, *arguments):
        command = [program("nginx"), "-p", str(self.folder)]
        command += ["-c", str(self.folder / "main.conf"), *arguments]
        # nginx opens this before it reads where errors go
        command += ["-e", str(self.folder / "main.log")]
        if os.geteuid() == 0:
            self._give_away()
            user = ["--reuid=www-data", "--regid=www-data", "--clear-groups"]
            command = [program("setpriv"), *user, *command]
        return command

    def _give_away(self):
        user = pwd.getpwnam("www-data")
        for path in (self.folder, *self.folder.rglob("*")):
            os.chown(path, user.pw_uid, user.pw_gid)

    def check(self):
        """What ``nginx -t`` says: its status and its words."""
        done = subprocess.run(self._command("-t"), capture_output=True, text=True)
        return done.returncode, done.stderr

    @contextlib.contextmanager
    def running(self):
        process = subprocess.Popen(self._command(), stderr=subprocess.DEVNULL)
        try:
            wait_for(self.port, process)
            yield self
        finally:
            process.terminate()
            process.wait(10)

    def ask(self, path, method="GET", body=None, host=HOST, **headers):
        """One request over TLS, checked against the certificate."""
        trust = ssl.create_default_context(cafile=self.settings["tls"]["certificate"])
        raw = connect(self.port)
        connection = http.client.HTTPConnection(host, self.port, timeout=60)
        connection.sock = trust.wrap_socket(raw, server_hostname=host)
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        named.setdefault("Host", f"{host}:{self.port}")
        connection.request(method, path, body=body, headers=named)
        answer = connection.getresponse()
        is_open = answer.status == 101  # a websocket has no end to wait for
        answer.text = "" if is_open else answer.read().decode("utf-8", "replace")
        connection.close()
        return answer

    def log(self):
        time.sleep(0.1)  # written after the answer
        return (self.folder / "nginx" / "access.log").read_text(encoding="utf-8")


def connect(port):
    return socket.create_connection(("127.0.0.1", port), timeout=60)


def wait_for(port, process, patience=20):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        assert process.poll() is None, "it ended at once"
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens on {port}")


class Echo(http.server.BaseHTTPRequestHandler):
    """In Odoo's place: answers with the headers it got, and sets Odoo's cookie."""

    protocol_version = "HTTP/1.1"

    def _answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        self.rfile.read(length)
        self.server.seen.append((self.command, self.path, dict(self.headers)))
        body = str(self.server.name).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Set-Cookie", "session_id=abc; HttpOnly; Path=/")
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_HEAD = _answer

    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def stub(name):
    """A stub on a free port; ``seen`` is what it was asked."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Echo)
    server.name, server.seen = name, []
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
