"""Whose server is used, and who may enter the private cluster's socket folder."""

import os

import pytest
from govhr import paths, postgres
from govhr.errors import Stop


@pytest.fixture
def cluster(tmp_path, monkeypatch):
    """A cluster object without a server behind it, owned by the user of the test."""
    made = object.__new__(postgres.Cluster)
    made.user, made.uid = None, os.geteuid()
    made.data, made.socket = tmp_path / "data", tmp_path / "socket"
    made.data.mkdir()
    return made


@pytest.mark.parametrize("name", ["PGHOST", "PGPORT", "PGSERVICE"])
def test_a_server_of_the_user_is_used(monkeypatch, name):
    for other in ("PGHOST", "PGPORT", "PGSERVICE", "GOV_OWN_CLUSTER"):
        monkeypatch.delenv(other, raising=False)
    assert not postgres.is_external()

    monkeypatch.setenv(name, "5433")

    assert postgres.is_external()


def test_our_own_address_is_not_mistaken_for_the_users(monkeypatch):
    monkeypatch.setenv("PGHOST", "/tmp/govhr-0-12345678")
    monkeypatch.setenv("GOV_OWN_CLUSTER", "1")

    assert not postgres.is_external()


def test_the_socket_folder_is_private(cluster):
    cluster._make_socket_folder()

    assert cluster.socket.stat().st_mode & 0o777 == 0o700


def test_a_socket_folder_open_to_others_is_refused(cluster):
    cluster.socket.mkdir(mode=0o755)

    with pytest.raises(Stop, match="private folder"):
        cluster._make_socket_folder()


def test_a_link_planted_as_socket_folder_is_refused(cluster, tmp_path):
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    cluster.socket.symlink_to(tmp_path / "elsewhere")

    with pytest.raises(Stop, match="private folder"):
        cluster._make_socket_folder()


def test_the_socket_path_is_short_enough(monkeypatch):
    monkeypatch.setattr(paths, "CHECKOUT", paths.CHECKOUT / ("long name " * 30))

    folder = f"/tmp/govhr-{2**32}-{paths.checkout_id()}/.s.PGSQL.5432"

    assert len(folder) < 107


@pytest.mark.parametrize("content", ["", "not a number\n", "999999999\n"])
def test_a_pid_file_of_a_dead_server_means_not_running(cluster, content):
    (cluster.data / "postmaster.pid").write_text(content)

    assert not cluster.is_running()


def test_a_pid_that_now_belongs_to_another_program_means_not_running(cluster):
    (cluster.data / "postmaster.pid").write_text(f"{os.getpid()}\n")

    assert not cluster.is_running()
