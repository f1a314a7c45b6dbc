"""``make production SETTINGS=file OUT=folder``: makes secrets once, renders, writes.

Secrets are kept in OUT/secrets.toml (0600): rendering again changes nothing that the
settings did not change. The folder itself is for its owner alone.
"""

import argparse
import getpass
import os
import secrets
import sys
import tomllib
from pathlib import Path

from . import odoo_source, paths, production
from .errors import Stop
from .progress import say

# the same scheme and rounds as odoo.tools.config
ROUNDS = 600_000


def password_hash(password):
    """A master password as Odoo stores it."""
    from passlib.hash import pbkdf2_sha512

    return pbkdf2_sha512.using(rounds=ROUNDS).hash(password)


def ensure_secrets(folder, ask=False):
    """The secrets of a folder, made where missing; asks for a master password."""
    path = folder / "secrets.toml"
    known = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    fresh = {
        # Nobody needs a master password: databases are made on the command line. So by
        # default it is the hash of something that nobody knows.
        "master_password_hash": lambda: password_hash(secrets.token_urlsafe(32)),
        "db_password": lambda: secrets.token_hex(24),
    }
    found = {name: known.get(name) or make() for name, make in fresh.items()}
    if ask:
        found["master_password_hash"] = password_hash(_ask())
    lines = [f'{name} = "{value}"\n' for name, value in found.items()]
    write(path, "".join(lines), 0o600)
    return found


def _ask():
    password = getpass.getpass("Master password / 主密码: ")
    if len(password) < 12 or password != getpass.getpass("Again / 再输入一次: "):
        raise Stop("at least 12 signs, twice the same / 至少 12 位且两次一致")
    return password


def write(path, text, mode):
    """Written aside with its rights and renamed: never readable by more, never half."""
    _make_folder(path.parent)
    aside = path.with_name(f".{path.name}.new")
    aside.unlink(missing_ok=True)
    handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with open(handle, "w", encoding="utf-8") as stream:
        os.fchmod(handle, mode)  # whatever the umask is
        stream.write(text)
    aside.replace(path)


def _make_folder(folder):
    """Open to all whatever the umask: its mode is copied onto the server's own /etc."""
    if not folder.exists():
        _make_folder(folder.parent)
        folder.mkdir()
        folder.chmod(0o755)


def with_runtime(settings):
    """Where the file names none: the Python and the Odoo of this very command."""
    chosen = settings.setdefault("paths", {})
    chosen["python"] = chosen.get("python") or sys.executable
    chosen["odoo"] = chosen.get("odoo") or str(odoo_source.find().path)
    return settings


def main(arguments):
    parser = argparse.ArgumentParser(prog="production")
    parser.add_argument("--settings", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=paths.VAR / "production")
    parser.add_argument("--master-password", action="store_true", help="ask for one")
    options = parser.parse_args(arguments)
    settings = with_runtime(production.load(options.settings))
    production.complete(settings)  # a mistake is told before anything is written
    out = options.out.resolve()
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    out.chmod(0o700)
    files = production.render(settings, ensure_secrets(out, options.master_password))
    for path, text in files.items():
        write(out / path, text, production.mode(path))
    say(f"{len(files)} files in {out}: next see config/README.md / 下一步见该文件")
    return 0
