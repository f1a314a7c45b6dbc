"""The two PostgreSQL servers of a test cluster: a primary and its streaming replica.

Both are private as the cluster of ``make``, in a folder that is removed afterwards.
"""

import os
import shutil
import signal
import subprocess

from .. import postgres
from ..errors import Stop

MORE = """\
# --- a primary that a replica follows; later lines win
wal_level = replica
max_wal_senders = 4
wal_keep_size = 256MB
hot_standby = on
max_connections = 120
shared_buffers = 128MB
# processes die here, the machine does not: what was written to files is not lost
fsync = off
full_page_writes = off
"""


class Primary(postgres.Cluster):
    """The server that both nodes write to."""

    place = "primary"

    def __init__(self, folder, socket, port):
        super().__init__()
        self.name = self.place
        self.data = folder / self.place / "data"
        self.log = folder / self.place / "server.log"
        self.socket = socket
        self.port = port

    def settings(self):
        return super().settings() + MORE

    def environment(self):
        """What a client needs to connect to this server and no other."""
        clean = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
        return {
            **clean,
            "PGHOST": str(self.socket),
            "PGPORT": str(self.port),
            "PGUSER": postgres.ROLE,
            # for what is copied; should the machine fall over it is copied again
            "PGOPTIONS": "-c synchronous_commit=off",
        }

    def restart(self):
        """As after a crash: no session is ended politely, the log is replayed."""
        result = self._run(
            "pg_ctl", "-D", self.data, "-l", self.log, "-m", "immediate", "-w",
            "-t", 60, "restart",
        )  # fmt: skip
        self._require(result, "the restart")

    def kill(self):
        """SIGKILL to the postmaster; its children end when they notice."""
        os.kill(self._pid(), signal.SIGKILL)

    def take_over(self, database):
        """Copy a database of the usual server (its address is in the environment)."""
        self._client("createdb", database)
        dump = subprocess.Popen(
            [self.bin / "pg_dump", "--no-owner", "--format=custom", "--compress=0",
             database],
            stdout=subprocess.PIPE,
        )  # fmt: skip
        self._client("pg_restore", "--no-owner", "-d", database, stdin=dump.stdout)
        if dump.wait():
            raise Stop(f"{database} could not be read / 无法导出数据库")
        self._client("vacuumdb", "--analyze-only", "--quiet", database)

    def _client(self, program, *arguments, **kwargs):
        done = subprocess.run(
            [str(self.bin / program), *arguments], env=self.environment(), text=True,
            stderr=subprocess.PIPE, **kwargs,
        )  # fmt: skip
        if done.returncode:
            raise Stop(f"{program}: {done.stderr.strip()[-300:]}")

    def query(self, statement, *parameters, database="postgres", user=postgres.ROLE):
        """Rows of one statement, over a connection of its own."""
        import psycopg2  # only exists in the virtual environment

        connection = psycopg2.connect(
            host=str(self.socket), port=self.port, user=user, dbname=database
        )
        connection.autocommit = True
        try:
            with connection.cursor() as cr:
                cr.execute(statement, parameters or None)
                return cr.fetchall() if cr.description else []
        finally:
            connection.close()


class Replica(Primary):
    """A copy of the primary that follows it and answers what only reads."""

    place = "replica"

    def __init__(self, folder, socket, port, primary):
        super().__init__(folder, socket, port)
        self.primary = primary

    def _create(self):
        home = self.data.parent
        home.mkdir(parents=True, exist_ok=True)
        fresh = home / "data-new"
        shutil.rmtree(fresh, ignore_errors=True)
        if self.user:
            shutil.chown(home, self.user)
        result = self._run(
            "pg_basebackup", "-h", self.socket, "-p", self.primary.port,
            "-U", postgres.ADMIN, "-D", fresh, "-R", "-X", "stream", "-c", "fast",
        )  # fmt: skip
        self._require(result, "the copy of the primary")
        fresh.rename(self.data)

    def _ensure_role(self):
        """It came with the copy; a replica is read only."""

    def is_streaming(self):
        """Whether the primary says that a replica follows it."""
        senders = self.primary.query(
            "SELECT state FROM pg_stat_replication", user=postgres.ADMIN
        )
        return ("streaming",) in senders
