"""Restoring: beside what is there, compared with the totals of the backup, then named.

It runs where the private key is. Nothing half restored ever gets the wanted name.
"""

import contextlib
import hashlib
import json
import shutil
import subprocess
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import psycopg2

from .. import database as databases
from .. import odoo_cli, postgres
from ..errors import Stop
from ..progress import Step, say
from . import DATABASE, FILES, MANIFEST, RECEIPT, TOTALS, crypt, sha256, totals

INSIDE = Path(__file__).with_name("neutral_inside.py")


def restore(source, name, filestores, neutral=False):
    """Make the database ``name`` and its files from a backup.

    :param filestores: the folder that has a folder of files for each database
    :param neutral: a copy for training: no mail, no jobs, nobody's personal data
    """
    target = filestores / name
    if databases.exists(name):
        raise Stop(
            f"the database {name} exists: rename or drop it first, or name another "
            "with DATABASE= / 同名数据库已存在"
        )
    if target.exists():
        raise Stop(f"{target} exists: move it away first / 附件目录已存在")
    aside = filestores / f".{name}.new"
    shutil.rmtree(aside, ignore_errors=True)
    try:
        with _scratch(source, aside) as scratch:
            if neutral:
                _neutralise(scratch, aside)
            databases.run(f'ALTER DATABASE "{scratch}" RENAME TO "{name}"')
        # a mark would let `make clean` drop it
        databases.run(f'COMMENT ON DATABASE "{name}" IS NULL')
        aside.mkdir(parents=True, exist_ok=True)
        aside.rename(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    say(f"{name}: restored / 恢复完成")
    if not neutral:
        say(
            "It sends mail and runs its jobs as the original does; NEUTRAL=1 makes a "
            "copy for training. / 恢复后会照常发信和执行任务，培训用请加 NEUTRAL=1"
        )


def check(source):
    """Restore into a database that is dropped again, and leave a receipt."""
    with _scratch(source, None):
        pass
    receipt = {"verified": datetime.now(UTC).isoformat(timespec="seconds")}
    receipt["manifest"] = sha256(source / MANIFEST)
    (source / RECEIPT).write_text(json.dumps(receipt, indent=1) + "\n", "utf-8")
    say(f"{source.name}: verified / 恢复演练通过")


@contextlib.contextmanager
def _scratch(source, files):
    """A database that holds the backup and was compared with it."""
    _check_manifest(source)
    name = databases.work_name("restore")
    databases.run(f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8'")
    try:
        databases.sign(name)
        with Step(f"Restoring the database of {source.name}"):
            _load(source / DATABASE, name)
        with Step("Reading the files"):
            before, damaged = _unpack(source / FILES, files)
            _check_against(source, before)
        with Step("Comparing with the backup's totals"):
            after = _totals(name)
        _report(before, after, damaged)
        yield name
    finally:
        databases.drop(name)


def _check_manifest(source):
    """What came from far away is whole and unchanged, before anything is made."""
    try:
        manifest = json.loads((source / MANIFEST).read_text(encoding="utf-8"))
        described = manifest["files"]
        for name in (DATABASE, FILES):
            if sha256(source / name) != described[name]["sha256"]:
                raise Stop(
                    f"{source / name} is not the file that was backed up: take another "
                    "copy / 备份文件已损坏或被改动，请换用其他副本"
                )
    except (OSError, ValueError, KeyError, TypeError) as reason:
        raise Stop(f"{source} is no whole backup: {reason} / 备份不完整") from reason


def _check_against(source, saved):
    """What the manifest tells of time and database also lies encrypted."""
    manifest = json.loads((source / MANIFEST).read_text(encoding="utf-8"))
    manifest[DATABASE] = manifest.pop("files")[DATABASE]
    if manifest != saved.get("manifest"):
        raise Stop(
            f"{source / MANIFEST} was changed: it does not tell what was encrypted / "
            "清单被改动，与加密内容不符"
        )


def _load(path, name):
    program = shutil.which("pg_restore") or postgres.binaries() / "pg_restore"
    command = [
        program, "--no-owner", "--no-privileges", "--exit-on-error", "--dbname", name
    ]  # fmt: skip
    with crypt.decrypting(path) as stream:
        done = subprocess.run(command, stdin=stream, stderr=subprocess.PIPE)
    if done.returncode:
        # the first line: what follows may show rows
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise Stop(f"pg_restore: {said} / 数据库恢复失败")


def _unpack(path, folder):
    """The backup's totals, and the files whose content is not what their name says."""
    before, damaged, seen = None, [], []
    with crypt.decrypting(path) as stream, _archive(path, stream) as archive:
        for member in archive:
            if not member.isfile():
                raise Stop(f"{path}: {member.name} is no file / 附件包含有非法内容")
            text = archive.extractfile(member).read()
            if member.name == TOTALS:
                before = json.loads(text)
                continue
            seen.append(member.name)
            # Odoo names a file by the SHA-1 of its content
            if hashlib.sha1(text).hexdigest() != Path(member.name).name:
                damaged.append(member.name)
            elif folder:
                _put(folder, member.name, text)
    if before is None:
        raise Stop(f"{path} has no totals to compare with / 备份缺少核对数据")
    lost = set(before["files"]) - set(seen)
    return before, [*damaged, *sorted(lost)]


@contextlib.contextmanager
def _archive(path, stream):
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            yield archive
    except tarfile.TarError as reason:
        raise Stop(f"{path}: {reason} / 附件包无法读取") from reason


def _put(folder, name, text):
    path = folder / name
    if folder.resolve() not in path.resolve().parents:
        raise Stop(f"{name} leads out of the folder / 文件名非法")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(text)


def _totals(name):
    connection = psycopg2.connect(dbname=name)
    with contextlib.closing(connection), connection.cursor() as cr:
        return totals.read(cr)


def _report(before, after, damaged):
    """The figures side by side; any difference ends the restore."""
    for what, value in before["figures"].items():
        say(f"    {what:<32} {value!s:>18} {after['figures'].get(what)!s:>18}")
    rows = sum(rows for rows, _content in before["tables"].values())
    say(f"    {len(before['tables'])} tables, {rows} rows, "
        f"{len(before['files'])} files / 表、行、文件")  # fmt: skip
    found = totals.differences(before, after)
    found += [f"file {name} is damaged or was not there" for name in damaged]
    if found:
        raise Stop(
            "the restored data differ / 恢复结果与备份不一致: " + "; ".join(found[:10])
        )


def _neutralise(name, files):
    """Odoo's own way: data/neutralize.sql of each module, and a new identity."""
    with Step("Taking personal data out"):
        odoo_cli.run_script(name, INSIDE, log="neutralise")
        # what was overwritten stays in the data files until they are written anew
        with databases.cursor(name) as cr:
            cr.execute("VACUUM (FULL, ANALYZE)")
    connection = psycopg2.connect(dbname=name)
    with contextlib.closing(connection), connection.cursor() as cr:
        cr.execute(totals.FILES)
        named = {fname for fname, _checksum in cr.fetchall()}
    for path in files.rglob("*"):
        if path.is_file() and str(path.relative_to(files)) not in named:
            path.unlink()
