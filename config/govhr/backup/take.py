"""Taking a backup: one snapshot, two encrypted streams, a manifest, then the old go."""

import contextlib
import hashlib
import io
import json
import shutil
import subprocess
import tarfile
from datetime import UTC, datetime

import psycopg2

from .. import locks, postgres
from ..errors import Stop
from ..progress import Step, say, warn
from . import DATABASE, FILES, MANIFEST, RECEIPT, TOTALS, crypt, folder_name
from . import retention, taken_at, totals


def take(place, keep, now=None):
    """The folder of a new backup of ``place``; backups that nothing asks for are gone.

    :param keep: {"daily": …, "weekly": …, "monthly": …}, see retention.py
    """
    crypt.check_public_key(place.key)
    _check_folder(place)
    with locks.only_one(place.folder / ".lock"):
        name = folder_name(place.database, now or datetime.now(UTC))
        aside = _empty_folder(place.folder, name)
        try:
            with Step(f"Backing up {place.database}", lambda: _size(aside)):
                missing = _write(place, aside)
            aside.rename(place.folder / name)
        finally:
            shutil.rmtree(aside, ignore_errors=True)
        _warn_of(missing)
        say(f"{place.folder / name}: done / 备份完成")
        forget(place.folder, place.database, keep)
    return place.folder / name


def _check_folder(place):
    """Beside the data it would be lost with the data."""
    folder, data = place.folder.resolve(), place.filestore.resolve()
    if folder == data or data in folder.parents:
        raise Stop(f"{folder} lies in the data folder: name another / 备份不能放在数据目录内")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as reason:
        raise Stop(f"{folder}: {reason.strerror} / 无法写入备份目录") from reason


def _empty_folder(folder, name):
    """What a killed backup left goes first: under a hidden name it never counted."""
    for left in folder.glob(".*.new"):
        shutil.rmtree(left)
    aside = folder / f".{name}.new"
    aside.mkdir(mode=0o700)
    return aside


def _size(folder):
    size = sum(x.stat().st_size for x in folder.glob("*"))
    return f"{size / 1e6:.1f} MB"


def _write(place, aside):
    """All files of the backup; names of attachments' files that are not there."""
    taken = datetime.now(UTC)
    with snapshot(place.database) as (cr, key):
        found = totals.read(cr)
        cr.execute(totals.FILES)
        names = [name for name, _checksum in cr.fetchall()]
        _dump(place, key, aside / DATABASE)
        # The snapshot's files are all there: Odoo writes a file before its row. They
        # are named by their content and never change; only the nightly clearing takes
        # away those whose row was deleted, and these are then told.
        missing = _pack(place, {**found, "files": names}, aside / FILES)
        server = cr.connection.server_version
    manifest = {
        "database": place.database,
        "taken": taken.isoformat(timespec="seconds"),
        "postgres": server,
        "files": {x: _description(aside / x) for x in (DATABASE, FILES)},
    }
    text = json.dumps(manifest, indent=1)
    (aside / MANIFEST).write_text(text + "\n", encoding="utf-8")
    return missing


@contextlib.contextmanager
def snapshot(database):
    """A cursor in a reading transaction, and the name by which others join its view."""
    try:
        connection = psycopg2.connect(dbname=database, application_name="govhr-backup")
    except psycopg2.OperationalError as reason:
        raise Stop(f"{database}: {str(reason).strip()} / 无法连接数据库") from reason
    with contextlib.closing(connection), connection.cursor() as cr:
        connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
        # it waits while a large database is dumped
        cr.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        cr.execute("SELECT pg_export_snapshot()")
        yield cr, cr.fetchone()[0]


def _dump(place, key, target):
    program = shutil.which("pg_dump") or postgres.binaries() / "pg_dump"
    command = [
        program, "--format=custom", "--no-owner", "--no-privileges",
        f"--snapshot={key}", place.database,
    ]  # fmt: skip
    with crypt.encrypting(place.key, target) as stream:
        done = subprocess.run(command, stdout=stream, stderr=subprocess.PIPE)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()[-300:]
        raise Stop(f"pg_dump: {said} / 数据库导出失败")


def _pack(place, found, target):
    """The tar of the attachments; the totals stand first, where no one changes them."""
    missing = []
    with (
        crypt.encrypting(place.key, target) as stream,
        tarfile.open(fileobj=stream, mode="w|") as archive,
    ):
        text = json.dumps(found).encode()
        member = tarfile.TarInfo(TOTALS)
        member.size = len(text)
        archive.addfile(member, io.BytesIO(text))
        for name in found["files"]:
            try:
                archive.add(place.filestore / name, name, recursive=False)
            except FileNotFoundError:
                missing.append(name)
    return missing


def _description(path):
    with open(path, "rb") as handle:
        digest = hashlib.file_digest(handle, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "sha256": digest}


def _warn_of(missing):
    if missing:
        warn(
            f"{len(missing)} attachments have no file, the first: {missing[0]}. Were "
            "they deleted during the backup, or lost before? / 有附件缺少文件"
        )


def forget(folder, database, keep):
    """Remove what nothing asks for any longer, and say so."""
    found = known(folder, database)
    for name in retention.outdated(found, **keep):
        shutil.rmtree(folder / name)
        say(f"removed / 已删除过期备份: {name}")
    if not any(is_verified for _name, _taken, is_verified in found):
        warn(
            "no backup was ever restored as a rehearsal, so none is removed: "
            "`make restore FROM=… CHECK=1` / 尚无经过恢复演练的备份，旧备份一律不删除"
        )


def known(folder, database):
    """(name, time, whether verified) of each whole backup of a database."""
    return [
        (x.name, taken_at(x.name), (x / RECEIPT).exists())
        for x in sorted(folder.glob(f"{database}-*"))
        if taken_at(x.name) and (x / MANIFEST).exists()
    ]
