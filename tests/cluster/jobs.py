"""What the queue says: how far it is, and which node has done what."""

from collections import Counter


def done(cluster):
    """How many jobs are done."""
    [(count,)] = cluster.query("SELECT count(*) FROM queue_job WHERE state = 'done'")
    return count


def working(cluster):
    """How many jobs are being worked on."""
    [(count,)] = cluster.query("SELECT count(*) FROM queue_job WHERE state = 'started'")
    return count


def by_node(cluster, like="%"):
    """{name of a node: jobs that it ended}, by the process that ended each.

    :param like: pattern of the jobs' identity keys
    """
    owner = {pid: node.name for node in cluster.nodes for pid in node.pids()}
    rows = cluster.query(
        "SELECT worker_pid FROM queue_job WHERE state = 'done'"
        " AND identity_key LIKE %s",
        like,
    )
    return Counter(owner[pid] for (pid,) in rows)


def failed(cluster):
    """(description, error) of jobs that failed and wait for an officer."""
    return cluster.query(
        "SELECT name, exc_message FROM queue_job WHERE state = 'failed'"
    )


def not_done(cluster):
    """(state, description) of jobs that are neither done nor cancelled."""
    return cluster.query(
        "SELECT state, name FROM queue_job WHERE state NOT IN ('done', 'cancelled')"
    )
