"""Processes that end with us, and waiting for what they have to do first."""

import ctypes
import os
import signal
import subprocess
import time

from ..errors import Stop

PR_SET_PDEATHSIG = 1


def start(command, log, **kwargs):
    """A process in a group of its own that is ended when this program dies.

    :param log: file for its output; what an earlier start wrote there stays
    """
    with open(log, "ab") as handle:
        return subprocess.Popen(
            [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=handle,
            stderr=subprocess.STDOUT, start_new_session=True, preexec_fn=_end_with_us,
            **kwargs,
        )  # fmt: skip


def _end_with_us():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def kill(process):
    """SIGKILL to the process and all that it has started, as a power failure would."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def stop(process, patience=20):
    """Politely, then by force; its children too."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            pass
    kill(process)


def wait_until(is_so, what, seconds=120, pause=0.2):
    """Ask until the answer is yes; after ``seconds`` say what was waited for.

    :return: the answer
    """
    end = time.monotonic() + seconds
    while True:
        answer = is_so()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Stop(f"waited {seconds} s in vain for: {what} / 等待超时")
        time.sleep(pause)
