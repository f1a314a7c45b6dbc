"""The plumbing on a real cluster: fresh databases, scripts inside Odoo."""

import pytest
from govhr import database

NAME = 'env["res.company"].browse(1).name'


def test_a_fresh_database_has_the_addons_and_is_dropped():
    with database.fresh("pytest") as name:
        assert database.exists(name)
        assert name in database.ours("gov_pytest")

    assert not database.exists(name)


def test_a_script_that_ends_is_committed(gov_database, odoo_shell):
    odoo_shell(f"{NAME} = '县政务办'", gov_database)

    assert odoo_shell(f"print({NAME})", gov_database) == "县政务办\n"


def test_a_script_that_raises_leaves_nothing(gov_database, odoo_shell):
    with pytest.raises(AssertionError, match="ValueError: refused"):
        odoo_shell(f"{NAME} = 'half'; raise ValueError('refused')", gov_database)

    assert odoo_shell(f"print({NAME} == 'half')", gov_database) == "False\n"


def test_a_script_gets_its_arguments(gov_database, odoo_shell):
    assert odoo_shell("print(argv)", gov_database, "a b", "--c") == "['a b', '--c']\n"


def test_a_database_of_a_killed_run_is_dropped_and_one_of_a_living_run_kept():
    from govhr import templates

    template = templates.ensure_full()
    dead, alive = "gov_pytest_999999999_1", database.work_name("pytest")
    for name in (dead, alive):
        database.clone(template, name)
    try:
        database.drop_orphans()

        assert not database.exists(dead)
        assert database.exists(alive)
    finally:
        database.drop(alive)
