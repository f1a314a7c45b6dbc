"""Run inside Odoo by test_month: settle and pay folders one after the other.

argv: a JSON list of [input folder, period, output folder]. Each month begins on the
empty database again; only the workbooks are kept.
"""

import json
from datetime import date
from pathlib import Path

from govhr import office

env, argv = globals()["env"], globals()["argv"]
people = office.staff(env)
env.flush_all()


def settle(folder, period, out):
    year, month = map(int, period.split("-"))
    office.import_folder(people, Path(folder), report=lambda line: None)
    rounds = office.settle(people, date(year, month, 1))
    runs = office.pay(people, rounds)
    for name, content in office.workbooks(people, rounds, runs).items():
        (Path(out) / name).write_bytes(content)


for job in json.loads(argv[0]):
    savepoint = env.cr.savepoint()
    settle(*job)
    savepoint.rollback()
    env.invalidate_all(flush=False)
    savepoint.close()
env.cr.rollback()
