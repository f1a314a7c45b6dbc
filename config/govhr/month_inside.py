"""Run inside Odoo by ``month``: one transaction from workbooks to workbooks."""

import sys
import time
from datetime import date
from pathlib import Path

from govhr import office

env, argv = globals()["env"], globals()["argv"]
STARTED = time.monotonic()


def tell(line):
    print(f"[{time.monotonic() - STARTED:5.1f} s] {line}", flush=True)


def _summary(settled):
    return (
        f"{settled.display_name}：N={settled.headcount}，"
        f"“好”名额 {settled.good_quota}；好 {settled.good_count}，"
        f"一般 {settled.fair_count}，差 {settled.poor_count}，"
        f"暂停 {settled.suspended_count}，名额边界并列 {settled.tied_count}"
    )


def settle_month(folder, period, out):
    year, month = map(int, period.split("-"))
    people = office.staff(env)
    office.import_folder(people, folder, tell)
    rounds = office.settle(people, date(year, month, 1))
    for settled in rounds:
        tell(_summary(settled))
    runs = office.pay(people, rounds)
    for run in runs:
        tell(f"{run.name}：{len(run.slip_ids)} 张工资条")
    for name, content in office.workbooks(people, rounds, runs).items():
        (out / name).write_bytes(content)


def main():
    from odoo.exceptions import UserError

    try:
        settle_month(Path(argv[0]), argv[1], Path(argv[2]))
    except (UserError, office.MissingFile) as refusal:
        print(f"未办理，什么也没有保存：\n{refusal}", file=sys.stderr, flush=True)
        sys.exit(1)


main()
