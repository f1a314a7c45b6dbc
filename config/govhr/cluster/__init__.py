"""A cluster on one machine: PostgreSQL with a replica, two Odoo nodes, nginx.

Everything lies in a folder of its own, nothing listens but on loopback and in private
socket folders, and all of it is ended and removed afterwards.
"""

import contextlib
import os
import shutil
from pathlib import Path

from .. import odoo_cli, paths, postgres
from ..errors import Stop
from ..progress import Step
from . import files, processes
from .node import Nginx, Node, is_well
from .servers import Primary, Replica

NODES = ("node1", "node2")
CAPACITY = 2  # jobs at once, half of all HTTP workers: the others serve people
SOCKETS = "govhr-cluster-"
POSTGRES_PORT = 5432  # names the socket files; the replica has the next one


@contextlib.contextmanager
def running(database, first_port=8260):
    """A started `Cluster` that serves a copy of a database of the usual server."""
    sweep()
    cluster = Cluster(database, first_port)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.remove()


class Cluster:
    """Two servers, two nodes and nginx."""

    def __init__(self, database, first_port):
        self.database = database
        self.nginx_program = _nginx_program()
        self.folder = paths.cache() / f"cluster-{os.getpid()}"
        self.socket = _socket_folder(os.getpid())
        self.primary = Primary(self.folder, self.socket, POSTGRES_PORT)
        self.replica = Replica(
            self.folder, self.socket, POSTGRES_PORT + 1, self.primary
        )
        self.ports = _free_ports(first_port, 6)
        self.web_port, self.jobs_port = self.ports[:2]
        self.nodes, self.nginx = [], None

    # --- start

    def start(self):
        for folder in (self.folder, self.folder / "nginx", self.folder / "odoo"):
            folder.mkdir(parents=True, exist_ok=True)
        with Step("Starting PostgreSQL with a copy of the database"):
            self.primary.ensure()
            self.primary.take_over(self.database)
        with Step("Starting its replica"):
            self.replica.ensure()
            processes.wait_until(
                self.replica.is_streaming, "the replica follows the primary"
            )
        self.nodes = [self._node(*place) for place in enumerate(NODES)]
        self.nginx = self._nginx()
        with Step("Starting two nodes and nginx"):
            for part in (*self.nodes, self.nginx):
                part.start()
            for node in self.nodes:
                node.wait()
            processes.wait_until(lambda: is_well(self.web_port), "nginx answers")

    def _node(self, number, name):
        http_port, gevent_port = self.ports[2 + 2 * number : 4 + 2 * number]
        text = files.ODOO.format(
            addons=",".join(map(str, (*odoo_cli.odoo().addons, paths.ADDONS))),
            data=self.folder / "odoo",  # sessions and files are shared, as on NFS
            database=self.database,
            socket=self.socket,
            port=self.primary.port,
            replica_port=self.replica.port,
            role=postgres.ROLE,
            http_port=http_port,
            gevent_port=gevent_port,
            jobs_port=self.jobs_port,
            capacity=CAPACITY,
        )
        return Node(name, self.folder, http_port, text)

    def _nginx(self):
        text = files.nginx(
            [node.port for node in self.nodes],
            user="user root;" if os.geteuid() == 0 else "",
            folder=self.folder / "nginx",
            web_port=self.web_port,
            jobs_port=self.jobs_port,
        )
        nginx = Nginx(self.nginx_program, self.folder / "nginx", text)
        complaint = nginx.check()
        if complaint:
            raise Stop(f"nginx refuses its configuration: {complaint}")
        return nginx

    @property
    def address(self):
        return f"http://127.0.0.1:{self.web_port}"

    def query(self, statement, *parameters):
        return self.primary.query(statement, *parameters, database=self.database)

    # --- end

    def remove(self):
        """End everything; logs are kept in var/log for whoever looks for a reason."""
        if self.nginx:
            self.nginx.stop()
        for node in self.nodes:
            node.stop()
            if node.log.exists():
                shutil.copy(node.log, paths.log_file(f"cluster-{node.name}"))
        _remove(self.folder, self.socket)


def _nginx_program():
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if not found:
        raise Stop("nginx is missing: apt-get install nginx-light / 缺少 nginx")
    return found


def _socket_folder(pid):
    # short: a socket's path may have 107 bytes at most
    return Path(f"/tmp/{SOCKETS}{os.geteuid()}-{pid}")


def _free_ports(first, count):
    ports = []
    for _each in range(count):
        ports.append(odoo_cli.free_port(ports[-1] + 1 if ports else first))
    return ports


def _remove(folder, socket):
    """The replica first, so that the primary need not wait for it."""
    for name, port in (("replica", POSTGRES_PORT + 1), ("primary", POSTGRES_PORT)):
        server = Primary(folder, socket, port)
        server.data = folder / name / "data"
        server.stop()
    shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(socket, ignore_errors=True)


def sweep():
    """Clusters whose program was killed before it could remove them."""
    for folder in paths.cache().glob("cluster-*"):
        pid = folder.name.removeprefix("cluster-")
        if not Path(f"/proc/{pid}").exists():
            _remove(folder, _socket_folder(pid))
