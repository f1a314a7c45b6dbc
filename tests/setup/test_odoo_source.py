"""Which Odoo is taken: the pinned revision, another of 19.0, or the user's checkout."""

import pytest
from govhr import odoo_source
from govhr.errors import Stop

PINS = {
    "ODOO_VERSION": "19.0.0+dfsg-1",
    "ODOO_SERIES": "19.0",
    "ODOO_PACKAGE": "odoo-19",
}


def checkout(folder, version_info="(19, 0, 0, FINAL, 0, '')"):
    (folder / "odoo" / "addons" / "base").mkdir(parents=True)
    (folder / "odoo" / "release.py").write_text(f"version_info = {version_info}\n")
    return folder


def test_the_pinned_version_is_taken_when_it_is_offered():
    offered = ["19.0.0+dfsg-2", "19.0.0+dfsg-1"]

    assert odoo_source.choose_version(offered, PINS) == "19.0.0+dfsg-1"


def test_the_newest_other_revision_is_taken_with_a_warning(capsys):
    offered = ["20.0.0-1", "19.0.1+dfsg-1", "19.0.0+dfsg-3"]

    assert odoo_source.choose_version(offered, PINS) == "19.0.1+dfsg-1"
    assert "19.0.1+dfsg-1 is taken instead" in capsys.readouterr().err


@pytest.mark.parametrize("offered", [[], ["20.0.0-1"], ["19.1-1"]])
def test_no_other_series_is_ever_taken(offered):
    with pytest.raises(Stop, match="ODOO_HOME"):
        odoo_source.choose_version(offered, PINS)


def test_a_git_checkout_has_two_addons_folders(tmp_path, monkeypatch):
    home = checkout(tmp_path / "my odoo")
    (home / "addons").mkdir()
    (home / "odoo-bin").touch()
    monkeypatch.setenv("ODOO_HOME", str(home))

    found = odoo_source.find()

    assert found.path == home
    assert found.addons == (home / "odoo" / "addons", home / "addons")


def test_an_installed_package_has_one_addons_folder(tmp_path, monkeypatch):
    home = checkout(tmp_path, "(19, 0, 0, 'final', 0, '')")
    (home / "addons").mkdir()  # of another package in dist-packages
    monkeypatch.setenv("ODOO_HOME", str(home))

    assert odoo_source.find().addons == (home / "odoo" / "addons",)


def test_a_folder_without_odoo_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("ODOO_HOME", str(tmp_path))

    with pytest.raises(Stop, match="is no Odoo"):
        odoo_source.find()


def test_another_version_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("ODOO_HOME", str(checkout(tmp_path, "(18, 0, 0, FINAL, 0, '')")))

    with pytest.raises(Stop, match="18.0"):
        odoo_source.find()


@pytest.mark.parametrize("kept", ["odoo-19.0.0+dfsg-1", "odoo-19.0.0+dfsg-9"])
def test_an_unpacked_tree_is_used_without_network(tmp_path, monkeypatch, kept):
    monkeypatch.setenv("GOV_CACHE", str(tmp_path))
    (tmp_path / kept).mkdir()
    (tmp_path / "odoo-new-abc123").mkdir()  # left by an interrupted download

    assert odoo_source._unpacked() == tmp_path / kept
