"""Databases: clones of the templates, made in half a second and dropped after use."""

import contextlib
import itertools
import os
import platform
import re
import time

from . import paths, postgres

_numbers = itertools.count(1)


@contextlib.contextmanager
def cursor(database="postgres"):
    """A cursor outside of any transaction: CREATE DATABASE refuses to run in one."""
    import psycopg2  # only exists in the virtual environment

    postgres.ensure()
    connection = psycopg2.connect(dbname=database)
    connection.autocommit = True
    try:
        yield connection.cursor()
    finally:
        connection.close()


def run(statement, *parameters):
    with cursor() as cr:
        cr.execute(statement, parameters or None)


def query(statement, *parameters, database="postgres"):
    with cursor(database) as cr:
        cr.execute(statement, parameters or None)
        return cr.fetchall()


def exists(name):
    return bool(query("SELECT 1 FROM pg_database WHERE datname = %s", name))


def drop(name):
    """Whoever is connected; only a vacuum of the server is not ours to end."""
    import psycopg2

    try:
        run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    except psycopg2.errors.InsufficientPrivilege:
        run(f'DROP DATABASE IF EXISTS "{name}"')  # the server ends its vacuum itself


def clone(template, name):
    """Copy a database; waits a little while something still looks at the template."""
    import psycopg2

    for attempt in range(10):
        try:
            run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
            break
        except psycopg2.errors.ObjectInUse:
            if attempt == 9:
                raise
            time.sleep(1)
    sign(name)


def _note(remark=""):
    """On a shared server the machine tells two checkouts of the same path apart."""
    machine = platform.node() if postgres.is_external() else ""
    return " ".join(filter(None, ("govhr", machine, paths.checkout_id(), remark)))


def sign(name, remark=""):
    """Note on the database that it is this checkout's: no other is ever dropped."""
    run(f'COMMENT ON DATABASE "{name}" IS %s', _note(remark))


def is_signed(name, remark):
    return name in _with_note(_note(remark))


def ours(prefix=""):
    """Names of this checkout's databases."""
    return [name for name in _with_note(f"{_note()}%") if name.startswith(prefix)]


def _with_note(pattern):
    rows = query(
        "SELECT datname FROM pg_database "
        "WHERE shobj_description(oid, 'pg_database') LIKE %s ORDER BY datname",
        pattern,
    )
    return [name for (name,) in rows]


def work_name(purpose, number=None):
    """The name of a passing database says which process made it."""
    return f"gov_{purpose}_{os.getpid()}_{number or next(_numbers)}"


def drop_orphans():
    """Passing databases whose process was killed before it could drop them."""
    for name in ours("gov_"):
        match = re.fullmatch(r"gov_\w+_(\d+)_\d+", name)
        if match and not os.path.exists(f"/proc/{match[1]}"):
            drop(name)


@contextlib.contextmanager
def fresh(purpose="work"):
    """A new database with all addons installed and no data; dropped at the end."""
    from . import templates

    template = templates.ensure_full()
    name = work_name(purpose)
    clone(template, name)
    try:
        yield name
    finally:
        drop(name)
