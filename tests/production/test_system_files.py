"""systemd, logrotate and PostgreSQL accept what is rendered for them."""

import os
import subprocess
import sys

import pytest
from govhr import database, odoo_cli, production

from . import harness

UNITS = production.UNITS


@pytest.fixture
def units(tmp_path):
    """The units as on a server whose programs are those of this test."""
    paths = {"python": sys.executable, "odoo": str(odoo_cli.odoo().path)}
    paths["checkout"] = str(odoo_cli.paths.CHECKOUT)
    files = production.render({"paths": paths})
    found = []
    for name, text in files.items():
        if name.startswith(UNITS):
            path = tmp_path / name.rsplit("/", 1)[-1]
            path.write_text(text, encoding="utf-8")
            found.append(str(path))
    assert len(found) == 5
    return sorted(found)


def _run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_systemd_finds_no_mistake_in_the_units(units):
    status, words = _run(harness.program("systemd-analyze"), "verify", *units)

    ours = [line for line in words.splitlines() if "govhr" in line]
    assert (status, ours) == (0, []), words


def test_a_mistake_in_a_unit_would_be_found(tmp_path):
    unit = tmp_path / "govhr-odoo.service"
    unit.write_text("[Service]\nExecStart=/no/such/program\n", encoding="utf-8")

    status, words = _run(harness.program("systemd-analyze"), "verify", str(unit))

    assert status != 0 and "/no/such/program" in words


def test_the_services_are_shut_in(units):
    """systemd's own measure: 0 is shut in, 10 is open."""
    for unit in (x for x in units if x.endswith(".service")):
        status, words = _run(
            harness.program("systemd-analyze"),
            "security", "--offline=true", "--no-pager", "--threshold=25", unit,
        )  # fmt: skip

        assert status == 0, words


def test_the_unit_names_its_own_script(units):
    """With workers Odoo starts its websocket process by the path of that script."""
    text = production.render({})[f"{UNITS}/govhr-odoo.service"]
    command = next(x for x in text.splitlines() if x.startswith("ExecStart="))

    script = command.split()[1].removeprefix("/opt/govhr/")
    assert (production.paths.CHECKOUT / script).is_file()


def test_the_command_of_the_administrator_is_a_sound_script(tmp_path):
    script = tmp_path / "govhr-odoo"
    script.write_text(production.render({})["usr/local/sbin/govhr-odoo"])

    assert _run("sh", "-n", str(script)) == (0, "")


def test_logrotate_keeps_the_logs_half_a_year(tmp_path):
    files = production.render({"paths": {"log": str(tmp_path), "nginx_log": "/x"}})
    text = files["etc/logrotate.d/govhr"]
    (tmp_path / "odoo.log").write_text("x\n", encoding="utf-8")
    file = tmp_path / "rotate.conf"
    # the user of the service does not exist here
    file.write_text(text.replace(" govhr adm", " root adm"), encoding="utf-8")
    file.chmod(0o644)
    state = tmp_path / "state"

    status, words = _run(
        harness.program("logrotate"), "--debug", "--state", str(state), str(file)
    )

    assert status == 0 and "error" not in words, words
    assert f"{tmp_path}/*.log" in words and "(210 rotations)" in words


def test_the_law_wants_no_less_than_six_months():
    assert production.defaults()["logs"]["days"] >= 184


def test_postgresql_knows_every_setting():
    text = production.render({"site": {"size": 100000}})["postgresql/govhr.conf"]
    lines = [x for x in text.splitlines() if x and not x.startswith("#")]
    settings = dict(x.split(" = ", 1) for x in lines)
    query = "SELECT name, vartype, min_val, max_val FROM pg_settings"
    known = {row[0]: row for row in database.query(query)}

    # shown to superusers alone
    settings.pop("shared_preload_libraries")
    assert set(settings) <= set(known)
    for name, value in settings.items():
        _name, kind, _low, high = known[name]
        if kind == "integer" and value.isdigit():
            assert int(value) <= int(high)


def test_postgresql_logs_no_values():
    """The driver writes them into the statements: names, cards, numbers of people."""
    text = production.render({})["postgresql/govhr.conf"]

    for line in (
        "log_min_duration_statement = -1",
        "log_min_error_statement = panic",
        "log_error_verbosity = terse",
    ):
        assert line in text.splitlines()
    assert "log_statement" not in text


def test_the_metrics_command_writes_a_file_for_everybody(tmp_path):
    out = tmp_path / "govhr.prom"
    done = subprocess.run(
        [sys.executable, "-m", "govhr", "metrics", "--database", "no_such_database"]
        + ["--output", str(out)],
        env={**os.environ, "PYTHONPATH": str(odoo_cli.paths.CONFIG)},
    )

    assert done.returncode == 0
    assert "govhr_database_up 0\n" in out.read_text(encoding="utf-8")
    assert out.stat().st_mode & 0o777 == 0o644
