"""A backup is restored equal, and what is not one is refused."""

import doctest
import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime

import pytest
from govhr import backup, database, odoo_cli
from govhr.backup import crypt, restore, retention, take, totals
from govhr.errors import Stop

from .conftest import SECRET, make_key, write_receipt

KEEP = {"daily": 14, "weekly": 8, "monthly": 12}


@pytest.fixture(scope="module")
def taken(hamlet):
    return take.take(hamlet, KEEP)


@pytest.fixture(scope="module")
def copy(county, keyring, tmp_path_factory):
    """The county, backed up and restored: its name and its folder of files."""
    name, files = database.work_name("copy"), tmp_path_factory.mktemp("copy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GNUPGHOME", str(keyring.parent))
        restore.restore(take.take(county, KEEP), name, files)
    yield name, files / name
    database.drop(name)


@pytest.fixture
def restored(filestores):
    """A free name; what was made under it goes afterwards."""
    name = database.work_name("restored")
    yield name
    database.drop(name)


def _copy(taken, folder):
    folder.mkdir()
    for path in taken.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def _databases():
    return {x for (x,) in database.query("SELECT datname FROM pg_database")}


def test_a_restored_database_has_the_same_rows_figures_and_files(county, copy):
    name, files = copy

    with take.snapshot(county.database) as (cr, _key):
        expected = totals.read(cr)
    assert restore._totals(name) == expected
    assert expected["tables"]["ir_model_fields"][0] > 5000
    assert set(expected["figures"]) == {what for what, *_sql in totals.FIGURES}
    assert _held(files) == _held(county.filestore) != {}


def _held(folder):
    return {x.name: x.read_bytes() for x in folder.rglob("*") if x.is_file()}


def test_a_copy_for_training_is_neutral_and_has_an_identity_of_its_own(county, copy):
    name, files = copy
    (files / "unnamed").write_text("no row names this file")
    query = "SELECT key, value FROM ir_config_parameter WHERE key LIKE 'database.%%'"

    restore._neutralise(name, files)

    old, new = (
        dict(database.query(query, database=x)) for x in (county.database, name)
    )
    assert new["database.is_neutralized"] == "true"
    assert old["database.uuid"] != new["database.uuid"]
    assert old["database.secret"] != new["database.secret"]
    assert not (files / "unnamed").exists()


def test_one_changed_row_is_noticed(hamlet):
    with take.snapshot(hamlet.database) as (cr, _key):
        before = totals.read(cr)
    with database.cursor(hamlet.database) as cr:
        cr.execute("BEGIN")
        cr.execute("UPDATE res_company SET name = name || '.' WHERE id = 1")
        after = totals.read(cr)
        cr.execute("ROLLBACK")

    assert totals.differences(before, after) == ["res_company: other content"]


def test_nothing_of_a_backup_can_be_read_without_the_private_key(taken, tmp_path):
    for path in taken.iterdir():
        text = path.read_bytes()
        assert SECRET.encode() not in text and b"res_partner" not in text
    assert {x.name for x in taken.iterdir()} == {
        "database.gpg", "files.gpg", "manifest.json"
    }  # fmt: skip
    assert taken.stat().st_mode & 0o077 == 0


def test_the_wrong_private_key_is_told_and_leaves_nothing(
    taken, restored, filestores, tmp_path, monkeypatch
):
    make_key(tmp_path / "other")
    monkeypatch.setenv("GNUPGHOME", str(tmp_path / "other"))
    before = _databases()

    with pytest.raises(Stop, match="(?i)no secret key"):
        restore.restore(taken, restored, filestores)

    assert _databases() == before and not (filestores / restored).exists()
    subprocess.run(["gpgconf", "--homedir", str(tmp_path / "other"), "--kill", "all"])


@pytest.mark.parametrize("name", ["database.gpg", "files.gpg"])
def test_one_flipped_bit_is_refused_before_anything_is_made(
    taken, tmp_path, name, restored, filestores
):
    copy = _copy(taken, tmp_path / "copy")
    text = bytearray((copy / name).read_bytes())
    text[len(text) // 2] ^= 1
    (copy / name).write_bytes(text)

    with pytest.raises(Stop, match=f"{name} is not the file that was backed up"):
        restore.restore(copy, restored, filestores)

    assert restored not in _databases()


def test_a_manifest_made_to_fit_does_not_make_a_changed_file_good(
    taken, tmp_path, restored, filestores, private_key
):
    copy = _copy(taken, tmp_path / "copy")
    path = copy / "files.gpg"
    path.write_bytes(path.read_bytes()[:-40])
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["files"]["files.gpg"] = take._description(path)
    (copy / "manifest.json").write_text(json.dumps(manifest))

    with pytest.raises(Stop):
        restore.restore(copy, restored, filestores)

    assert restored not in _databases()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"files": {}}'])
def test_a_folder_that_is_no_backup_is_refused(text, tmp_path, filestores):
    (tmp_path / "manifest.json").write_text(text)

    with pytest.raises(Stop, match="no whole backup"):
        restore.restore(tmp_path, "gov_never", filestores)


def test_an_existing_database_is_never_overwritten(taken, hamlet, filestores):
    with pytest.raises(Stop, match="exists: rename or drop it first"):
        restore.restore(taken, hamlet.database, filestores)


def test_a_rehearsal_leaves_a_receipt_and_no_database(taken, private_key):
    before = _databases()

    restore.check(taken)

    assert json.loads((taken / "verified.json").read_text())["verified"]
    assert _databases() == before
    last = take.known(taken.parent, taken.name.rpartition("-")[0])[-1]
    assert (last[0], last[2]) == (taken.name, True)
    (taken / "verified.json").unlink()


def test_a_backup_that_was_killed_does_not_count_and_is_swept_away(county, tmp_path):
    folder = tmp_path / "backups"
    process = subprocess.Popen(
        [sys.executable, "-m", "govhr", "backup", "--database", county.database,
         "--data", str(county.filestore.parents[1]), "--folder", str(folder),
         "--key", str(county.key)],
        env=odoo_cli.environment(), start_new_session=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(folder.glob(".*/database.gpg")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    left = [x.name for x in folder.glob(".*/*")]

    assert take.known(folder, county.database) == []
    assert left == ["database.gpg"]
    place = backup.Place(county.database, county.filestore, folder, county.key)
    taken = take.take(place, KEEP)
    assert [x for x in folder.iterdir() if x.name != ".lock"] == [taken]


def test_a_backup_beside_the_data_is_refused(county):
    data = county.filestore.parents[1]
    for inside in (county.filestore / "backups", data / "sub" / "backups", data):
        place = backup.Place(county.database, county.filestore, inside, county.key)

        with pytest.raises(Stop, match="lies in the data folder"):
            take.take(place, KEEP)


def test_an_unknown_database_leaves_nothing(county, tmp_path):
    place = backup.Place("gov_none", county.filestore, tmp_path / "b", county.key)

    with pytest.raises(Stop, match="gov_none"):
        take.take(place, KEEP)

    assert [x.name for x in (tmp_path / "b").iterdir()] == [".lock"]


def test_keys_that_cannot_do_are_told(keyring, tmp_path):
    private = tmp_path / "private.asc"
    gpg = ["gpg", "--homedir", str(keyring.parent), "--batch", "--quiet"]
    subprocess.run(
        [*gpg, "--armor", "--output", str(private), "--export-secret-keys"], check=True
    )
    (tmp_path / "text.asc").write_text("no key")

    for path, words in (
        (private, "holds a private key"),
        (tmp_path / "none.asc", "is not there"),
        (tmp_path / "text.asc", "must hold one public key"),
    ):
        with pytest.raises(Stop, match=words):
            crypt.check_public_key(path)


def test_an_expired_key_is_told(tmp_path):
    public = make_key(tmp_path / "g", expire="seconds=1")
    time.sleep(2)

    with pytest.raises(Stop, match="has expired"):
        crypt.check_public_key(public)

    subprocess.run(["gpgconf", "--homedir", str(tmp_path / "g"), "--kill", "all"])


@pytest.mark.parametrize("module", [backup, retention, totals])
def test_examples_in_the_text_are_true(module):
    done = doctest.testmod(module)

    assert done.attempted and not done.failed


def test_old_backups_go_only_after_a_newer_one_was_verified(tmp_path, capsys):
    names = []
    for day in range(1, 6):
        name = backup.folder_name("gov_x", datetime(2026, 11, day, tzinfo=UTC))
        (tmp_path / name).mkdir()
        (tmp_path / name / "manifest.json").write_text("{}")
        names.append(name)
    one = {"daily": 1, "weekly": 1, "monthly": 1}

    take.forget(tmp_path, "gov_x", one)
    assert len(list(tmp_path.iterdir())) == 5
    assert "rehearsal" in capsys.readouterr().err
    (tmp_path / names[3] / "verified.json").write_text("{}")
    take.forget(tmp_path, "gov_x", one)
    assert len(list(tmp_path.iterdir())) == 5, "that is no receipt"
    write_receipt(tmp_path / names[3])
    take.forget(tmp_path, "gov_x", one)

    assert sorted(x.name for x in tmp_path.iterdir()) == names[3:]
