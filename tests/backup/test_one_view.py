"""Database, files and manifest are one view; what was lost or changed is told."""

import json

import psycopg2
import pytest
from govhr import backup, database
from govhr.backup import restore, take
from govhr.errors import Stop

from .conftest import write_receipt

KEEP = {"daily": 14, "weekly": 8, "monthly": 12}


def test_a_receipt_of_another_backup_is_none(tmp_path):
    (tmp_path / "manifest.json").write_text("{}")
    write_receipt(tmp_path)
    assert backup.verified_at(tmp_path)

    (tmp_path / "manifest.json").write_text('{"taken": "another time"}')

    assert backup.verified_at(tmp_path) is None


@pytest.mark.parametrize("key", ["taken", "database", "postgres"])
def test_a_changed_manifest_is_refused(hamlet, tmp_path, key, filestores, private_key):
    place = backup.Place(hamlet.database, hamlet.filestore, tmp_path, hamlet.key)
    copy = take.take(place, KEEP)
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest[key] = "changed"
    (copy / "manifest.json").write_text(json.dumps(manifest))

    with pytest.raises(Stop, match="was changed"):
        restore.restore(copy, "gov_never", filestores)

    assert not database.exists("gov_never")


def test_a_file_that_was_lost_before_is_told_and_stops_no_restore(
    hamlet, tmp_path, private_key, capsys
):
    (path,) = [x for x in hamlet.filestore.rglob("*") if x.is_file()]
    place = backup.Place(hamlet.database, hamlet.filestore, tmp_path, hamlet.key)
    path.rename(tmp_path / "lost")
    try:
        taken = take.take(place, KEEP)
    finally:
        (tmp_path / "lost").rename(path)

    assert "1 attachments have lost their file" in capsys.readouterr().err
    restore.check(taken)
    assert backup.verified_at(taken)


def test_odoo_clears_no_files_while_a_backup_reads_them(hamlet):
    """Its clearing locks the table like this, and gives up when it has to wait."""
    with take.snapshot(hamlet.database), database.cursor(hamlet.database) as cr:
        cr.execute("UPDATE ir_attachment SET name = name")
        cr.execute("SET lock_timeout = '200ms'")
        with pytest.raises(psycopg2.errors.LockNotAvailable):
            cr.execute("BEGIN; LOCK ir_attachment IN SHARE MODE")


def test_what_is_written_after_the_snapshot_is_in_no_part(
    hamlet, tmp_path, private_key, monkeypatch
):
    dump = take._dump

    def write_and_dump(*arguments):
        with database.cursor(hamlet.database) as cr:
            cr.execute("INSERT INTO res_company (name) VALUES ('late')")
        dump(*arguments)

    monkeypatch.setattr(take, "_dump", write_and_dump)
    place = backup.Place(hamlet.database, hamlet.filestore, tmp_path, hamlet.key)

    restore.check(take.take(place, KEEP))
