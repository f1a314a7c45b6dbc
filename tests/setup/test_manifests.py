"""The template's name changes exactly when an installation would."""

import pytest
from govhr import manifests

MANIFEST = '{"name": "X", "depends": ["hr", "portal"]}'


@pytest.fixture
def addons(tmp_path):
    addon = tmp_path / "gov_x"
    for folder in (
        "models",
        "tests/rules",
        "static/tests/tours",
        "static/src",
        "readme",
    ):
        (addon / folder).mkdir(parents=True)
    (addon / "__manifest__.py").write_text(MANIFEST)
    (addon / "models" / "gov_x.py").write_text("x = 1\n")
    return tmp_path


@pytest.mark.parametrize(
    "path",
    [
        "__manifest__.py",
        "models/gov_x.py",
        "models/new.py",
        "static/src/x.js",
        "models/tests",
    ],
)
def test_what_is_installed_changes_the_key(addons, path):
    before = manifests.content_key(addons)

    (addons / "gov_x" / path).write_text("changed")

    assert manifests.content_key(addons) != before


@pytest.mark.parametrize(
    "path",
    [
        "tests/test_x.py",
        "tests/rules/test_y.py",
        "static/tests/tours/x.js",
        "readme/USAGE.md",
        "models/gov_x.pyc",
    ],
)
def test_tests_and_texts_do_not_change_the_key(addons, path):
    before = manifests.content_key(addons)

    (addons / "gov_x" / path).write_text("changed")

    assert manifests.content_key(addons) == before


def test_a_renamed_file_changes_the_key(addons):
    before = manifests.content_key(addons)

    (addons / "gov_x/models/gov_x.py").rename(addons / "gov_x/models/gov_y.py")

    assert manifests.content_key(addons) != before


def test_dependencies_on_other_addons_here_are_not_outside_ones(addons):
    (addons / "gov_y").mkdir()
    text = '{"name": "Y", "depends": ["gov_x", "survey", "hr"]}'
    (addons / "gov_y" / "__manifest__.py").write_text(text)

    found = manifests.read_all(addons)

    assert manifests.outside_dependencies(found) == ["hr", "portal", "survey"]


def test_an_addon_that_cannot_be_installed_is_left_out(addons):
    (addons / "gov_x" / "__manifest__.py").write_text(
        '{"name": "X", "depends": [], "installable": False}'
    )

    assert manifests.read_all(addons) == {}
