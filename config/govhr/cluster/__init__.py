"""A cluster on one machine: PostgreSQL with a replica, two Odoo nodes, nginx.

Everything lies in a folder of its own, nothing listens but on loopback and in private
socket folders, and all of it is ended and removed afterwards.
"""

import contextlib
import os
import shutil
from pathlib import Path

from .. import certificate, odoo_cli, paths
from ..errors import Stop
from ..progress import Step
from . import files, processes
from .node import Nginx, Node, is_well
from .servers import Primary, Replica

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
    """Two servers, two nodes and nginx, configured as `make production` does."""

    def __init__(self, database, first_port):
        self.database = database
        self.folder = paths.cache() / f"cluster-{os.getpid()}"
        self.socket = _socket_folder(os.getpid())
        self.primary = Primary(self.folder, self.socket, POSTGRES_PORT)
        self.replica = Replica(
            self.folder, self.socket, POSTGRES_PORT + 1, self.primary
        )
        self.nginx = Nginx(_nginx_program(), self.folder / "nginx")
        ports = _free_ports(first_port, 7)
        self.nodes = [
            Node("node1", self.folder / "node1", ports[3]),
            Node("node2", self.folder / "node2", ports[5]),
        ]
        self.address = f"https://{files.HOST}:{ports[1]}"
        self.certificate = self.folder / "cert.pem"
        self._ports = ports

    # --- start

    def start(self):
        self._write_files()
        with Step("Starting PostgreSQL with a copy of the database"):
            self.primary.ensure()
            self.primary.take_over(self.database)
        with Step("Starting its replica"):
            self.replica.ensure()
            processes.wait_until(
                self.replica.is_streaming, "the replica follows the primary"
            )
        with Step("Starting two nodes and nginx"):
            for part in (*self.nodes, self.nginx):
                part.start()
            for node in self.nodes:
                node.wait()
            processes.wait_until(self.is_well, "nginx answers")

    def _write_files(self):
        nginx = self.folder / "nginx"
        for folder in (nginx, self.folder / "odoo", *(n.folder for n in self.nodes)):
            folder.mkdir(parents=True, exist_ok=True)
        pair = certificate.self_signed(self.folder, files.HOST)
        chosen = files.settings(
            self.folder, self.database, self._ports, (self.primary, self.replica), pair
        )
        for number, node in enumerate(self.nodes):
            text = files.odoo_conf(chosen, number, node.folder)
            node.conf.write_text(text, encoding="utf-8")
        user = "user root;" if os.geteuid() == 0 else ""
        main = files.MAIN.format(user=user, folder=nginx)
        (nginx / "main.conf").write_text(main, encoding="utf-8")
        text = files.nginx_conf(chosen)
        (nginx / "govhr.conf").write_text(text, encoding="utf-8")
        complaint = self.nginx.check()
        if complaint:
            raise Stop(f"nginx refuses its configuration: {complaint}")

    def is_well(self):
        """Whether nginx passes on that Odoo and PostgreSQL answer."""
        return is_well(self.address, self.certificate)

    def query(self, statement, *parameters):
        return self.primary.query(statement, *parameters, database=self.database)

    # --- end

    def remove(self):
        """End everything; logs are kept in var/log for whoever looks for a reason."""
        self.nginx.stop()
        for node in self.nodes:
            node.stop(patience=0)  # its data goes with it
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
