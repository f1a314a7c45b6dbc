"""The list of requirement rows is complete and names tests that exist."""

import re
from pathlib import Path

from odoo.tests import BaseCase

ADDON = Path(__file__).resolve().parent.parent
ROWS = {f"A{n}" for n in range(1, 96)} | {f"X{n}" for n in range(1, 15)}
ROWS |= {"O29", "O31"}
NOT_DONE = re.compile(r"not done \(issue \d\)")
# a row that describes its place and asks for nothing (○)
CONTEXT = "context"


class TestReadme(BaseCase):
    def cells(self):
        text = (ADDON / "readme" / "ROWS.md").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if re.match(r"\| [AOX]\d", line)]
        return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]

    def test_every_requirement_row_is_listed_once(self):
        listed = [row for row, *_rest in self.cells()]

        self.assertEqual(len(listed), len(set(listed)))
        self.assertEqual(set(listed), ROWS)

    def test_rows_that_are_done_name_place_and_test(self):
        for row, state, where, test, missing in self.cells():
            with self.subTest(row=row):
                if state == CONTEXT:
                    self.assertTrue(where)
                    continue
                is_open = bool(NOT_DONE.fullmatch(state))
                self.assertTrue(is_open or state in ("done", "partly"))
                self.assertEqual(bool(where and test), not is_open)
                self.assertEqual(bool(NOT_DONE.search(missing)), state == "partly")

    def test_tests_named_in_the_readme_exist(self):
        # a row may be answered by an addon below
        files = ADDON.parent.glob("*/tests/*.py")
        written = "".join(path.read_text(encoding="utf-8") for path in files)
        pages = (ADDON / "readme").glob("*.md")
        readme = "".join(path.read_text(encoding="utf-8") for path in pages)
        named = set(re.findall(r"`(test_\w+)`", readme))

        missing = [name for name in named if f"def {name}(" not in written]

        self.assertEqual(sorted(missing), [])
