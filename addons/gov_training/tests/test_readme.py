"""The list of requirement rows is complete and names tests that exist."""

import re
from pathlib import Path

from odoo.tests import BaseCase

ADDON = Path(__file__).resolve().parent.parent
ROWS = {f"T{n}" for n in range(1, 33)}
TESTS = re.compile(r"`(?:tests/)?(test_\w+)(\.py)?`")


class TestReadme(BaseCase):
    rows = (ADDON / "readme" / "ROWS.md").read_text(encoding="utf-8")

    def cells(self):
        lines = [line for line in self.rows.splitlines() if re.match(r"\| T\d", line)]
        return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]

    def test_every_requirement_row_is_listed_once(self):
        listed = [row for row, *_rest in self.cells()]

        self.assertEqual(len(listed), len(set(listed)))
        self.assertEqual(set(listed), ROWS)

    def test_rows_that_are_done_name_place_and_test(self):
        for row, state, where, test, _open in self.cells():
            with self.subTest(row=row):
                if state in ("done", "partly"):
                    self.assertTrue(where and test)

    def test_tests_named_in_the_readme_exist(self):
        files = {path.stem: path for path in (ADDON / "tests").glob("*.py")}
        written = "".join(path.read_text(encoding="utf-8") for path in files.values())

        missing = [
            name
            for name, is_file in TESTS.findall(self.rows)
            if (name not in files if is_file else f"def {name}(" not in written)
        ]

        self.assertEqual(missing, [])
