"""What goes wrong in the middle: a node dies, the replica dies, PostgreSQL restarts."""

import contextlib
import threading

from govhr.cluster.processes import wait_until

from tests.cluster import jobs


@contextlib.contextmanager
def after_jobs(cluster, count, delay, happen):
    """While the block works: once ``count`` more jobs are done, ``happen()``.

    It happens while jobs work, never while somebody presses a button: who sees an
    error then presses again.

    :param delay: seconds more, so that it is not always just after a job's end
    """
    start, failed = jobs.done(cluster), []

    def watch():
        try:
            wait_until(
                lambda: jobs.done(cluster) >= start + count,
                f"{count} jobs are done", seconds=300, pause=0.05,
            )  # fmt: skip
            threading.Event().wait(delay)
            wait_until(lambda: jobs.working(cluster), "a job works", pause=0.01)
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
