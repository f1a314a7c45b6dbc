"""The list of requirement rows is complete and names tests that exist."""

import re
from pathlib import Path

from odoo.tests import BaseCase

ADDON = Path(__file__).resolve().parent.parent
ROWS = {f"O{n}" for n in range(1, 34)} | {f"S{n}" for n in range(1, 50)}


class TestReadme(BaseCase):
    rows = (ADDON / "readme" / "ROWS.md").read_text(encoding="utf-8")

    def cells(self):
        lines = [
            line for line in self.rows.splitlines() if re.match(r"\| [OS]\d", line)
        ]
        return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]

    def test_every_requirement_row_is_listed_once(self):
        listed = [row for row, *_rest in self.cells()]

        self.assertEqual(len(listed), len(set(listed)))
        self.assertEqual(set(listed), ROWS)

    def test_rows_that_are_done_name_place_and_test(self):
        for row, state, where, test, _open in self.cells():
            with self.subTest(row=row):
                self.assertRegex(state, r"^(done|partly|not done \(issue [3-7]\))$")
                self.assertEqual(bool(where and test), not state.startswith("not"))

    def test_tests_named_in_the_readme_exist(self):
        # a row may be answered by an addon above
        files = ADDON.parent.glob("*/tests/*.py")
        written = "".join(path.read_text(encoding="utf-8") for path in files)
        readme = "".join(
            path.read_text(encoding="utf-8") for path in (ADDON / "readme").glob("*.md")
        )
        named = set(re.findall(r"`(test_\w+)`", readme))

        missing = [name for name in named if f"def {name}(" not in written]

        self.assertEqual(sorted(missing), [])
