"""A key pair, and a small county with files of its own."""

import hashlib
import os
import subprocess
from pathlib import Path

import pytest
from govhr import backup, database, paths, templates

NAME = "Backup of a test"
SECRET = "证书扫描件-MARKER-8842"


def make_key(folder, expire="never"):
    """A key pair; its private half in the keyring ``folder``. The public key's file."""
    folder.mkdir(mode=0o700)
    gpg = ["gpg", "--homedir", str(folder), "--batch", "--quiet", "--no-options"]
    subprocess.run(
        [*gpg, "--passphrase", "", "--pinentry-mode", "loopback",
         "--quick-generate-key", NAME, "future-default", "default", expire],
        check=True,
    )  # fmt: skip
    public = folder / "public.asc"
    subprocess.run(
        [*gpg, "--armor", "--output", str(public), "--export", NAME], check=True
    )
    return public


@pytest.fixture(scope="package")
def keyring(tmp_path_factory):
    """gpg's sockets want a short path."""
    folder = tmp_path_factory.mktemp("k") / "g"
    yield make_key(folder)
    subprocess.run(["gpgconf", "--homedir", str(folder), "--kill", "all"], check=True)


@pytest.fixture
def private_key(keyring, monkeypatch):
    monkeypatch.setenv("GNUPGHOME", str(keyring.parent))


@pytest.fixture(scope="package")
def county(tmp_path_factory, keyring):
    """A database with a few attachments, and where its backups go."""
    name = database.work_name("backup")
    folder = tmp_path_factory.mktemp("county")
    files = folder / "filestore" / name
    database.clone(templates.ensure_full(), name)
    _take_files(name, files)
    _attach(name, files, SECRET.encode())
    yield backup.Place(name, files, folder / "backups", keyring)
    database.drop(name)


@pytest.fixture(scope="package")
def hamlet(tmp_path_factory, keyring):
    """A database of two tables, where nothing depends on what is in it."""
    name = database.work_name("hamlet")
    folder = tmp_path_factory.mktemp("hamlet")
    database.run(f'CREATE DATABASE "{name}" TEMPLATE template0')
    database.sign(name)
    with database.cursor(name) as cr:
        cr.execute(
            "CREATE TABLE res_company (id serial, name text);"
            "INSERT INTO res_company (name) VALUES ('政务服务中心');"
            "CREATE TABLE ir_attachment (id serial, name text, type text, "
            "store_fname text, checksum text, file_size int)"
        )
    files = folder / "filestore" / name
    _attach(name, files, SECRET.encode())
    yield backup.Place(name, files, folder / "backups", keyring)
    database.drop(name)


def _take_files(name, files):
    """Those that came with the addons lie where Odoo put them, or nowhere."""
    rows = database.query(
        "SELECT store_fname FROM ir_attachment WHERE store_fname IS NOT NULL",
        database=name,
    )
    for (fname,) in rows:
        found = [x for x in (paths.DATA / "filestore").glob(f"*/{fname}")]
        if found:
            (files / fname).parent.mkdir(parents=True, exist_ok=True)
            os.link(found[0], files / fname)
        else:
            with database.cursor(name) as cr:
                cr.execute("DELETE FROM ir_attachment WHERE store_fname = %s", [fname])


def _attach(name, files, text):
    """As Odoo does: a file named by its content, and a row that names it."""
    digest = hashlib.sha1(text).hexdigest()
    path = files / digest[:2] / digest
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)
    with database.cursor(name) as cr:
        cr.execute(
            "INSERT INTO ir_attachment (name, type, store_fname, checksum, file_size) "
            "VALUES ('scan.txt', 'binary', %s, %s, %s)",
            [f"{digest[:2]}/{digest}", digest, len(text)],
        )


@pytest.fixture
def filestores(tmp_path):
    return Path(tmp_path / "filestore")
