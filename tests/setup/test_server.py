"""The state file of the demo server, and ports."""

import json
import os
import socket
import subprocess
import sys

import pytest
from govhr import odoo_cli, server


@pytest.fixture
def state(tmp_path, monkeypatch):
    monkeypatch.setattr(server, "STATE", tmp_path / "server.json")
    return server.STATE


def test_no_state_means_not_running(state):
    assert server.running() is None
    assert server.stop() is False


def test_a_process_number_reused_by_another_program_is_left_alone(state):
    state.write_text(json.dumps({"pid": os.getpid(), "port": 8069}))

    assert server.running() is None
    assert server.stop() is False


def test_stop_ends_a_server_of_this_checkout(state):
    mark = f"--data-dir={server.paths.DATA}"
    sleep = "import sys, time; print('up', flush=True); time.sleep(60)"
    process = subprocess.Popen(
        [sys.executable, "-c", sleep, mark], stdout=subprocess.PIPE
    )
    process.stdout.readline()
    state.write_text(json.dumps({"pid": process.pid, "port": 8069}))

    assert server.running() == {"pid": process.pid, "port": 8069}
    assert server.stop() is True
    assert process.wait(5) != 0
    assert not state.exists()


def test_a_taken_port_is_passed_over():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert odoo_cli.free_port(port) > port
