"""From the settings of a server, or none, to what is backed up, and as whom."""

import os
import pwd
import subprocess
import sys

import pytest
from govhr import odoo_cli, paths
from govhr.backup import command, take


def test_the_settings_of_a_server_lead_to_its_data(tmp_path, monkeypatch):
    for name in ("PGHOST", "PGPORT", "PGUSER", "PGSSLMODE"):
        monkeypatch.setenv(name, os.environ.get(name, ""))
    file = tmp_path / "settings.toml"
    file.write_text('[backup]\nfolder = "/b"\n[odoo]\ndatabase = "d"\n')
    found = []
    monkeypatch.setattr(take, "take", lambda place, keep: found.append((place, keep)))

    command.run_backup(["--settings", str(file), "--weekly", "3"])

    place, keep = found[0]
    assert str(place.filestore) == "/var/lib/govhr/filestore/d"
    assert (str(place.folder), place.database) == ("/b", "d")
    assert keep == {"daily": 14, "weekly": 3, "monthly": 12}
    assert os.environ["PGUSER"] == "govhr"
    assert paths.DATA not in place.filestore.parents


@pytest.mark.parametrize("host", ["/var/run/postgresql", "10.0.0.5"])
def test_root_takes_the_system_user_that_the_local_socket_knows(host):
    code = (
        "import os; from govhr.backup import command;"
        f"command._become({{'host': {host!r}, 'user': 'nobody'}}); print(os.getuid())"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        env=odoo_cli.environment(), capture_output=True, text=True,
    )  # fmt: skip

    is_changed = os.geteuid() == 0 and host.startswith("/")
    expected = pwd.getpwnam("nobody").pw_uid if is_changed else os.geteuid()
    assert done.stdout.strip() == str(expected), done.stderr
