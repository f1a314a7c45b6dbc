"""``python -m govhr metrics``: figures of a running system in Prometheus' text format.

A timer runs it each minute and node_exporter's textfile collector reads the file: no
port or route is opened, nothing in it names a person. Without ``--output`` it prints.
"""

import argparse
import contextlib
import os
import time
from datetime import UTC, datetime
from pathlib import Path

from . import metrics_backups, metrics_logs

WAITING = "state IN ('wait_dependencies', 'pending', 'enqueued')"
NOW = "(now() AT TIME ZONE 'utc')"
# (name, what it is, label names, SQL giving the labels and then the value)
FIGURES = [
    (
        "govhr_queue_jobs", "Background jobs by state; of the done ones the last hour",
        ("channel", "state"),
        "SELECT COALESCE(channel, ''), state, count(*) FROM queue_job "
        "WHERE state NOT IN ('done', 'cancelled') "
        f"OR date_done > {NOW} - interval '1 hour' GROUP BY 1, 2",
    ),
    (
        "govhr_queue_oldest_waiting_seconds", "Age of the oldest job that could begin",
        ("channel",),
        f"SELECT COALESCE(channel, ''), max(extract(epoch FROM {NOW} - "
        "greatest(date_created, eta))) FROM queue_job "
        f"WHERE {WAITING} AND (eta IS NULL OR eta <= {NOW}) GROUP BY 1",
    ),
    (
        "govhr_queue_longest_running_seconds", "Time of the job that runs longest",
        (),
        f"SELECT COALESCE(max(extract(epoch FROM {NOW} - date_started)), 0) "
        "FROM queue_job WHERE state = 'started'",
    ),
    (
        "govhr_cron_late_seconds", "How long the latest scheduled action is overdue",
        (),
        f"SELECT COALESCE(max(extract(epoch FROM {NOW} - nextcall)), 0) "
        f"FROM ir_cron WHERE active AND nextcall < {NOW}",
    ),
    (
        "govhr_cron_failing", "Scheduled actions whose last runs failed", (),
        "SELECT count(*) FROM ir_cron WHERE active AND failure_count > 0",
    ),
    (
        "govhr_users_online_5m", "Users with an open screen in the last 5 minutes", (),
        "SELECT count(DISTINCT user_id) FROM mail_presence "
        f"WHERE last_poll > {NOW} - interval '5 minutes'",
    ),
    (
        "govhr_database_bytes", "Size of the database", (),
        "SELECT pg_database_size(current_database())",
    ),
    (
        "govhr_connections", "Connections to PostgreSQL by state", ("state",),
        "SELECT COALESCE(state, 'other'), count(*) FROM pg_stat_activity "
        "WHERE backend_type = 'client backend' GROUP BY 1",
    ),
    (
        "govhr_connections_limit", "PostgreSQL's max_connections", (),
        "SELECT current_setting('max_connections')::int",
    ),
    (
        "govhr_replicas", "Streaming replicas", (),
        "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'",
    ),
    (
        "govhr_replica_lag_seconds", "How far a replica is behind", ("replica",),
        "SELECT application_name, COALESCE(extract(epoch FROM replay_lag), 0) "
        "FROM pg_stat_replication",
    ),
    (
        "govhr_replica_lag_bytes", "Log that a replica has not replayed", ("replica",),
        "SELECT application_name, pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn) "
        "FROM pg_stat_replication",
    ),
]  # fmt: skip


def line(name, labels, value):
    """One sample: ``name{label="value"} 1.5``."""
    quoted = (
        '{}="{}"'.format(
            key, str(x).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        )
        for key, x in labels.items()
    )
    braces = ",".join(quoted)
    return f"{name}{{{braces}}} {value:.15g}" if braces else f"{name} {value:.15g}"


def block(name, what, samples):
    """A figure with its explanation; ``samples`` are (labels, value)."""
    lines = [f"# HELP {name} {what}", f"# TYPE {name} gauge"]
    return lines + [line(name, labels, float(value)) for labels, value in samples]


def of_database(database):
    """Lines of all FIGURES; what cannot be read is named and stops nothing else."""
    import psycopg2

    lines, failed = [], 0
    try:
        connection = psycopg2.connect(
            dbname=database, connect_timeout=5, application_name="govhr-metrics",
            options="-c statement_timeout=10000 -c default_transaction_read_only=on",
        )  # fmt: skip
    except psycopg2.OperationalError:
        return block("govhr_database_up", "PostgreSQL answers", [({}, 0)])
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cr:
        for name, what, labels, query in FIGURES:
            try:
                cr.execute(query)
            except psycopg2.Error:
                failed += 1
                continue
            rows = [
                (dict(zip(labels, row, strict=False)), row[-1]) for row in cr.fetchall()
            ]
            lines += block(name, what, rows)
    lines += block("govhr_database_up", "PostgreSQL answers", [({}, 1)])
    what = "Figures that could not be read"
    return lines + block("govhr_figures_failed", what, [({}, failed)])


def collect(options, now=None):
    """The whole text."""
    now = now or datetime.now(UTC)
    lines = of_database(options.database)
    counted = {
        **metrics_logs.of_odoo(options.log, now),
        **metrics_logs.of_nginx(options.access_log, now),
        **metrics_backups.of_folder(options.backups, now),
    }
    meaning = {**metrics_logs.FIGURES, **metrics_backups.FIGURES}
    for name, value in counted.items():
        lines += block(name, meaning[name], [({}, value)])
    lines += block("govhr_collected", "Time of this collection", [({}, time.time())])
    return "\n".join([*lines, ""])


def write(path, text):
    """Renamed into place: the collector never reads half a file."""
    aside = path.with_suffix(".new")
    aside.write_text(text, encoding="utf-8")
    aside.chmod(0o644)  # node_exporter runs as another user; no secret is in it
    os.replace(aside, path)


def main(arguments):
    parser = argparse.ArgumentParser(prog="metrics")
    parser.add_argument("--database", required=True)
    parser.add_argument("--log", type=Path, help="odoo.log")
    parser.add_argument("--access-log", type=Path, help="nginx's access.log")
    parser.add_argument("--backups", type=Path, help="the folder of backups")
    parser.add_argument("--output", type=Path, help="a .prom file; printed without")
    options = parser.parse_args(arguments)
    text = collect(options)
    if options.output:
        write(options.output, text)
    else:
        print(text, end="")
    return 0
