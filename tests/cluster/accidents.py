"""What goes wrong in the middle: a node dies, the replica dies, PostgreSQL restarts."""

import contextlib
import threading

from govhr.cluster.processes import wait_until

from tests.cluster import jobs


@contextlib.contextmanager
def after_jobs(cluster, count, happen):
    """While the block works: once ``count`` more jobs are done, ``happen()``.

    It happens while a job works, never while somebody presses a button: who sees an
    error then presses again.
    """
    start, failed = jobs.done(cluster), []

    def watch():
        try:
            wait_until(
                lambda: jobs.done(cluster) >= start + count and jobs.working(cluster),
                f"{count} jobs are done and one works", seconds=300, pause=0.02,
            )  # fmt: skip
            happen()
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        thread.join()
    if failed:
        raise failed[0]
