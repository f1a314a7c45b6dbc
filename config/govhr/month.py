"""``make month``: from workbooks to a pay register, in a database of its own."""

import argparse
import os
import re
import shutil
import tempfile
from pathlib import Path

from . import database, odoo_cli, paths
from .errors import Stop
from .progress import say

SCRIPT = paths.CONFIG / "govhr" / "month_inside.py"
SAMPLE = paths.CONFIG / "sample_county"
RESULTS = ("月度考核.xlsx", "工资发放表.xlsx")


def main(arguments):
    """Settle and pay; exit status 0 only when both workbooks are written."""
    options = _options(arguments)
    _check(options)
    for name in RESULTS:
        # a refused month must not leave the results of another run behind
        (options.out / name).unlink(missing_ok=True)
    with database.fresh("month") as name:
        return _settle(name, options)


def _settle(name, options):
    with tempfile.TemporaryDirectory() as made:
        done = odoo_cli.run_script(
            name,
            SCRIPT,
            options.input,
            options.period,
            made,
            log="month",
            check=False,
        )
        if done.returncode:
            return 1
        for result in RESULTS:
            shutil.move(Path(made) / result, options.out / result)
            say(f"→ {options.out / result}")
    return 0


def _options(arguments):
    parser = argparse.ArgumentParser(prog="make month")
    parser.add_argument("--input", default=str(SAMPLE), help="folder of six workbooks")
    parser.add_argument("--period", default="2026-10", help="YYYY-MM")
    parser.add_argument("--out", default=str(paths.VAR / "month"))
    options = parser.parse_args(arguments)
    # make runs in the checkout: a relative path is meant from where the user stands
    base = Path(os.environ.get("GOV_CALLED_FROM") or os.getcwd())
    options.input, options.out = base / options.input, base / options.out
    return options


def _check(options):
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", options.period):
        raise Stop(f"PERIOD={options.period}：月份应写作 2026-10 / write it as YYYY-MM")
    if not options.input.is_dir():
        raise Stop(f"INPUT={options.input}：没有这个文件夹 / no such folder")
    options.out.mkdir(parents=True, exist_ok=True)
