"""``make bench SCALE=100000``: a province's month and pay, in parts, by jobs.

Small counties are measured first, in a database of their own: what a person costs there
is compared with what a person of the province costs. ``KEEP=1`` leaves the province up.
"""

import json

from govhr import database, odoo_cli, paths, templates
from govhr.progress import say

from tests.bench import pages, scale_table

SCRIPT = paths.TESTS / "bench" / "scale.py"
COUNTIES = 5
SMALL, SMALL_COUNTIES = 1000, 3
KEPT = "gov_province"  # a name that no later run takes for an orphan


def main(people, folder, keep=False):
    """Measure and print; speed is never a failed test.

    :param people: of the province; shared out to its counties
    :param folder: Path for results
    :param keep: leave the province's database up
    """
    small = _measure("scalesmall", SMALL * SMALL_COUNTIES, SMALL_COUNTIES, folder)
    name = KEPT if keep else database.work_name("scale")
    database.drop(name)
    try:
        large = _measure_in(name, people, COUNTIES, folder / "province.json")
        say("\n" + "\n".join(scale_table.lines(small, large)))
        pages.measure(name)  # as the province is now
    finally:
        if not keep:
            database.drop(name)
    if keep:
        say(f"The province stays in the database {name} (make clean removes it).")


def _measure(purpose, people, counties, folder):
    name = database.work_name(purpose)
    try:
        return _measure_in(name, people, counties, folder / f"{purpose}.json")
    finally:
        database.drop(name)


def _measure_in(name, people, counties, out):
    say(f"==> {people:,} people in {counties} counties: a month, its pay, workbooks")
    database.clone(templates.ensure_full(), name)
    odoo_cli.run_script(name, SCRIPT, people, counties, out, log="bench-scale")
    return json.loads(out.read_text(encoding="utf-8"))
