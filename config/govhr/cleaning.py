"""``make stop`` and ``make clean``. Standard library only: nothing need be set up."""

import os
import shutil

from . import cluster, paths, postgres, server
from .errors import Stop
from .progress import say


def stop():
    """End the server and the private cluster; data is kept."""
    say("server stopped" if server.stop() else "no server was running")
    own = _cluster()
    if own:
        say("PostgreSQL stopped" if own.stop() else "PostgreSQL was not running")
        cluster.sweep()


def clean(everything=False):
    """Remove what belongs to this checkout: databases, logs, outputs.

    :param everything: also the shared cache (Odoo, virtual environments, node)
    """
    server.stop()
    if postgres.is_external():
        _drop_databases()
    own = _cluster()
    if own:
        own.remove()
        cluster.sweep()
    shutil.rmtree(paths.VAR, ignore_errors=True)
    say(f"removed: databases of this checkout and {paths.VAR}")
    if everything:
        _remove_cache()


def _cluster():
    try:
        return postgres.Cluster()
    except Stop:
        return None  # no PostgreSQL on this machine, so no cluster of ours either


def _drop_databases():
    """Ours on the user's own server; reaching it takes the virtual environment."""
    from . import database

    try:
        for name in database.ours():
            database.drop(name)
    except ImportError:
        say("the databases on your server are kept: there is no virtual environment")


def _remove_cache():
    """Only what this project made there; not under another checkout's server."""
    others = [
        x for x in paths.cache().glob("pg-*") if (x / "data/postmaster.pid").exists()
    ]
    if others:
        raise Stop(
            f"another checkout's PostgreSQL runs in {others[0]}: `make stop` it first"
        )
    for pattern in ("venv-*", "odoo-*", "node-*", "pre-commit", "pg-*", ".*.lock"):
        for path in paths.cache().glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if not os.listdir(paths.cache()):
        paths.cache().rmdir()
    say(f"removed: {paths.cache()}")
