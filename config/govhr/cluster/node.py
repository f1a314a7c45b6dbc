"""One Odoo node: a master, two HTTP workers, the long-polling one, a job runner."""

import re
import subprocess
import sys
import urllib.error
import urllib.request

from .. import odoo_cli
from ..errors import Stop
from . import processes

LAUNCHER = """from odoo.cli import main

main()
"""
PID = re.compile(r"^\d{4}-\d\d-\d\d [\d:,]+ (\d+) ", re.MULTILINE)


class Node:
    """A node's configuration file, its log and its processes."""

    def __init__(self, name, folder, http_port, text):
        self.name = name
        self.port = http_port
        self.log = folder / f"{name}.log"
        self.conf = folder / f"{name}.conf"
        self.conf.write_text(text, encoding="utf-8")
        self.process = None

    def start(self):
        env = odoo_cli.environment()
        env = {k: v for k, v in env.items() if not k.startswith("PG")}
        # a file, not "-m odoo": the master starts it once more for long polling
        launcher = self.conf.with_name("odoo-bin")
        launcher.write_text(LAUNCHER, encoding="utf-8")
        command = [sys.executable, launcher, f"--config={self.conf}"]
        self.process = processes.start(command, self.log, env=env, cwd=self.conf.parent)

    def is_running(self):
        return bool(self.process) and self.process.poll() is None

    def is_healthy(self):
        """Whether it answers and reaches PostgreSQL."""
        return is_well(self.port)

    def wait(self):
        """Until it answers; a node that ends instead is told with its last words."""
        processes.wait_until(
            lambda: self.is_healthy() or not self.is_running(),
            f"{self.name} answers (log: {self.log})",
            seconds=180,
        )
        if not self.is_running():
            raise Stop(f"{self.name} ended: {self._last_words()}")

    def _last_words(self):
        return self.log.read_text(errors="replace").strip().splitlines()[-1:]

    def kill(self):
        processes.kill(self.process)

    def stop(self):
        if self.process:
            processes.stop(self.process)

    def pids(self):
        """Every process of this node that ever wrote into its log."""
        return set(map(int, PID.findall(self.log.read_text(errors="replace"))))


class Nginx:
    """nginx in front of the nodes."""

    def __init__(self, program, folder, text):
        self.folder = folder
        self.conf = folder / "nginx.conf"
        self.conf.write_text(text, encoding="utf-8")
        self.command = [program, "-p", folder, "-c", self.conf, "-e"]
        self.command += [folder / "error.log"]
        self.process = None

    def check(self):
        """nginx's own opinion of the file, empty when it is right."""
        done = subprocess.run([*self.command, "-t", "-q"], capture_output=True)
        return done.stderr.decode() if done.returncode else ""

    def start(self):
        self.process = processes.start(self.command, self.folder / "nginx.log")

    def stop(self):
        if self.process:
            processes.stop(self.process)


def is_well(port):
    """Whether /web/health of a port says that Odoo and the database answer."""
    url = f"http://127.0.0.1:{port}/web/health?db_server_status=1"
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False
