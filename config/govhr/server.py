"""The demo server: ``make run`` and ``make stop``."""

import json
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

from . import paths

STATE = paths.VAR / "server.json"  # {"pid": 1, "port": 8069}
PATIENCE = 180  # seconds until a started server must answer


def running():
    """The state of the server of this checkout, or None."""
    try:
        state = json.loads(STATE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return state if _is_ours(state["pid"]) else None


def _is_ours(pid):
    """The number may belong to another process by now."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace")
        is_zombie = (
            Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
        )
    except OSError:
        return False
    return not is_zombie and f"--data-dir={paths.DATA}" in command


def address(state):
    return f"http://127.0.0.1:{state['port']}"


def start(database):
    """Start Odoo and wait until it answers; the process and its state."""
    from . import odoo_cli
    from .errors import Stop
    from .progress import Step

    port = odoo_cli.free_port()
    command = odoo_cli.server_command(database, f"--http-port={port}", *_job_runner())
    log = paths.log_file("server")
    with open(log, "wb") as handle:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=handle, stderr=subprocess.STDOUT,
            env=odoo_cli.environment(), cwd=paths.VAR, start_new_session=True,
        )  # fmt: skip
    state = {"pid": process.pid, "port": port}
    STATE.write_text(json.dumps(state), encoding="utf-8")
    try:
        with Step("Starting the server"):
            if not answers(process, state):
                raise Stop(f"the server does not answer (log: {log}) / 服务器没有响应")
    except BaseException:
        stop()
        raise
    return process, state


def _job_runner():
    """With queue_job among the dependencies its runner starts with the server."""
    from . import manifests

    depends = manifests.outside_dependencies(manifests.read_all())
    return ["--load=base,rpc,web,queue_job"] if "queue_job" in depends else []


def answers(process, state):
    """Whether a server that was started answers in time; False when it ends before."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            url = f"{address(state)}/web/health?db_server_status=1"
            with urllib.request.urlopen(url, timeout=5) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    return False


def wait(process):
    """Stay in the foreground; an interruption (Ctrl-C) ends the server too."""
    try:
        return process.wait()
    except KeyboardInterrupt:
        stop()
        process.wait()
        return 0
    finally:
        STATE.unlink(missing_ok=True)


def stop():
    """End the server: politely, then by force. True if one was running."""
    state = running()
    STATE.unlink(missing_ok=True)
    if not state:
        return False
    for name, patience in ((signal.SIGTERM, 10), (signal.SIGKILL, 5)):
        os.kill(state["pid"], name)
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not _is_ours(state["pid"]):
                return True
            time.sleep(0.1)
    return True
