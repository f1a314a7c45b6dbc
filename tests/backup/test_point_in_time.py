"""A server goes back to the moment before a mistake, by what config/README.md says."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from govhr import paths, postgres, production
from govhr.cluster import processes
from govhr.cluster.servers import Primary

from .conftest import make_key

PORT = 5436  # names the socket file


class Recovered(Primary):
    """A server on the unpacked base backup."""

    place = "recovered"

    def _ensure_role(self):
        """It came with the backup."""


class Archiving(Primary):
    """A server with the archive settings of production."""

    def __init__(self, folder, socket, port, archive, key):
        super().__init__(folder, socket, port)
        rendered = production.render(
            {"backup": {"archive": str(archive), "public_key": str(key)}}
        )["postgresql/govhr.conf"]
        self.lines = re.findall(r"(?m)^(?:archive_|wal_level).*$", rendered)

    def settings(self):
        return super().settings() + "\n".join([*self.lines, ""])


@pytest.fixture
def ground():
    """A folder that PostgreSQL's user owns: the archive and its keys are that user's."""
    folder = paths.cache() / f"pitr-{os.getpid()}"
    socket = Path(f"/tmp/govhr-pitr-{os.getpid()}")
    archive, keys = folder / "wal", folder / "keys"
    archive.mkdir(parents=True, mode=0o700)
    key = make_key(keys)
    try:
        yield folder, socket, archive, key
    finally:
        subprocess.run(["gpgconf", "--homedir", str(keys), "--kill", "all"])
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(socket, ignore_errors=True)


def _ask(server, statement):
    return server.query(statement, user=postgres.ADMIN)


def _give(server, *folders):
    if server.user:
        for folder in folders:
            subprocess.run(["chown", "-R", server.user, str(folder)], check=True)


def test_the_rows_of_before_the_mistake_are_back(ground):
    folder, socket, archive, key = ground
    server = Archiving(folder, socket, PORT, archive, key)
    _give(server, archive, key.parent)
    server.ensure()
    try:
        _ask(server, "CREATE TABLE payslip AS SELECT 4321.50 AS net")
        base = _base_backup(server, archive, key)
        _ask(server, "INSERT INTO payslip VALUES (1234.25)")
        _ask(server, "SELECT pg_create_restore_point('before')")
        _ask(server, "DELETE FROM payslip")
        _ask(server, "SELECT pg_switch_wal()")
        processes.wait_until(lambda: _is_archived(server), "the log is archived")
    finally:
        server.stop()
    assert b"1234.25" not in b"".join(x.read_bytes() for x in archive.glob("*.gpg"))

    again = _recover(folder, socket, archive, key, base)
    try:
        processes.wait_until(lambda: _is_promoted(again), "the server is recovered")
        rows = _ask(again, "SELECT net::text FROM payslip ORDER BY 1")
    finally:
        again.stop()

    assert rows == [("1234.25",), ("4321.50",)]


def _base_backup(server, archive, key):
    target = archive / "base.tar.gpg"
    command = (
        f"{server.bin}/pg_basebackup -h {server.socket} -p {server.port} -U {postgres.ADMIN} "
        f"-D - -Ft -X fetch -c fast | gpg --homedir {archive} --batch --trust-model "
        f"always --recipient-file {key} -o {target} -e"
    )
    done = server._run("/bin/sh", "-c", command)
    assert target.exists(), done.stdout
    return target


def _is_archived(server):
    row = _ask(server, "SELECT archived_count, failed_count FROM pg_stat_archiver")[0]
    waiting = list((server.data / "pg_wal" / "archive_status").glob("*.ready"))
    return row[0] >= 2 and not waiting


def _is_promoted(server):
    return not _ask(server, "SELECT pg_is_in_recovery()")[0][0]


def _recover(folder, socket, archive, key, base):
    server = Recovered(folder, socket, PORT)
    server.data.mkdir(parents=True, mode=0o700)
    _give(server, server.data.parent)
    gpg = f"gpg --homedir {key.parent} --batch --yes --quiet"
    done = server._run("/bin/sh", "-c", f"{gpg} -d {base} | tar -x -C {server.data}")
    assert (server.data / "PG_VERSION").exists(), done.stdout
    with open(server.data / "postgresql.auto.conf", "a", encoding="utf-8") as handle:
        handle.write(
            f"restore_command = '{gpg} -o %p -d {archive}/%f.gpg'\n"
            "recovery_target_name = 'before'\n"
            "recovery_target_action = 'promote'\n"
        )
    (server.data / "recovery.signal").touch()
    server.start()
    return server
