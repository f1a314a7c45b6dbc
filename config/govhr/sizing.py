"""How many processes, connections and how much memory a number of people needs.

Measured on Odoo 19: the master has 154 MiB, a fresh worker 127 MiB, the websocket
process 108 MiB. What a worker grows to hangs on its work; [odoo] memory_soft ends it
after a request that went beyond.
"""

from dataclasses import dataclass

from .errors import Stop


@dataclass(frozen=True)
class Size:
    """One row of the table in config/README.md; workers and cron are for each node."""

    nodes: int
    workers: int
    cron_workers: int
    node_memory: int  # GiB
    shared_buffers: int  # MiB
    database_memory: int  # GiB


SIZES = {
    300: Size(1, 4, 1, 8, 1024, 8),
    5000: Size(1, 8, 2, 16, 4096, 16),
    100000: Size(3, 16, 2, 32, 16384, 64),
}

# The most that one process may open. A worker serves one request at a time and mostly
# uses one or two, but a full pool is an error on somebody's screen.
CONNECTIONS_PER_WORKER = 8
RESERVE = 20  # backup, metrics, replication, psql


def figures(settings):
    """Workers, jobs and connections of complete settings."""
    chosen = settings["site"]["size"]
    if chosen not in SIZES:
        known = ", ".join(map(str, SIZES))
        raise Stop(f"settings: [site] size {chosen} is not one of {known} / 档位不对")
    size, odoo = SIZES[chosen], settings["odoo"]
    nodes = len(settings["nodes"])
    workers = odoo["workers"] or size.workers
    cron = odoo["cron_workers"] or size.cron_workers
    # websockets wait on few connections: each serves many
    gevent = max(8, 2 * workers)
    each = (workers + cron) * CONNECTIONS_PER_WORKER + gevent + 2 + cron
    return {
        "people": chosen,
        "workers": workers,
        "cron_workers": cron,
        "jobs": settings["jobs"]["capacity"] or max(1, nodes * workers // 2),
        "connections_per_worker": CONNECTIONS_PER_WORKER,
        "connections_gevent": gevent,
        "max_connections": nodes * each + RESERVE,
        "shared_buffers": size.shared_buffers,
        "database_memory": size.database_memory,
        "node_memory": size.node_memory,
    }
