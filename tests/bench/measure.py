"""Times a phase and counts its statements inside Odoo."""

import gc
import threading
import time
from dataclasses import asdict, dataclass

from odoo.sql_db import Cursor

from tests.bench import memory


@dataclass(frozen=True)
class Sample:
    """One measured run of a phase.

    :param seconds: wall clock, with the writing of everything pending and the commit
    :param cpu_seconds: the part that Python worked; grows little on a busy machine
    :param sql_seconds: the part of it spent waiting for PostgreSQL
    :param statements: SQL statements sent, by jobs of the phase too
    :param peak: MB of memory that the process held at most
    """

    seconds: float
    cpu_seconds: float
    sql_seconds: float
    statements: int
    peak: float = 0.0


def _watch_copy():
    """COPY goes past Odoo's counters; here it is one statement and its time."""
    if "copy_expert" in vars(Cursor):
        return

    def copy_expert(self, *args, **kwargs):
        thread = threading.current_thread()
        started = time.perf_counter()
        try:
            return self._obj.copy_expert(*args, **kwargs)
        finally:
            thread.query_count = getattr(thread, "query_count", 0) + 1
            thread.query_time = (
                getattr(thread, "query_time", 0) + time.perf_counter() - started
            )

    Cursor.copy_expert = copy_expert


class Stopwatch:
    """Measures phases; each starts as a new request does, with an empty cache."""

    def __init__(self, env, say=None):
        """:param say: called with a phase and its `Sample` once it is measured"""
        self.env = env
        self.say = say or (lambda phase, sample: None)
        self.samples = {}  # {phase: [Sample]}
        thread = threading.current_thread()
        thread.query_time, thread.query_count = 0.0, 0
        _watch_copy()

    def run(self, phase, press):
        """Call ``press`` and commit, as Odoo does after a button; its result."""
        self.env.flush_all()
        self.env.cr.commit()
        self.env.invalidate_all()
        gc.collect()
        memory.forget_peak()
        cr, thread = self.env.cr, threading.current_thread()
        # of the thread: jobs of a phase have cursors of their own
        thread.query_count, thread.query_time = 0, 0.0
        cpu, started = time.process_time(), time.perf_counter()
        result = press()
        self.env.flush_all()
        statements = thread.query_count
        cr.commit()
        seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
        sample = Sample(seconds, cpu, thread.query_time, statements, memory.peak())
        self.samples.setdefault(phase, []).append(sample)
        self.say(phase, sample)
        return result

    def as_json(self):
        return {
            phase: [asdict(sample) for sample in samples]
            for phase, samples in self.samples.items()
        }
