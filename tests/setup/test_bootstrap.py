"""config/bootstrap.sh: what needs no network, run as a person would."""

import os
import subprocess

from govhr import paths

SCRIPT = paths.CONFIG / "bootstrap.sh"


def bash(code, **env):
    """Source the script, which then runs nothing by itself, and call its functions."""
    return subprocess.run(
        ["bash", "-c", f'source "$1"\nset --\n{code}', "test", str(SCRIPT)],
        capture_output=True,
        text=True,
        env={**os.environ, **env},
    )


def test_the_environment_is_named_by_its_requirements(tmp_path):
    for name in ("requirements.txt", "requirements-oca.txt"):
        (tmp_path / name).write_text("a==1\n")
    code = f'here={tmp_path}; cache="/a cache"; environment_folder python3'

    first = bash(code).stdout
    again = bash(code).stdout
    (tmp_path / "requirements.txt").write_text("a==2\n")
    changed = bash(code).stdout

    assert first.startswith("/a cache/venv-")
    assert first == again != changed


def test_a_refusal_is_one_line_in_both_languages():
    done = bash('give_up "missing: x" "缺少 x"')

    assert done.returncode == 1
    assert done.stderr == "STOPPED: missing: x / 已停止：缺少 x\n"


def test_without_apt_the_missing_packages_are_named(tmp_path):
    done = bash("has_command() { false; }; check_may_install 'chromium postgresql'")

    assert done.returncode == 1
    assert "missing: chromium postgresql" in done.stderr


def test_a_server_of_the_user_needs_no_postgresql_here():
    code = "has_postgres() { false; }; find_python() { true; }; missing_packages"

    assert "postgresql" in bash(code, PGHOST="", PGPORT="", PGSERVICE="").stdout
    assert "postgresql" not in bash(code, PGHOST="db.example").stdout


def test_only_the_tests_ask_for_a_browser():
    code = "has_browser() { false; }; command_name=%s; missing_packages"

    assert "chromium" in bash(code % "test").stdout
    assert "chromium" not in bash(code % "run").stdout


def test_only_the_tests_ask_for_what_checks_the_configuration():
    code = "has_server_command() { false; }; command_name=%s; missing_packages"
    names = {"nginx-light", "systemd", "logrotate"}

    assert names <= set(bash(code % "test").stdout.split())
    assert not names & set(bash(code % "run").stdout.split())
    assert names & set(bash(code % "cluster").stdout.split()) == {"nginx-light"}


def test_no_service_is_started_by_what_is_installed(tmp_path):
    policy = tmp_path / "policy-rc.d"
    install = f'install() {{ "{policy}"; echo "said $?"; return 7; }}'
    code = f'as_root() {{ "$@"; }}; service_policy="{policy}"; {install}'

    done = bash(f"{code}; without_services install || echo ended $?")

    assert done.stdout.split("\n")[:2] == ["said 101", "ended 7"]
    assert not policy.exists()


def test_a_policy_of_the_administrator_stays(tmp_path):
    policy = tmp_path / "policy-rc.d"
    policy.write_text("mine")

    bash(f'service_policy="{policy}"; without_services true')

    assert policy.read_text() == "mine"


def test_a_step_that_fails_keeps_its_status():
    assert bash('with_progress title "$(mktemp)" false').returncode == 1


def test_help_lists_every_target():
    makefile = (paths.CHECKOUT / "Makefile").read_text(encoding="utf-8")
    targets = makefile.split(".PHONY:")[1].split("\n")[0].split()

    done = subprocess.run(
        ["make", "-C", str(paths.CHECKOUT), "--no-print-directory"],
        capture_output=True,
        text=True,
    )

    listed = [line.split()[1] for line in done.stdout.splitlines()]
    assert listed == targets
