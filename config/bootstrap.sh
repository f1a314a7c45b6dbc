#!/usr/bin/env bash
# Sets up what a command needs on this machine, then runs it:
#   config/bootstrap.sh COMMAND [ARGUMENT...]   =   python -m govhr COMMAND [ARGUMENT...]
# Only Debian packages and the virtual environment are made here; Odoo, PostgreSQL's
# cluster and the databases are the work of the Python package config/govhr.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
command_name=${1:-help}

default_cache() {
    if [ "$(id -u)" -eq 0 ]; then
        echo /var/cache/gov-window-hr
    else
        echo "${XDG_CACHE_HOME:-$HOME/.cache}/gov-window-hr"
    fi
}

say() { printf '%s\n' "$*" >&2; }

# One line, in both languages, and nothing after it.
give_up() {
    say "STOPPED: $1 / 已停止：$2"
    exit 1
}

# ------------------------------------------------------------------ progress
# Runs a quiet command with its output in a log, and tells every few seconds that it
# is still at work.
with_progress() {
    local title=$1 log=$2
    shift 2
    local start=$SECONDS pause=15
    [ -t 2 ] && pause=2
    mkdir -p "$(dirname "$log")"
    say "==> $title"
    "$@" >"$log" 2>&1 </dev/null &
    local pid=$! ticks=0
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.5
        ticks=$((ticks + 1))
        if [ $((ticks % (pause * 2))) -eq 0 ]; then
            say "    $((SECONDS - start)) s  $(last_words "$log")"
        fi
    done
    wait "$pid" || return $?
    say "    done in $((SECONDS - start)) s"
}

last_words() { tail -n 1 "$1" 2>/dev/null | tr -d '\r' | cut -c1-90; }

# ------------------------------------------------------------ Debian packages
# Each check asks for the thing itself, not for a package: what came from elsewhere counts.
has_command() { command -v "$1" >/dev/null 2>&1; }
# On Debian an ordinary user's PATH lacks the folders of the administrator.
has_server_command() { PATH=$PATH:/usr/sbin:/sbin has_command "$1"; }
has_library() { [[ $(/sbin/ldconfig -p 2>/dev/null) == *"$1"* ]]; }
has_cjk_font() { has_command fc-list && [ -n "$(fc-list :lang=zh-cn family)" ]; }
has_browser() {
    has_command google-chrome || has_command chromium ||
        has_command chromium-browser || has_command google-chrome-stable
}
has_postgres() {
    has_command initdb || compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null
}
own_database_server() { [ -n "${PGHOST:-}${PGPORT:-}${PGSERVICE:-}" ]; }

# Odoo 19 runs on Python 3.11 to 3.13; prints the first one that can make environments.
find_python() {
    local candidate path
    for candidate in python3 /usr/bin/python3 python3.13 python3.12 python3.11; do
        path=$(command -v "$candidate" 2>/dev/null) || continue
        if "$path" -c 'import sys, venv, ensurepip
sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
            echo "$path"
            return 0
        fi
    done
    return 1
}

# Names of the Debian packages that this command still lacks.
missing_packages() {
    find_python >/dev/null || echo python3 python3-venv
    [ -s /etc/ssl/certs/ca-certificates.crt ] || echo ca-certificates
    has_library libmagic.so.1 || echo libmagic1
    has_library libpangoft2-1.0.so.0 || echo libpango-1.0-0 libpangoft2-1.0-0
    has_cjk_font || echo fontconfig fonts-noto-cjk
    own_database_server || has_postgres || echo postgresql
    case $command_name in
        test)
            has_browser || echo chromium
            # what checks the rendered configuration of production
            has_server_command nginx || echo nginx-light
            has_server_command systemd-analyze || echo systemd
            has_server_command logrotate || echo logrotate
            has_command gpg || echo gpg gpg-agent
            ;;
        backup | restore) has_command gpg || echo gpg gpg-agent ;;
        cluster) has_server_command nginx || echo nginx-light ;;
        lint)
            has_command git || echo git
            has_command shellcheck || echo shellcheck
            ;;
    esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    else
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    fi
}

check_may_install() {
    has_command apt-get || give_up "missing: $1, and this is no Debian machine: install them by hand" \
        "缺少 $1，且本机不是 Debian，请手工安装"
    [ "$(id -u)" -eq 0 ] && return
    has_command sudo || give_up "missing: $1; run as root: apt-get install $1" \
        "缺少 $1；请以 root 运行：apt-get install $1"
    sudo -v || give_up "missing: $1; sudo was refused; run as root: apt-get install $1" \
        "缺少 $1；sudo 被拒绝，请以 root 运行：apt-get install $1"
}

# A package that brings a service would start it: ours are private, so none need run.
# An administrator's own policy stays.
service_policy=/usr/sbin/policy-rc.d
without_services() {
    if [ -e "$service_policy" ]; then
        "$@"
        return
    fi
    # a subshell: its trap takes the policy away again after an interruption too
    (
        trap 'as_root rm -f "$service_policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$service_policy" >/dev/null
        as_root chmod 755 "$service_policy"
        "$@"
    )
}

# Debian's package would start a cluster of its own; ours is private, so it need not.
without_default_cluster() {
    local folder=/etc/postgresql-common/createcluster.d status=0
    if has_command pg_createcluster; then
        "$@"
        return
    fi
    as_root mkdir -p "$folder"
    echo "create_main_cluster = false" | as_root tee "$folder/gov-window-hr.conf" >/dev/null
    "$@" || status=$?
    as_root rm -f "$folder/gov-window-hr.conf"
    return "$status"
}

apt_install() {
    as_root apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 \
        -o Dpkg::Use-Pty=0 "$@"
}

# The package lists are fetched only where they are missing or too old to install from.
update_and_install() {
    if apt-cache show "$@" >/dev/null 2>&1 && apt_install "$@"; then
        return
    fi
    as_root apt-get update -o DPkg::Lock::Timeout=120 && apt_install "$@"
}

ensure_packages() {
    local names
    names=$(missing_packages | tr '\n' ' ' | sed 's/ *$//')
    [ -n "$names" ] || return 0
    check_may_install "$names"
    # shellcheck disable=SC2086  # a list of package names
    with_progress "Installing Debian packages: $names" "$logs/apt.log" \
        without_services without_default_cluster update_and_install $names || true
    names=$(missing_packages | tr '\n' ' ' | sed 's/ *$//')
    [ -z "$names" ] || give_up \
        "apt-get could not install: $names ($(grep -m 1 '^E:' "$logs/apt.log" || echo "see $logs/apt.log"))" \
        "无法安装：$names（见 $logs/apt.log）"
}

# -------------------------------------------------------- virtual environment
# Named by what is in it; another list or another Python makes another one.
environment_folder() {
    local key
    key=$({
        "$1" -c 'import sys, platform; print(sys.version, sys.base_prefix, platform.machine())'
        cat "$here/requirements.txt" "$here/requirements-oca.txt"
    } | sha256sum | cut -c1-12)
    echo "$cache/venv-$key"
}

pip_install() { "$venv/bin/python" -m pip install --no-input --progress-bar off \
        --disable-pip-version-check "$@"; }

install_runtime() {
    "$1" -m venv --clear "$venv" &&
        pip_install --no-deps -r "$here/requirements.txt" &&
        pip_install --no-deps -r "$here/requirements-oca.txt"
}

ensure_runtime() {
    [ -e "$venv/.ready" ] && return
    with_progress "Creating the virtual environment (about 90 Python packages)" \
        "$logs/pip.log" install_runtime "$1" || pip_failed
    touch "$venv/.ready"
}

ensure_tools() {
    local marker
    marker=$venv/.ready-dev-$(sha256sum <"$here/requirements-dev.txt" | cut -c1-12)
    [ -e "$marker" ] && return
    with_progress "Installing the test and lint tools" "$logs/pip.log" \
        pip_install --no-deps -r "$here/requirements-dev.txt" || pip_failed
    touch "$marker"
}

pip_failed() {
    local reason
    reason=$(grep -E '^(ERROR|error)' "$logs/pip.log" | tail -n 1)
    reason=${reason:-$(tail -n 1 "$logs/pip.log")}
    give_up "Python packages could not be installed: $reason (see $logs/pip.log)" \
        "无法安装 Python 包：$reason（见 $logs/pip.log）"
}

ensure_environment() {
    local python
    python=$(find_python)
    venv=$(environment_folder "$python")
    # Two commands started at once must not build the same environment together.
    exec 9>"$cache/.environment.lock"
    flock 9
    ensure_runtime "$python"
    case $command_name in test | lint | bench | cluster) ensure_tools ;; esac
    exec 9>&-
}

# ----------------------------------------------------------------------- main
# stop, clean and help install nothing: the environment if there is one, else any Python.
run_without_setup() {
    local python
    if ! python=$(find_python || command -v python3); then
        say "Nothing is set up yet. / 尚未安装任何内容。"
        exit 0
    fi
    venv=$(environment_folder "$python")
    [ ! -e "$venv/.ready" ] || python=$venv/bin/python
    exec "$python" -m govhr "$@"
}

main() {
    export GOV_CACHE=${GOV_CACHE:-$(default_cache)}
    cache=$GOV_CACHE
    logs=$root/var/log
    export PYTHONPATH=$here
    case $command_name in stop | clean | help) run_without_setup "$@" ;; esac
    mkdir -p "$cache" "$logs" 2>/dev/null || give_up "the folder $cache cannot be written; set GOV_CACHE" \
        "无法写入目录 $cache，请设置 GOV_CACHE"
    ensure_packages
    ensure_environment
    exec "$venv/bin/python" -m govhr "$@"
}

# Sourced by the tests, which call single functions.
if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    main "$@"
fi
