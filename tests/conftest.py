"""Fixtures for tests that need a real Odoo database: see config/govhr."""

from pathlib import Path

import pytest
from govhr import database, odoo_cli


@pytest.fixture
def gov_database():
    """Name of a new database with all addons and no data; dropped afterwards."""
    with database.fresh("pytest") as name:
        yield name


@pytest.fixture
def odoo_shell(tmp_path):
    """``odoo_shell(script, db, *argv)``: run Python inside Odoo, get what it printed.

    ``script`` is a path or the code itself; it finds ``env`` and ``argv``. Committed at
    a normal end, rolled back on an exception, which fails the test with its traceback.
    """

    def run(script, db, *argv):
        if not isinstance(script, Path):
            path = tmp_path / "script.py"
            path.write_text(script, encoding="utf-8")
            script = path
        done = odoo_cli.run_script(
            db, script, *argv, log="pytest", check=False, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
