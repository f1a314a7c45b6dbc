"""One Odoo node: a master, two HTTP workers, the long-polling one, a job runner."""

import re
import ssl
import subprocess
import sys
import urllib.error
import urllib.request

from .. import odoo_cli, production
from ..errors import Stop
from . import processes

SERVER = production.FOLDER / "odoo_server.py"
PID = re.compile(r"^\d{4}-\d\d-\d\d [\d:,]+ (\d+) ", re.MULTILINE)


class Node:
    """A node's configuration file, its log and its processes."""

    def __init__(self, name, folder, port):
        self.name, self.folder, self.port = name, folder, port
        self.log = folder / "odoo.log"
        self.conf = folder / "odoo.conf"
        self.process = None

    def start(self):
        env = odoo_cli.environment()
        env = {k: v for k, v in env.items() if not k.startswith("PG")}
        command = [sys.executable, SERVER, f"--config={self.conf}"]
        output = self.folder / "output.log"
        self.process = processes.start(command, output, env=env, cwd=self.folder)

    def is_running(self):
        return bool(self.process) and self.process.poll() is None

    def wait(self):
        """Until it answers and reaches PostgreSQL; one that ends instead is told."""
        processes.wait_until(
            lambda: is_well(f"http://127.0.0.1:{self.port}") or not self.is_running(),
            f"{self.name} answers (log: {self.log})",
            seconds=180,
        )
        if not self.is_running():
            raise Stop(f"{self.name} ended: {self._last_words()}")

    def _last_words(self):
        texts = (self.log, self.folder / "output.log")
        words = [x.read_text(errors="replace").strip() for x in texts if x.exists()]
        return " ".join(text.splitlines()[-1] for text in words if text)

    def kill(self):
        processes.kill(self.process)

    def stop(self, patience=20):
        if self.process:
            processes.stop(self.process, patience)

    def pids(self):
        """Every process of this node that ever wrote into its log."""
        return set(map(int, PID.findall(self.log.read_text(errors="replace"))))


class Nginx:
    """nginx in front of the nodes."""

    def __init__(self, program, folder):
        self.folder = folder
        self.command = [program, "-p", folder, "-c", folder / "main.conf"]
        # it opens this before it reads where errors go
        self.command += ["-e", folder / "main.log"]
        self.process = None

    def check(self):
        """nginx's own opinion of its files, empty when they are right."""
        done = subprocess.run([*self.command, "-t", "-q"], capture_output=True)
        return done.stderr.decode() if done.returncode else ""

    def start(self):
        self.process = processes.start(self.command, self.folder / "output.log")

    def stop(self):
        if self.process:
            processes.stop(self.process)


def is_well(address, certificate=None):
    """Whether /web/health of an address says that Odoo and the database answer."""
    url = f"{address}/web/health?db_server_status=1"
    trust = ssl.create_default_context(cafile=certificate) if certificate else None
    try:
        with urllib.request.urlopen(url, timeout=5, context=trust) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False
