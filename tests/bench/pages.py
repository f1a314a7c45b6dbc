"""The pages that officers and people open most, timed over HTTP on a large database.

``measure(database)`` starts Odoo on it and sends what the web client sends for each
page (``web_session.py``), as an HR officer of one county, whose record rules narrow
every search, as one of the province, and as people on the portal. By hand, on a
database of this checkout: ``PYTHONPATH=config:. python -m tests.bench.pages DATABASE``.
"""

import contextlib
import itertools
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from govhr import odoo_cli, paths, server
from govhr.errors import Stop
from govhr.progress import Step, say

from tests.bench.web_session import Log, Session

INSIDE = Path(__file__).with_name("pages_inside.py")
AIM = 0.5  # seconds
TIMES = 12  # each page, as each officer
PAGES = (
    "roster list",
    "search by name",
    "search by initials",
    "search by ID suffix",
    "month list",
    "one month",
    "one person",
    "pivot by site",
    "review list",
    "session list",
)
COUNTER = re.compile(r'data-placeholder_count="(\w+)"')


def measure(database, times=TIMES):
    """Time the pages and print the table.

    :param database: with people, months, reviews and a training; logins are added
    :return: list of (page name, list of seconds)
    """
    samples = take(database, times)
    say("\n".join(lines(samples)))
    return [(name, [second for second, _sql in found]) for name, found in samples]


def take(database, times=TIMES):
    """List of (page name, list of (seconds, SQL statements))."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "samples.json"
        with Step("Logins and samples for the pages"):
            odoo_cli.run_script(database, INSIDE, answer, log="bench-pages")
        given = json.loads(answer.read_text(encoding="utf-8"))
    with Step("The pages that are opened most"), running(database) as (base, log):
        return [
            *_officers(base, log, given, times),
            *_portal(base, log, given, times),
        ]


@contextlib.contextmanager
def running(database):
    """Odoo on a database, without jobs beside it; its address and its log file."""
    port = odoo_cli.free_port(21300)
    log = paths.log_file("bench-pages-server")
    log.write_text("")
    command = odoo_cli.server_command(
        database, f"--http-port={port}", "--max-cron-threads=0", f"--logfile={log}"
    )
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # all of it is in the log
        env=odoo_cli.environment(),
    )
    try:
        if not server.answers(process, {"port": port}):
            raise Stop(f"the server does not answer (log: {log}) / 服务器没有响应")
        yield f"http://127.0.0.1:{port}", log
    finally:
        process.terminate()
        process.wait()


# ---------------------------------------------------------------------- officers


def _officers(base, log, given, times):
    taken = []
    for role, login in given["logins"].items():
        session = Session(base, Log(log), login, given["password"])
        opened = pages_of(session, given["samples"][role])
        for name in PAGES:
            pages = list(itertools.islice(opened.get(name, ()), times + 1))
            for page in pages[:1]:
                page()  # what the server computes once for all users
            found = [session.timed(page) for page in pages[1:]]
            taken.append((f"{name}, {role}", found))
    return taken


def pages_of(session, samples):
    """{page name: endless functions that open the page, each time differently}."""
    pages = {
        "roster list": _roster(session, samples["count"]),
        "search by name": _searches(session, "name", samples["names"]),
        "month list": _months(session, samples),
        "one month": _rounds(session, samples["rounds"]),
        "one person": _persons(session, samples["people"]),
        "pivot by site": _pivots(session, samples["rounds"]),
        "review list": _reviews(session),
        "session list": _sessions(session),
    }
    texts = {"initials": "name", "ID suffix": "identification_id"}
    for (word, field), key in zip(texts.items(), ("initials", "numbers"), strict=True):
        if any(samples[key]):
            found = [text for text in samples[key] if text]
            pages[f"search by {word}"] = _searches(session, field, found)
    return pages


def _roster(session, count):
    """The menu entry and the pages after it."""
    last = max(count - count % 80, 0)
    for place in itertools.count():
        offset = (0, 80, last // 2 // 80 * 80, last)[place % 4]
        yield lambda offset=offset: session.action("gov-staff").list(offset=offset)


def _searches(session, field, texts):
    """A text typed into the search bar of the roster, which is open."""
    staff = session.action("gov-staff")
    for text in itertools.cycle(texts):
        domain = staff.default_domain() + staff.search.search_domain(field, text)
        yield lambda domain=domain: staff.list(domain)


def _months(session, samples):
    """The list of all months, of one, and of one at a site."""
    sites = itertools.cycle(samples["sites"])
    rounds = itertools.cycle(samples["rounds"] or [0])
    for place in itertools.count():
        month = [("round_id", "=", next(rounds))]
        site = [("department_id", "child_of", [next(sites)])]
        domain = (None, month, month + site)[place % 3]
        yield lambda domain=domain: session.action("gov-appraisals").list(domain)


def _rounds(session, rounds):
    for month in itertools.cycle(rounds):
        yield lambda month=month: session.action("gov-rounds").form(month)


def _persons(session, ids):
    for person in itertools.cycle(ids):
        yield lambda person=person: session.action("gov-staff").form(person)


def _pivots(session, rounds):
    """Sites by grade: all months, then each one by itself."""
    months = session.action("gov-appraisals")
    for month in itertools.cycle([None, *rounds[:3]]):
        domain = month and [("round_id", "=", month)]
        yield lambda domain=domain: months.pivot(domain)


def _reviews(session):
    bad = [("is_bad", "=", True)]
    for place in itertools.count():
        domain, offset = ((None, 0), (None, 80), (bad, 0))[place % 3]
        yield lambda d=domain, o=offset: session.action("gov-reviews").list(d, o)


def _sessions(session):
    for place in itertools.count():
        yield (
            (lambda: session.action("gov-training").list())
            if place % 2
            else (lambda: session.action("gov-training").kanban())
        )


# ------------------------------------------------------------------------ portal


def _portal(base, log, given, times):
    months, homes = [], []
    for login, ids in given["portal"].items():
        session = Session(base, Log(log), login, given["password"])
        _home(session)
        homes += [session.timed(lambda s=session: _home(s)) for _each in range(times)]
        for path in ["/my/appraisals", *(f"/my/appraisals/{month}" for month in ids)]:
            session.html(path)
            months.append(session.timed(lambda s=session, p=path: s.html(p)))
    return [("portal month", months), ("portal home", homes)]


def _home(session):
    """The page, and the figures of its cards that it asks for afterwards."""
    counters = sorted(set(COUNTER.findall(session.html("/my/home"))))
    session.json("/my/counters", {"counters": counters})


# ------------------------------------------------------------------------- table


def lines(samples):
    """The table as lines of text."""
    head = f"{'page':<34}{'times':>6}{'p50 ms':>9}{'p95 ms':>9}{'<500 ms':>9}{'SQL':>6}"
    rows = [
        f"{name:<34}{len(found):>6}{_ms(found, 0.5):>9}{_ms(found, 0.95):>9}"
        f"{_share(found):>9.0%}{max(sql for _seconds, sql in found):>6}"
        for name, found in samples
        if found
    ]
    every = [sample for _name, found in samples for sample in found]
    rows.append(f"{'all':<34}{len(every):>6}{'':>18}{_share(every):>9.0%}")
    return [head, *rows]


def _ms(found, share):
    """The time that so many are not above, in milliseconds.

    >>> _ms([(0.1, 3), (0.3, 3), (0.2, 3)], 0.5)
    200
    """
    ordered = sorted(seconds for seconds, _sql in found)
    place = min(int(share * len(ordered)), len(ordered) - 1)
    return round(1000 * ordered[place])


def _share(found):
    return sum(seconds < AIM for seconds, _sql in found) / len(found)


if __name__ == "__main__":
    measure(sys.argv[1])
