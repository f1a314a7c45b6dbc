"""A county on a cluster, and beside it the same months worked out at once."""

import contextlib
import threading
from dataclasses import dataclass, field
from pathlib import Path

from govhr import cluster, database, odoo_cli
from govhr.progress import Step

from tests.cluster import cells, months
from tests.cluster.county import County

HERE = Path(__file__).parent


@dataclass
class Scene:
    """The running cluster, its office, and the cells to compare with."""

    cluster: cluster.Cluster
    county: County
    days: list  # first days of the months, in their order
    parts: int  # of a step
    _reference: threading.Thread = None
    _cells: dict = field(default_factory=dict)

    def expected(self):
        """The cells of the run at once; waits for it to end."""
        self._reference.join()
        assert self._cells, "the run at once failed (log: var/log/cluster-once.log)"
        return self._cells


@contextlib.contextmanager
def opened(people, count, part, with_reference=True):
    """A `Scene` with people and ``count`` months; all of it is removed at the end.

    :param part: people in a part, and the number above which there are parts
    """
    with database.fresh("cluster") as name, contextlib.ExitStack() as ends:
        with Step(f"Making up a county of {people:,} people"):
            script = HERE / "prepare.py"
            odoo_cli.run_script(name, script, people, count, part, log="cluster-make")
        found, thread = {}, threading.Thread(target=lambda: None)
        if with_reference:
            other = database.work_name("once")
            database.clone(name, other)
            ends.callback(database.drop, other)
            thread = threading.Thread(target=_at_once, args=(other, count, found))
        thread.start()
        ends.callback(thread.join)
        running = ends.enter_context(cluster.running(name))
        days = months.first_days(count)
        yield Scene(running, County(running), days, -(-people // part), thread, found)


def _at_once(name, count, found):
    script = HERE / "reference.py"
    done = odoo_cli.run_script(name, script, count, log="cluster-once", check=False)
    if not done.returncode:
        found.update(cells.of(lambda text: database.query(text, database=name)))
