"""One settings file in, all files out: mistakes are named, secrets stay closed."""

import configparser
import os
import stat
import subprocess
import sys

import pytest
from govhr import production, rendering, sizing
from govhr.errors import Stop

TWO_NODES = {
    "site": {"size": 100000},
    "nodes": [
        {"name": "a", "address": "10.0.0.1"},
        {"name": "b", "address": "10.0.0.2"},
    ],
    "jobs": {"internal_address": "10.0.0.9"},
    "postgres": {"host": "10.0.0.3", "replica_host": "10.0.0.4"},
}


def _options(text):
    parser = configparser.RawConfigParser()
    parser.read_string(text)
    return parser


def _written(tmp_path, text=""):
    """The folder that the command makes of a settings file."""
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    assert rendering.main(["--settings", str(file), "--out", str(out)]) == 0
    return out


@pytest.fixture(autouse=True)
def known_odoo(monkeypatch):
    """Where Odoo lies is not the matter here, nor are 600,000 rounds of hashing."""
    monkeypatch.setattr(rendering, "with_runtime", lambda settings: settings)
    monkeypatch.setattr(rendering, "ROUNDS", 1000)


@pytest.mark.parametrize(
    "mistake, named",
    [
        ({"sites": {}}, "[sites]"),
        ({"site": {"hots": "x"}}, "hots"),
        ({"site": {"size": "300"}}, "size must be int"),
        ({"site": {"size": 400}}, "size 400"),
        ({"nodes": []}, "[[nodes]]"),
        ({"nodes": [{"prot": 1}]}, "prot"),
        ({"site": {"host": "x;\nlisten 81"}}, "host"),
        ({"access": {"api_networks": ["0.0.0.0/0; }"]}}, "api_networks"),
    ],
)
def test_a_mistake_in_the_settings_is_named(mistake, named):
    with pytest.raises(Stop) as refusal:
        production.render(mistake)

    assert named in str(refusal.value)


def test_a_file_that_is_no_toml_is_named(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("[site\nhost", encoding="utf-8")

    with pytest.raises(Stop, match="settings.toml"):
        production.load(file)


def test_odoo_conf_closes_what_has_to_be_closed():
    options = _options(production.odoo_conf({}))["options"]

    assert options["list_db"] == "False"
    assert options["dbfilter"] == "^govhr$" and options["db_name"] == "govhr"
    assert options["proxy_mode"] == "True"
    assert options["http_interface"] == "127.0.0.1"
    assert options["server_wide_modules"] == "base,rpc,web,queue_job"
    assert int(options["workers"]) > 0
    assert "db_password" not in options and "db_replica_host" not in options
    # empty forbids it altogether: Odoo's own word is "admin"
    assert options["admin_passwd"] == ""


def test_several_nodes_share_the_replica_and_the_jobs():
    files = production.render(TWO_NODES)

    for name, address in (("a", "10.0.0.1"), ("b", "10.0.0.2")):
        parser = _options(files[f"nodes/{name}/etc/govhr/odoo.conf"])
        assert parser["options"]["http_interface"] == address
        assert parser["options"]["db_replica_host"] == "10.0.0.4"
        # asked by nginx in turn, so that both nodes run jobs
        assert parser["queue_job"]["host"] == "10.0.0.9"
        assert parser["queue_job"]["port"] == "8079"
    assert "etc/govhr/odoo.conf" not in files
    assert "server 10.0.0.2:8069" in files["etc/nginx/conf.d/govhr.conf"]


def test_jobs_leave_workers_for_the_screens():
    for size in sizing.SIZES:
        figures = sizing.figures(production.complete({"site": {"size": size}}))

        assert 1 <= figures["jobs"] < figures["workers"]


def test_the_database_has_a_connection_for_every_process():
    text = production.render(TWO_NODES)["postgresql/govhr.conf"]
    limit = int(text.split("max_connections = ")[1].split("\n")[0])
    options = _options(production.odoo_conf(TWO_NODES))["options"]
    pools = int(options["workers"]) + int(options["max_cron_threads"])
    each = pools * int(options["db_maxconn"]) + int(options["db_maxconn_gevent"])

    assert 2 * each < limit


def test_the_folder_and_each_secret_are_for_their_owner(tmp_path):
    out = _written(tmp_path, '[postgres]\nhost = "10.0.0.3"\n')
    secrets = rendering.ensure_secrets(out)

    assert stat.S_IMODE(out.stat().st_mode) == 0o700
    holders = {}
    for path in (x for x in out.rglob("*") if x.is_file()):
        text = path.read_text(encoding="utf-8")
        if any(value in text for value in secrets.values()):
            holders[str(path.relative_to(out))] = oct(path.stat().st_mode & 0o777)
    assert holders == {
        "secrets.toml": "0o600",
        "etc/govhr/secrets.env": "0o600",
        "compose/secrets.env": "0o600",
        # the hash of the master password; read by the group of the service
        "etc/govhr/odoo.conf": "0o640",
    }


def test_folders_stay_open_under_a_strict_umask(tmp_path):
    """They are copied over /etc with their modes: 0700 there would stop the server."""
    before = os.umask(0o077)
    try:
        out = _written(tmp_path)
    finally:
        os.umask(before)

    modes = {x.stat().st_mode & 0o777 for x in out.rglob("*") if x.is_dir()}
    assert modes == {0o755}


def test_the_table_of_the_manual_tells_the_rendered_figures():
    manual = (production.paths.CONFIG / "README.md").read_text(encoding="utf-8")
    for people, size in sizing.SIZES.items():
        nodes = [{"name": str(number)} for number in range(size.nodes)]
        settings = production.complete({"site": {"size": people}, "nodes": nodes})
        figures = sizing.figures(settings)
        row = next(x for x in manual.splitlines() if x.startswith(f"| {people:,} |"))
        cells = [x.strip() for x in row.strip("|").split("|")]

        assert cells[2] == f"{figures['workers']} + {figures['cron_workers']}"
        assert cells[3:6] == [
            f"{figures['node_memory']} GiB",
            str(figures["jobs"]),
            f"{figures['database_memory']} GiB",
        ]
        assert cells[6] == f"{figures['shared_buffers'] // 1024} GiB"
        assert cells[7] == str(figures["max_connections"])


def test_rendering_again_changes_nothing(tmp_path):
    out = _written(tmp_path)
    first = {x: x.read_text() for x in out.rglob("*") if x.is_file()}

    again = _written(tmp_path)

    assert {x: x.read_text() for x in again.rglob("*") if x.is_file()} == first


def test_odoo_knows_the_master_password_by_its_hash():
    from passlib.context import CryptContext

    odoo = CryptContext(["pbkdf2_sha512", "plaintext"], deprecated=["plaintext"])

    text = rendering.password_hash("a long password")

    assert odoo.verify("a long password", text)
    assert not odoo.verify("another password", text)
    assert "a long password" not in text


def test_the_local_socket_needs_no_password(tmp_path):
    out = _written(tmp_path)

    assert "PGPASSWORD" not in (out / "etc/govhr/secrets.env").read_text()


def test_the_compose_file_follows_the_compose_specification(tmp_path):
    out = _written(tmp_path)

    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema"]
        + [
            "--builtin-schema",
            "vendor.compose-spec",
            str(out / "compose/compose.yaml"),
        ],
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_files_that_compose_mounts_are_rendered(tmp_path):
    import yaml

    out = _written(tmp_path)
    compose = yaml.safe_load((out / "compose/compose.yaml").read_text(encoding="utf-8"))

    for service in compose["services"].values():
        local = [x.split(":")[0] for x in service["volumes"] if x.startswith("./")]
        for name in [*local, *service.get("env_file", [])]:
            assert (out / "compose" / name).is_file(), name
    dockerfile = compose["services"]["odoo"]["build"]["dockerfile"]
    assert (production.paths.CHECKOUT / dockerfile).is_file()
