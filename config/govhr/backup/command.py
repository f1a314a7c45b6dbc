"""``make backup`` and ``make restore``: from options or settings to a place."""

import argparse
import os
import pwd
from pathlib import Path

from .. import demo_database, paths, postgres, production
from ..errors import Stop
from . import Place, restore, take

KEEP = ("daily", "weekly", "monthly")


def run_backup(arguments):
    parser = _parser("backup")
    parser.add_argument("--folder", type=Path, help="where backups are kept")
    parser.add_argument("--key", type=Path, help="file of the public key")
    for name in KEEP:
        parser.add_argument(f"--{name}", type=int, help="how many are kept")
    options = parser.parse_args(arguments)
    settings = _settings(options)
    if options.settings:
        _become(settings["postgres"])
    known = settings["backup"]
    place = Place(
        options.database or settings["odoo"]["database"],
        options.data / "filestore" / (options.database or settings["odoo"]["database"]),
        options.folder or Path(known["folder"]),
        options.key or Path(known["public_key"]),
    )
    keep = {name: getattr(options, name) or known[name] for name in KEEP}
    take.take(place, keep)
    return 0


def run_restore(arguments):
    parser = _parser("restore")
    parser.add_argument("--from", dest="source", type=Path, required=True)
    parser.add_argument("--check", action="store_true", help="drop it again")
    parser.add_argument("--neutral", action="store_true", help="a copy for training")
    options = parser.parse_args(arguments)
    _settings(options)
    if options.check:
        restore.check(options.source)
        return 0
    if not options.database:
        raise Stop("which name shall it get? DATABASE=name / 请用 DATABASE= 指定库名")
    filestores = options.data / "filestore"
    restore.restore(options.source, options.database, filestores, options.neutral)
    return 0


def _become(server):
    """PostgreSQL's socket knows system users: root takes the service's."""
    if os.geteuid() or not server["host"].startswith("/"):
        return
    try:
        user = pwd.getpwnam(server["user"])
    except KeyError:
        return  # PostgreSQL says who may enter
    os.initgroups(user.pw_name, user.pw_gid)
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)


def _parser(name):
    parser = argparse.ArgumentParser(prog=name)
    parser.add_argument("--settings", type=Path, help="of production")
    parser.add_argument("--database", default="")
    parser.add_argument("--data", type=Path, help="Odoo's data folder")
    return parser


def _settings(options):
    """The settings in force, and PostgreSQL's address put into the environment.

    Without --settings and --data it is the demo server of this checkout.
    """
    if options.settings:
        settings = production.complete(production.load(options.settings))
        server = settings["postgres"]
        os.environ.update(
            PGHOST=server["host"], PGPORT=str(server["port"]), PGUSER=server["user"],
            PGSSLMODE=server["sslmode"],
        )  # fmt: skip
        options.data = options.data or Path(settings["paths"]["data"])
        return settings
    settings = production.defaults()
    postgres.ensure()
    if not options.data:
        options.data = paths.DATA
        settings["odoo"]["database"] = demo_database.NAME
        settings["backup"]["folder"] = str(paths.VAR / "backup")
    return settings
