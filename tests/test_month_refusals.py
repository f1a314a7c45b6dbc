"""Bad input is refused as a whole; the message names file, row, column and value."""

import json

import pytest
from govhr import database, odoo_cli, paths

from tests.oracle import bad_inputs

IMPORT = paths.TESTS / "product" / "import_folders.py"


@pytest.fixture(scope="module")
def refusals(tmp_path_factory):
    """{damage: (refusal or None, words it must contain)}, from one Odoo process."""
    root = tmp_path_factory.mktemp("damages")
    good, damaged, answer = root / "good", root / "damaged", root / "answer.json"
    bad_inputs.good_folder(good)
    words = {}
    for number, (name, case) in enumerate(bad_inputs.CASES.items()):
        folder = damaged / f"{number:03d}"
        bad_inputs.good_folder(folder)
        words[folder.name] = (name, case.damage(folder))
    with database.fresh("refusals") as db:
        odoo_cli.run_script(db, IMPORT, good, damaged, answer)
    answers = json.loads(answer.read_text(encoding="utf-8"))
    return {name: (answers[at], expected) for at, (name, expected) in words.items()}


@pytest.mark.parametrize("damage", bad_inputs.CASES)
def test_is_refused_and_named(refusals, damage):
    refusal, words = refusals[damage]

    assert refusal is not None, "the folder was taken"
    assert bad_inputs.unnamed(refusal, words) == []
