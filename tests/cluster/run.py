"""``make cluster PEOPLE=5000``: a month and its pay on two nodes; prints the times.

``KEEP=1`` leaves everything up until Ctrl-C, to look at it in a browser.
"""

import argparse
import sys
import threading
import time

from govhr import office, paths
from govhr.progress import say

sys.path.insert(0, str(paths.CHECKOUT))
from tests.cluster import PASSWORD, jobs, scene  # noqa: E402

PART = 250  # people: forty jobs for each long step of 5,000


def main(arguments):
    parser = argparse.ArgumentParser(prog="make cluster")
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--keep", action="store_true", help="until Ctrl-C")
    options = parser.parse_args(arguments)
    with scene.opened(options.people, 1, PART, with_reference=False) as stage:
        for node in stage.cluster.nodes:
            say(f"{node.name}: http://127.0.0.1:{node.port}")
        say(f"nginx: {stage.cluster.address}")
        [day] = stage.days
        _timed(stage, "month", "gov_month-%", lambda: stage.county.settle(day))
        _timed(stage, "pay run", "gov_pay-%", lambda: stage.county.pay(day))
        if options.keep:
            _stay(stage.cluster.address)


def _timed(stage, what, keys, work):
    started = time.perf_counter()
    work()
    seconds = time.perf_counter() - started
    shares = sorted(jobs.by_node(stage.cluster, keys).items())
    parts = ", ".join(f"{name} {count}" for name, count in shares)
    say(f"{what}: {seconds:.1f} s, parts by node: {parts}")


def _stay(address):
    logins = ", ".join(office.ROLES)
    say(f"Open {address} as one of {logins}, password {PASSWORD}. Ctrl-C ends it.")
    try:
        threading.Event().wait()
    except KeyboardInterrupt:
        say("ending")


if __name__ == "__main__":
    main(sys.argv[1:])
