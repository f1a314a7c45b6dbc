"""Times a phase and counts its statements inside Odoo."""

import gc
import threading
import time
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Sample:
    """One measured run of a phase.

    :param seconds: wall clock, with the writing of everything pending and the commit
    :param cpu_seconds: the part that Python worked; grows little on a busy machine
    :param sql_seconds: the part of it spent waiting for PostgreSQL
    :param statements: SQL statements sent
    """

    seconds: float
    cpu_seconds: float
    sql_seconds: float
    statements: int


class Stopwatch:
    """Measures phases; each starts as a new request does, with an empty cache."""

    def __init__(self, env):
        self.env = env
        self.samples = {}  # {phase: [Sample]}
        threading.current_thread().query_time = 0.0
        self._watch_copy()

    def _watch_copy(self):
        """COPY goes past Odoo's counters; here it is one statement and its time."""
        cr, thread = self.env.cr, threading.current_thread()
        copy = cr.copy_expert

        def counted(*args, **kwargs):
            started = time.perf_counter()
            try:
                return copy(*args, **kwargs)
            finally:
                cr.sql_log_count += 1
                thread.query_time += time.perf_counter() - started

        cr.copy_expert = counted

    def run(self, phase, press):
        """Call ``press`` and commit, as Odoo does after a button; its result."""
        self.env.flush_all()
        self.env.cr.commit()
        self.env.invalidate_all()
        gc.collect()
        cr, thread = self.env.cr, threading.current_thread()
        before, thread.query_time = cr.sql_log_count, 0.0
        cpu, started = time.process_time(), time.perf_counter()
        result = press()
        self.env.flush_all()
        statements = cr.sql_log_count - before
        cr.commit()
        seconds, cpu = time.perf_counter() - started, time.process_time() - cpu
        self.samples.setdefault(phase, []).append(
            Sample(seconds, cpu, thread.query_time, statements)
        )
        return result

    def as_json(self):
        return {
            phase: [asdict(sample) for sample in samples]
            for phase, samples in self.samples.items()
        }
