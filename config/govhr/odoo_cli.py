"""How Odoo is called: its settings, addons path, environment, and scripts inside it."""

import functools
import os
import re
import socket
import subprocess
import sys

from . import odoo_source, paths, postgres
from .errors import Stop
from .progress import Step

LOADING = re.compile(r"Loading module (\S+) \((\d+)/(\d+)\)")


@functools.cache
def odoo():
    return odoo_source.find()


def environment(**extra):
    """The child's environment: Odoo and this package importable, no stray settings.

    ``odoo`` is a namespace package: OCA's wheels in site-packages join it.
    """
    clean = {k: v for k, v in os.environ.items() if not k.startswith("ODOO_")}
    clean["PYTHONPATH"] = f"{paths.CONFIG}{os.pathsep}{odoo().path}"
    clean["LC_ALL"] = "C.UTF-8"
    return {**clean, **extra}


def options(database, addons=None):
    """Options that every call needs.

    :param addons: the folder of an older version, instead of this checkout's
    """
    addons = ",".join(map(str, (*odoo().addons, addons or paths.ADDONS)))
    paths.DATA.mkdir(parents=True, exist_ok=True)
    return [
        f"--config={paths.CONFIG / 'odoo.conf'}",
        f"--addons-path={addons}",
        f"--data-dir={paths.DATA}",
        f"--database={database}",
        f"--db-filter=^{database}$",
    ]


def server_command(database, *arguments, module="odoo", addons=None):
    return [sys.executable, "-m", module, *options(database, addons), *arguments]


def free_port(first=8069):
    """The first port from ``first`` on that nobody listens on."""
    for port in range(first, first + 200):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise Stop(f"no free port from {first} to {first + 199} / 没有可用端口")


def run_modules(database, arguments, log, title, addons=None):
    """Install or update with ``arguments``; the log file and the exit status."""
    arguments = [*arguments, "--stop-after-init", "--no-http"]
    command = server_command(database, *arguments, addons=addons)
    with Step(title, lambda: last_module(log)), open(log, "wb") as handle:
        done = subprocess.run(
            command, stdout=handle, stderr=subprocess.STDOUT, env=environment()
        )
    return done.returncode


def last_module(log):
    """The newest "Loading module" line of a log as ``name (12/70)``."""
    try:
        with open(log, "rb") as handle:
            handle.seek(max(0, log.stat().st_size - 20_000))
            found = LOADING.findall(handle.read().decode("utf-8", "replace"))
    except OSError:
        return ""
    return "module {} ({}/{})".format(*found[-1]) if found else ""


def run_script(
    database, script, *argv, log="script", check=True, addons=None, **kwargs
):
    """Run a Python file inside Odoo, on one database, as superuser.

    The file finds ``env`` and ``argv`` as globals. What it did is committed when it
    ends normally and rolled back when it raises (SystemExit too). Its prints go to this
    process's output, Odoo's log to ``var/log/<log>.log``.

    :param addons: as in ``options``
    :param kwargs: for ``subprocess.run``, e.g. ``capture_output=True, text=True``
    :return: the CompletedProcess
    """
    postgres.ensure()
    command = [sys.executable, "-m", "govhr.inside", str(script), *map(str, argv), "--"]
    command += [*options(database, addons), f"--logfile={paths.log_file(log)}"]
    done = subprocess.run(command, env=environment(), **kwargs)
    if check and done.returncode:
        raise Stop(f"{script} failed in {database} (log: {paths.log_file(log)})")
    return done
