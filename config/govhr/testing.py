"""``make test``: Odoo's tests and pytest's side by side, one sum at the end."""

import shutil
import time

from . import database, locks, manifests, odoo_log, paths, plan, postgres, results
from .errors import Stop
from .progress import Step, say

# On the two cores of a small machine: a job waits for PostgreSQL and the browser half
# of its time.
AT_ONCE = 4
EXPLAINED = 20  # failures whose reason is printed; all reasons are in the logs


def run_jobs(jobs, at_once=AT_ONCE):
    """All jobs, the longest first, with their progress."""
    waiting = list(jobs)
    running = []
    with Step("Testing", lambda: " | ".join(map(_state, running))):
        try:
            while waiting or running:
                while waiting and len(running) < at_once:
                    running.append(waiting.pop(0))
                    running[-1].start()
                time.sleep(0.3)
                running = [job for job in running if not job.is_over()]
        finally:
            for job in running:
                job.process.terminate()
                job.process.wait()


def _state(job):
    passed, failed, skipped = results.count(job.results())
    text = f"{job.name}: {passed} passed"
    text += f", {failed} failed" if failed else ""
    return text + (f", {skipped} skipped" if skipped else "")


# ----------------------------------------------------------------------- judge


def judge(job):
    """Fills ``job.problems``: what fails the run beside failed tests."""
    found = job.results()
    failed = [x for x in found if x.outcome == results.FAILED]
    for result in found:
        if result.outcome == results.SKIPPED:
            job.problems.append(f"skipped: {result.test}: {result.reason}")
    if job.addons:
        _judge_log(job, bool(failed))
        _judge_silence(job, found)
    if job.status and not failed and not job.problems:
        job.problems.append(
            f"{job.name} ended with status {job.status} (log: {job.log})"
        )


def _judge_log(job, has_failed):
    """Each complaint once, however often it was logged."""
    seen = {}
    for record in odoo_log.complaints_of(job.log):
        if not (has_failed and odoo_log.is_test_report(record)):
            seen[str(record)] = seen.get(str(record), 0) + 1
    for text, times in seen.items():
        job.problems.append(f"log of {job.name} ({times} times): {text}")


def _judge_silence(job, found):
    """Tests that nobody imports would be green for ever."""
    if job.tags:
        if not found:
            job.problems.append(f"no test matches TAGS={job.tags}")
        return
    heard = {results.addon_of(result.test) for result in found}
    for addon in job.addons:
        if addon not in heard:
            job.problems.append(f"no test of {addon} ran, though it has tests")


def report(jobs):
    """Prints failures, then the one line; the exit status."""
    found = [result for job in jobs for result in job.results()]
    problems = [text for job in jobs for text in job.problems]
    failures = [x for x in found if x.outcome == results.FAILED]
    for number, result in enumerate(failures):
        say(f"FAILED {result.test}")
        if number < EXPLAINED:
            say(f"       {result.reason.strip()[:800]}")
    for text in problems:
        say(f"FAILED {text}")
    for job in jobs:
        say(f"{_state(job)} (log: {job.log.relative_to(paths.CHECKOUT)})")
    passed, failed, _skipped = results.count(found)
    failed += len(problems)
    if not found:
        failed = max(failed, 1)
        say("FAILED no test ran")
    say(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def check_browser_tools():
    """Odoo skips browser tests silently without these."""
    names = ("google-chrome", "chromium", "chromium-browser", "google-chrome-stable")
    if not any(shutil.which(name) for name in names):
        raise Stop(
            "no Chromium for the browser tests: apt-get install chromium / "
            "缺少 Chromium"
        )


def main(addon="", tags=""):
    """The whole of ``make test``; the exit status."""
    check_browser_tools()
    postgres.ensure()
    # two runs would write into the same logs and count each other's tests
    with locks.only_one(paths.VAR / "test.lock"):
        return _run(addon, tags)


def _run(addon, tags):
    database.drop_orphans()
    addons = plan.select_addons(addon) if addon or manifests.read_all() else []
    everything = not addon and not tags
    # the root tests wait most and take longest
    jobs = [] if tags else plan.pytest_jobs(addons, everything)
    jobs += plan.odoo_jobs(addons, tags)
    try:
        run_jobs(jobs)
    finally:
        for job in jobs:
            if job.database:
                database.drop(job.database)
    for job in jobs:
        judge(job)
    return report(jobs)
