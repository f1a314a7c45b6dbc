"""What a killed cluster leaves is found and removed; waiting says for what."""

import re
from types import SimpleNamespace

import pytest
from govhr import cluster, paths
from govhr.cluster import files, processes
from govhr.errors import Stop


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "cache", lambda: tmp_path)
    return tmp_path


def test_the_cluster_of_a_dead_program_is_removed(cache):
    left = cache / "cluster-999999999"
    (left / "primary").mkdir(parents=True)

    cluster.sweep()

    assert not left.exists()


def test_the_cluster_of_a_living_program_stays(cache):
    other = cache / "cluster-1"
    other.mkdir()

    cluster.sweep()

    assert other.exists()


def test_waiting_in_vain_says_for_what():
    with pytest.raises(Stop, match="the replica follows"):
        processes.wait_until(lambda: False, "the replica follows", 0.05, pause=0.01)


def test_waiting_gives_the_answer():
    assert processes.wait_until(lambda: "yes", "an answer") == "yes"


def test_a_process_that_ignores_the_end_is_killed(tmp_path):
    command = ["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"]
    process = processes.start(command, tmp_path / "log")
    processes.wait_until(lambda: (tmp_path / "log").read_text(), "it ignores the end")

    processes.stop(process, patience=0.2)

    assert process.poll() is not None


def test_nginx_listens_on_loopback_alone_and_knows_both_nodes():
    server = SimpleNamespace(socket="/run/pg", port=5432)
    ports = [1001, 1002, 1003, 1004, 1005, 1006, 1007]
    chosen = files.settings("/x", "gov", ports, (server, server), ("/c", "/k"))

    text = files.nginx_conf(chosen)

    listens = re.findall(r"listen (\S+?)[ ;]", text)
    assert set(listens) == {f"127.0.0.1:{port}" for port in (1001, 1002, 1003)}
    for port in (1004, 1006):
        assert text.count(f"server 127.0.0.1:{port} ") == 2
