"""``make bench PEOPLE=1000,5000``: a month and its pay, measured; exit status 0.

For each number of people three things run one after the other, each in its own
database: our months and pay runs through the buttons (``ours.py``), the plain-SQL floor
on the rows that came out (``floor.py``), and OCA's own batch wizard on the same people
in a database without ``gov_payroll`` (``stock.py``). Speed is
printed, never a failed test.
"""

import argparse
import contextlib
import json
import os
import sys
import tempfile
from pathlib import Path

from govhr import database, odoo_cli, paths, templates
from govhr.errors import Stop
from govhr.progress import Step, say

sys.path.insert(0, str(paths.CHECKOUT))
from tests.bench import scale_run, table  # noqa: E402

BENCH = paths.TESTS / "bench"
STOCK_PEOPLE = 500  # the stock path takes minutes for more; STOCK=5000 pays more
MONTHS = 12  # a whole year is settled
SMALL = 2000  # up to here three months are paid, and the median is shown


def main(arguments):
    options = _options(arguments)
    if options.scale:
        with tempfile.TemporaryDirectory() as folder:
            scale_run.main(options.scale, Path(folder), options.keep)
        return
    with tempfile.TemporaryDirectory() as folder, _stock_database() as stock:
        results = [
            _measure(count, stock, options.stock, Path(folder))
            for count in sorted(options.people)
        ]
    say("\n" + "\n".join(_head()) + "\n")
    say("\n".join(table.lines(results)))


def _options(arguments):
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--people", default="1000,5000", type=_numbers)
    parser.add_argument(
        "--stock", default=int(os.environ.get("STOCK") or STOCK_PEOPLE), type=int
    )
    parser.add_argument("--scale", type=int, help="people of a province")
    parser.add_argument("--keep", action="store_true", help="leave the province up")
    return parser.parse_args(arguments)


def _numbers(text):
    return sorted(
        {max(10, int(word)) for word in text.replace(" ", ",").split(",") if word}
    )


def _head():
    load, cores = os.getloadavg()[0], os.cpu_count()
    report = [
        "Each figure is of one person; wall clock of the button until it is committed.",
        "Python CPU is Odoo's own work, SQL wait the time until PostgreSQL answered.",
        "Floor: the same rows, with the same indexes and keys, by INSERT ... SELECT.",
        "Stock: OCA's batch wizard with Python rules; no gov_payroll in that database.",
    ]
    if load > cores:
        report.append(
            f"The machine is busy (load {load:.1f} on {cores} cores): too slow."
        )
    return report


@contextlib.contextmanager
def _stock_database():
    """A database with everything that the stock path needs, and without gov_payroll."""
    # also makes the base that the stock database is copied from
    templates.ensure_full()
    name = database.work_name("benchstock")
    database.clone(templates.base_name(), name)
    try:
        log = paths.log_file("bench-stock")
        title = "Installing the stock payroll database"
        if odoo_cli.run_modules(name, ["--init=gov_assessment"], log, title):
            raise Stop(f"the stock database could not be made (log: {log})")
        yield name
    finally:
        database.drop(name)


def _measure(count, stock_database, stock_people, folder):
    paid_months = 3 if count <= SMALL else 1
    ours, stock = folder / f"ours{count}.json", folder / f"stock{count}.json"
    with Step(f"{count:,} people: {MONTHS} months, {paid_months} x pay"):
        with database.fresh("bench") as name:
            script = BENCH / "ours.py"
            arguments = (count, MONTHS, paid_months, ours)
            odoo_cli.run_script(name, script, *arguments, log="bench")
    paid = min(count, stock_people)
    with Step(f"{count:,} people: the stock path pays {paid:,} of them"):
        name = database.work_name("bench")
        database.clone(stock_database, name)
        try:
            arguments = (count, paid, MONTHS, stock)
            odoo_cli.run_script(name, BENCH / "stock.py", *arguments, log="bench-stock")
        finally:
            database.drop(name)
    result, other = json.loads(ours.read_text()), json.loads(stock.read_text())
    return {**result, "stock": {**other, "agrees": _compare(result, other)}}


def _compare(ours, stock):
    """Both paths have to pay the same yuan, or the comparison means nothing."""
    wrong = [
        staff_no
        for staff_no, gross in stock["gross"].items()
        if round(100 * gross) != round(100 * ours["gross"][staff_no])
    ]
    if wrong:
        return f"PAYS {len(wrong)} OF THEM ANOTHER AMOUNT, e.g. {wrong[0]}"
    return "same yuan for each"


if __name__ == "__main__":
    main(sys.argv[1:])
