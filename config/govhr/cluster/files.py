"""The configuration of a test cluster: what `make production` renders, on loopback."""

import re

from .. import odoo_cli, paths, postgres, production

HOST = "localhost"
MAIN = """\
{user}
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/main.log warn;
events {{ worker_connections 256; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/govhr.conf;
}}
"""


def settings(folder, database, ports, servers, certificate):
    """What a settings file of production would say of this cluster.

    :param ports: http, https and jobs of nginx, then http and gevent of each node
    :param servers: the primary and its replica
    :param certificate: the paths of the certificate and of its key
    """
    primary, replica = servers
    http, https, jobs, *of_nodes = ports
    return {
        "site": {"host": HOST, "http_port": http, "https_port": https},
        "paths": {
            "checkout": str(paths.CHECKOUT),
            "odoo": str(odoo_cli.odoo().path),
            # sessions and files are shared, as on a network folder
            "data": f"{folder}/odoo",
            "nginx_log": f"{folder}/nginx",
            "nginx_cache": f"{folder}/nginx/cache",
        },
        "odoo": {"database": database, "workers": 2, "cron_workers": 1},
        "nodes": _nodes(of_nodes),
        # half of all workers: the others serve people
        "jobs": {"capacity": 2, "internal_port": jobs},
        "postgres": {
            "host": str(primary.socket),
            "port": primary.port,
            "user": postgres.ROLE,
            "replica_host": str(replica.socket),
            "replica_port": replica.port,
        },
        "tls": {"certificate": str(certificate[0]), "key": str(certificate[1])},
    }


def _nodes(ports):
    names = ("node1", "node2")
    return [
        {"name": n, "address": "127.0.0.1", "http_port": port, "gevent_port": gevent}
        for n, port, gevent in zip(names, ports[::2], ports[1::2], strict=True)
    ]


def odoo_conf(chosen, number, log):
    """odoo.conf of a node, whose log lies in a folder of its own."""
    own = {**chosen, "paths": {**chosen["paths"], "log": str(log)}}
    return production.odoo_conf(own, number)


def nginx_conf(chosen):
    """nginx.conf of production, which listens on all addresses: here on loopback."""
    text = production.render(chosen)["etc/nginx/conf.d/govhr.conf"]
    return re.sub(r"listen (\d+)(?=[ ;])", r"listen 127.0.0.1:\1", text)
