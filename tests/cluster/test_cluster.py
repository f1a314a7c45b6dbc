"""A month and its pay on two nodes: split over both, and whatever dies, the same cells.

The months follow one another in one database, as in an office; beside it the same
months are worked out at once, without a job. At the end all cells are compared.
"""

import os
import random

import pytest
import requests
from govhr.cluster.node import is_well
from govhr.cluster.processes import wait_until

from tests.cluster import cells, jobs
from tests.cluster.accidents import after_jobs

SEED = int(os.environ.get("SEED") or random.randrange(10_000))
CHANCE = random.Random(SEED)


@pytest.fixture(autouse=True)
def seed_is_told():
    print(f"SEED={SEED} repeats the moments of this run")


def month_and_pay(stage, number):
    """Settle and pay the month of this number; (its round, its run)."""
    day = stage.days[number]
    return stage.county.settle(day), stage.county.pay(day)


def all_parts(stage):
    """How many jobs a month and its pay have: a job for each part, one for each end."""
    return 3 * stage.parts + 1 + 4


def a_moment(stage):
    """After how many jobs of a month and its pay something happens."""
    return CHANCE.randrange(1, all_parts(stage) - 4)


# The order of the tests is the order of the months.


def test_health_of_all_parts(stage):
    cluster = stage.cluster

    assert cluster.replica.is_streaming()
    assert cluster.is_well()
    for node in cluster.nodes:
        assert is_well(f"http://127.0.0.1:{node.port}")


def test_nobody_starts_jobs_from_outside(stage):
    cluster = stage.cluster
    url = f"{cluster.address}/queue_job/runjob?job_uuid=x"

    answer = requests.get(url, timeout=30, verify=str(cluster.certificate))

    assert answer.status_code == 403


def test_a_month_and_its_pay_are_split_over_both_nodes(stage):
    month_and_pay(stage, 0)

    for kind in ("gov_month-%", "gov_pay-%"):
        assert set(jobs.by_node(stage.cluster, kind)) == {"node1", "node2"}, kind
    assert jobs.done(stage.cluster) == all_parts(stage)
    assert jobs.not_done(stage.cluster) == []


@pytest.mark.parametrize("month", [1, 2, 3])
def test_a_killed_node_costs_nothing(stage, month):
    before = jobs.done(stage.cluster)
    count, node = a_moment(stage), CHANCE.choice(stage.cluster.nodes)
    print(f"{node.name} dies after {count} jobs of the month")

    with after_jobs(stage.cluster, count, node.kill):
        month_and_pay(stage, month)

    assert jobs.done(stage.cluster) - before == all_parts(stage)
    assert jobs.not_done(stage.cluster) == []
    node.start()
    node.wait()


def test_a_restart_of_postgresql_costs_nothing(stage):
    before = jobs.done(stage.cluster)
    count = a_moment(stage)
    print(f"PostgreSQL restarts after {count} jobs of the month")

    with after_jobs(stage.cluster, count, stage.cluster.primary.restart):
        month_and_pay(stage, 4)

    assert jobs.done(stage.cluster) - before == all_parts(stage)
    assert jobs.not_done(stage.cluster) == []
    wait_until(stage.cluster.replica.is_streaming, "the replica follows again")


def test_a_dead_replica_costs_nothing(stage):
    before = jobs.done(stage.cluster)
    count = a_moment(stage)
    print(f"the replica dies after {count} jobs of the month")

    with after_jobs(stage.cluster, count, stage.cluster.replica.kill):
        month_and_pay(stage, 5)

    # killed near the end it may take a moment to be gone
    wait_until(lambda: not stage.cluster.replica.is_running(), "the replica is gone")
    assert jobs.done(stage.cluster) - before == all_parts(stage)
    assert jobs.not_done(stage.cluster) == []


def test_all_months_equal_those_without_jobs_cell_for_cell(stage):
    expected = stage.expected()

    found = cells.of(stage.cluster.query)

    assert {kind: len(rows) for kind, rows in found.items()} == {
        kind: len(rows) for kind, rows in expected.items()
    }
    assert cells.differences(found, expected) == []
