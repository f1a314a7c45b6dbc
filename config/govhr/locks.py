"""One builder at a time, over processes."""

import contextlib
import fcntl


@contextlib.contextmanager
def only_one(path):
    """Hold the lock file for the block; the kernel frees it when a process dies."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
