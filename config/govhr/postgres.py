"""The private PostgreSQL cluster of this checkout, or the user's own server.

No TCP port: a Unix socket in a folder that only its owner can enter. As root the server
runs as the system user postgres, because PostgreSQL refuses to run as root.
Standard library only: ``make stop`` runs it without the virtual environment.
"""

import os
import pwd
import shutil
import stat
import subprocess
import time
from pathlib import Path

from . import locks, paths
from .errors import Stop
from .progress import Step

ADMIN = "govadmin"  # the cluster's superuser; Odoo never connects as it
ROLE = "gov"  # may create databases, nothing else
PORT = 5432  # only names the socket file
SETTINGS = """\
# Written by config/govhr/postgres.py at each start.
listen_addresses = ''
port = {port}
unix_socket_directories = '{socket}'
unix_socket_permissions = 0700
max_connections = 100
shared_buffers = 256MB
work_mem = 32MB
maintenance_work_mem = 128MB
effective_cache_size = 1GB
random_page_cost = 1.1
max_wal_size = 2GB
checkpoint_timeout = 15min
# one machine, no replica: bulk loads need not be logged twice
wal_level = minimal
max_wal_senders = 0
# parallel workers use /dev/shm, which is tiny in containers
max_parallel_workers_per_gather = 0
jit = off
log_checkpoints = off
"""


def is_external():
    """True when the user's environment names a server: then none is started."""
    names = ("PGHOST", "PGPORT", "PGSERVICE")
    return any(os.environ.get(n) for n in names) and "GOV_OWN_CLUSTER" not in os.environ


def ensure():
    """A running server, and its address in the environment of this process."""
    if is_external():
        os.environ.setdefault("PGUSER", pwd.getpwuid(os.geteuid()).pw_name)
        return
    cluster = Cluster()
    with locks.only_one(paths.cache() / f".{cluster.name}.lock"):
        cluster.ensure()
    for name in ("PGPASSWORD", "PGDATABASE", "PGOPTIONS"):
        os.environ.pop(name, None)
    os.environ.update(
        PGHOST=str(cluster.socket), PGPORT=str(PORT), PGUSER=ROLE, GOV_OWN_CLUSTER="1"
    )


def binaries():
    """The folder of initdb and pg_ctl, newest major version."""
    found = [x.parent for x in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda x: int(x.parent.name))
    on_path = shutil.which("initdb")
    if not on_path:
        raise Stop(
            "PostgreSQL's server is missing: apt-get install postgresql / "
            "缺少 PostgreSQL"
        )
    return Path(on_path).resolve().parent


class Cluster:
    """The cluster's folder, its system user, start and stop."""

    port = PORT

    def __init__(self):
        self.bin = binaries()
        self.user = "postgres" if os.geteuid() == 0 else None
        self.uid = pwd.getpwnam(self.user).pw_uid if self.user else os.geteuid()
        self.name = f"pg-{paths.checkout_id()}-{self._major()}"
        self.data = paths.cache() / self.name / "data"
        # Short and without spaces: a socket's path may have 107 bytes at most.
        self.socket = Path(f"/tmp/govhr-{os.geteuid()}-{paths.checkout_id()}")
        self.log = paths.cache() / self.name / "server.log"

    def _major(self):
        text = self._run("postgres", "--version").stdout
        return "".join(x for x in text.split()[2].split(".")[0] if x.isdigit())

    def _run(self, program, *arguments):
        command = [str(self.bin / program), *map(str, arguments)]
        if self.user:
            command = ["runuser", "-u", self.user, "--", *command]
        # cwd: the system user may not be able to enter ours; no inherited PG* settings.
        clean = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        return subprocess.run(
            command, cwd="/", env=clean, text=True, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip

    def _require(self, result, what):
        if result.returncode:
            lines = result.stdout.strip().splitlines() or ["no message"]
            raise Stop(f"PostgreSQL: {what} failed: {lines[-1]} (log: {self.log})")
        return result

    def settings(self):
        return SETTINGS.format(port=self.port, socket=self.socket)

    # --- start

    def ensure(self):
        if self.is_running() and self._socket_file().exists():
            self._check_socket_folder()
            return
        if not (self.data / "PG_VERSION").exists():
            with Step("Creating the private PostgreSQL cluster"):
                self._create()
        self.start()

    def is_running(self):
        return self._pid() is not None

    def _socket_file(self):
        return self.socket / f".s.PGSQL.{self.port}"

    def _pid(self):
        """The postmaster's process, or None; a pid file may be left from a crash."""
        try:
            pid = int((self.data / "postmaster.pid").read_text().split()[0])
            name = Path(f"/proc/{pid}/comm").read_text().strip()
            owner = Path(f"/proc/{pid}").stat().st_uid
        except (OSError, ValueError, IndexError):
            return None
        return pid if name.startswith("postgres") and owner == self.uid else None

    def _create(self):
        """initdb aside, then rename: a half-made cluster is never used."""
        home = self.data.parent
        home.mkdir(parents=True, exist_ok=True)
        fresh = home / "data-new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        if self.user:
            shutil.chown(home, self.user)
            shutil.chown(fresh, self.user)
            self._check_reachable(home)
        options = ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=trust"]
        result = self._run("initdb", "-D", fresh, "-U", ADMIN, *options)
        self._require(result, "initdb")
        with open(fresh / "postgresql.conf", "a", encoding="utf-8") as handle:
            handle.write("\ninclude 'govhr.conf'\n")
        fresh.rename(self.data)

    def _check_reachable(self, folder):
        command = ["runuser", "-u", self.user, "--", "test", "-x", str(folder)]
        if subprocess.run(command, cwd="/").returncode:
            raise Stop(
                f"the system user {self.user} cannot enter {folder}: set GOV_CACHE to "
                f"a folder that it can / 系统用户 {self.user} 无法进入该目录，"
                "请设置 GOV_CACHE"
            )

    def start(self):
        self._forget_crashed_server()
        self._make_socket_folder()
        target = self.data / "govhr.conf"
        target.write_text(self.settings(), encoding="utf-8")
        if self.user:
            shutil.chown(target, self.user)
        result = self._run(
            "pg_ctl", "-D", self.data, "-l", self.log, "-w", "-t", 60, "start"
        )
        self._require(result, "the start")
        self._ensure_role()

    def _forget_crashed_server(self):
        """After a crash or a reboot the pid of the file may belong to anybody."""
        if self.is_running():  # its socket was swept out of /tmp
            self.stop()
        for path in (self.data / "postmaster.pid", self._socket_file()):
            path.unlink(missing_ok=True)
        Path(f"{self._socket_file()}.lock").unlink(missing_ok=True)

    def _make_socket_folder(self):
        try:
            self.socket.mkdir(mode=0o700)
            if self.user:
                shutil.chown(self.socket, self.user)
        except FileExistsError:
            pass
        self._check_socket_folder()

    def _check_socket_folder(self):
        """Every local user may write to /tmp: nobody else may own our folder there."""
        info = self.socket.lstat()
        is_ours = stat.S_ISDIR(info.st_mode) and info.st_uid == self.uid
        if not is_ours or info.st_mode & 0o077:
            raise Stop(
                f"{self.socket} is not a private folder of {self.user or 'this user'}: "
                "remove it / 该目录归属或权限不对，请删除"
            )

    def _ensure_role(self):
        sql = (
            f"SELECT 'CREATE ROLE {ROLE} LOGIN CREATEDB' "
            f"WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') \\gexec"
        )
        options = [
            "-h",
            self.socket,
            "-p",
            self.port,
            "-U",
            ADMIN,
            "-d",
            "postgres",
            "-qX",
        ]
        command = [
            str(x) for x in (self.bin / "psql", *options, "-v", "ON_ERROR_STOP=1")
        ]
        if self.user:
            command = ["runuser", "-u", self.user, "--", *command]
        result = subprocess.run(
            command, cwd="/", input=sql, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        self._require(result, "creating the role")

    # --- stop

    def stop(self):
        """Fast shutdown: sessions are ended, data is kept. True if it was running."""
        if not self.is_running():
            return False
        result = self._run(
            "pg_ctl", "-D", self.data, "-m", "fast", "-w", "-t", 60, "stop"
        )
        self._require(result, "the stop")
        for _ in range(50):
            if not self.is_running():
                break
            time.sleep(0.1)
        return True

    def remove(self):
        self.stop()
        shutil.rmtree(self.data.parent, ignore_errors=True)
        shutil.rmtree(self.socket, ignore_errors=True)
