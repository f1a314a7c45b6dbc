"""Taking a backup: one snapshot, two encrypted streams, a manifest, then the old go."""

import contextlib
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
from . import (
    DATABASE,
    FILES,
    MANIFEST,
    TOTALS,
    crypt,
    folder_name,
    retention,
    sha256,
    taken_at,
    totals,
    verified_at,
)


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
    folder, data = place.folder.resolve(), place.filestore.parents[1].resolve()
    if folder == data or data in folder.parents:
        raise Stop(
            f"{folder} lies in the data folder: name another / 备份不能放在数据目录内"
        )
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
        missing = [x for x in names if not (place.filestore / x).is_file()]
        found["files"] = sorted(set(names) - set(missing))
        _dump(cr, place, key, aside / DATABASE)
        head = {
            "database": place.database,
            "taken": taken.isoformat(timespec="seconds"),
            "postgres": cr.connection.server_version,
        }
        # the same stands in the manifest, where anybody could change it
        found["manifest"] = {**head, DATABASE: _description(aside / DATABASE)}
        _pack(place, found, aside / FILES)
    manifest = {
        **head,
        "files": {x: _description(aside / x) for x in (DATABASE, FILES)},
    }
    text = json.dumps(manifest, indent=1)
    (aside / MANIFEST).write_text(text + "\n", encoding="utf-8")
    return missing


@contextlib.contextmanager
def snapshot(database):
    """A cursor in a transaction, and the name by which others join its view.

    Why the files read after it are of the same view: a file is named by its content, so
    it never changes, and Odoo writes it before its row. Only Odoo's nightly clearing
    takes files away; it asks for a SHARE lock on ir_attachment, which ours refuses as
    long as we read (it tries again the next night), while ordinary writes pass.
    """
    try:
        connection = psycopg2.connect(dbname=database, application_name="govhr-backup")
    except psycopg2.OperationalError as reason:
        raise Stop(f"{database}: {str(reason).strip()} / 无法连接数据库") from reason
    with contextlib.closing(connection), connection.cursor() as cr:
        connection.set_session(isolation_level="REPEATABLE READ")
        # it waits while a large database is dumped
        cr.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
        # before the first query: the view must not be older than the lock
        try:
            cr.execute("LOCK TABLE ir_attachment IN ROW EXCLUSIVE MODE")
        except psycopg2.errors.UndefinedTable as reason:
            raise Stop(
                f"{database} is no database of Odoo / 不是 Odoo 数据库"
            ) from reason
        cr.execute("SELECT pg_export_snapshot()")
        yield cr, cr.fetchone()[0]


def _extensions(cr):
    """Those that an owner may create again; pg_stat_statements needs a superuser."""
    cr.execute(
        "SELECT e.extname FROM pg_extension e JOIN pg_available_extension_versions v "
        "ON v.name = e.extname AND v.version = e.extversion WHERE v.trusted"
    )
    return [f"--extension={name}" for (name,) in cr.fetchall()]


def _dump(cr, place, key, target):
    program = shutil.which("pg_dump") or postgres.binaries() / "pg_dump"
    command = [
        program, "--format=custom", "--no-owner", "--no-privileges",
        *_extensions(cr), f"--snapshot={key}", place.database,
    ]  # fmt: skip
    with crypt.encrypting(place.key, target) as stream:
        done = subprocess.run(command, stdout=stream, stderr=subprocess.PIPE)
    if done.returncode:
        # the first line: what follows may show rows
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise Stop(f"pg_dump: {said} / 数据库导出失败")


def _pack(place, found, target):
    """The tar of the attachments; the totals stand first, where no one changes them."""
    with (
        crypt.encrypting(place.key, target) as stream,
        tarfile.open(fileobj=stream, mode="w|") as archive,
    ):
        text = json.dumps(found).encode()
        member = tarfile.TarInfo(TOTALS)
        member.size = len(text)
        archive.addfile(member, io.BytesIO(text))
        for name in found["files"]:
            archive.add(place.filestore / name, name, recursive=False)


def _description(path):
    return {"bytes": path.stat().st_size, "sha256": sha256(path)}


def _warn_of(missing):
    if missing:
        warn(
            f"{len(missing)} attachments have lost their file before this backup, the "
            f"first: {missing[0]} / 有附件的文件早已缺失"
        )


def forget(folder, database, keep):
    """Remove what nothing asks for any longer, and say so."""
    found = known(folder, database)
    for name in retention.outdated(found, **keep):
        # first hidden: what is half removed must not count as a backup
        hidden = (folder / name).rename(folder / f".{name}.new")
        shutil.rmtree(hidden)
        say(f"removed / 已删除过期备份: {name}")
    if not any(is_verified for _name, _taken, is_verified in found):
        warn(
            "no backup was ever restored as a rehearsal, so none is removed: "
            "`make restore FROM=… CHECK=1` / 尚无经过恢复演练的备份，旧备份一律不删除"
        )


def known(folder, database):
    """(name, time, whether verified) of each whole backup of a database."""
    return [
        (x.name, taken_at(x.name), bool(verified_at(x)))
        for x in sorted(folder.glob(f"{database}-*"))
        if taken_at(x.name) and (x / MANIFEST).exists()
    ]
