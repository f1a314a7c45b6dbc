"""Run inside Odoo by ``scale_run.py``: a province's month and its pay, in parts.

Arguments: number of people, number of counties, file for the results; for a test also
the people in a part, and how many jobs there are for each one that dies.
"""

import json
import sys
import time
from pathlib import Path

from govhr import office, paths

sys.path.insert(0, str(paths.CHECKOUT))
from tests.bench import memory, province  # noqa: E402
from tests.bench.measure import Stopwatch  # noqa: E402
from tests.bench.worker import Worker  # noqa: E402

# above so many people a step is worked out in parts, and so many are in a part
AT_ONCE = ("gov_payroll.compute_at_once", "gov_assessment.work_at_once")
PART = ("gov_payroll.people_per_part", "gov_assessment.people_per_part")


class Desk:
    """The office of one county, whose large steps are done by the jobs' worker."""

    def __init__(self, env, watch, letter, worker):
        self.staff = province.office_of(env, letter)
        self.county = self.staff.hr.user.gov_county_ids
        self.watch = watch
        self.worker = worker

    def is_done(self):
        """A province that is left up may be gone on with."""
        domain = [("county_id", "=", self.county.id)]
        return bool(self.staff.hr["gov.appraisal.round"].search_count(domain))

    def settle(self):
        """The month's buttons, each by the user whose work it is; the locked month."""
        rounds, watch = self.staff.hr["gov.appraisal.round"], self.watch
        vals = {"county_id": self.county.id, "date_from": province.MONTH}

        def open_month():
            new = rounds.create(vals)
            new.action_open()
            return new

        batch = self._in_parts("open", open_month, "open")
        self._in_parts("score", batch.action_score, "scored", batch)
        self._in_parts("grade", batch.action_grade, "graded", batch)
        watch.run("publish", batch.action_publish)
        watch.run("confirm", lambda: office.approve(self.staff, batch))
        watch.run("lock", batch.action_lock)
        return batch

    def pay(self):
        """The pay run from its readiness check to its lock."""
        runs, watch = self.staff.hr["hr.payslip.run"], self.watch
        vals = {"gov_county_id": self.county.id, "date_start": province.MONTH}
        run = runs.create(vals)
        watch.run("readiness", run.action_gov_check)
        self._in_parts("compute", run.action_gov_compute, "computed", run)
        watch.run("approve", lambda: office.approve_pay(self.staff, run))
        watch.run("lock pay", run.action_gov_lock)
        return run

    def write_workbooks(self, batch, run):
        reports = self.staff.hr["ir.actions.report"]
        watch = self.watch
        watch.run(
            "month workbook",
            lambda: reports._render_xlsx("gov_assessment.month", batch.ids, {}),
        )
        reports = self.staff.finance["ir.actions.report"]
        watch.run(
            "register",
            lambda: reports._render_xlsx("gov_payroll.register", run.ids, {}),
        )
        run = run.with_env(self.staff.finance)
        self._in_parts("finance pack", run.action_gov_export)

    def _in_parts(self, phase, press, state=None, record=None):
        """Press the button, then do its jobs; the record is in that state then."""

        def work():
            result = press()
            self.staff.hr.flush_all()
            self.staff.hr.cr.commit()
            self.worker.drain()
            self.staff.hr.invalidate_all()
            return result

        result = self.watch.run(phase, work)
        record = result if record is None else record
        assert not state or record.state == state, f"{phase}: {record.state}"
        return result


def _build(env, count, counties, part):
    """Seconds and MB; a database that has its province already is left alone."""
    memory.forget_peak()
    started = time.perf_counter()
    if not env["hr.department"].search_count([("gov_level", "=", "county")]):
        province.build(env, count, counties)
    for name in AT_ONCE + PART if part else ():
        env["ir.config_parameter"].set_param(name, str(part))
    return {"seconds": time.perf_counter() - started, "peak": memory.peak()}


def _say(phase, sample):
    print(
        f"  {phase:<16}{sample.seconds:7.1f} s {sample.cpu_seconds:7.1f} s CPU"
        f"{sample.statements:7,} SQL {sample.peak:6.0f} MB",
        flush=True,
    )


def _check(env, run, people):
    """Everybody has one slip, and what the lines say is what the slips pay."""
    env.cr.execute(
        "SELECT count(*), count(DISTINCT employee_id), sum(gov_net)"
        " FROM hr_payslip WHERE payslip_run_id = %s",
        [run.id],
    )
    slips, persons, net = env.cr.fetchone()
    env.cr.execute(
        "SELECT sum(l.total) FROM hr_payslip_line l JOIN hr_payslip s"
        " ON s.id = l.slip_id WHERE s.payslip_run_id = %s AND l.code = 'NET'",
        [run.id],
    )
    [lines] = env.cr.fetchone()
    assert slips == persons == people, (slips, persons, people)
    assert round(net, 2) == round(lines, 2), (net, lines)


def main(env, count, counties, out, part=0, kill_each=0):
    built = _build(env, count, counties, part)
    watch, worker = Stopwatch(env, _say), Worker(env.registry, kill_each)
    for number in range(counties):
        desk = Desk(env, watch, province.LETTERS[number], worker)
        if desk.is_done():
            continue
        print(desk.county.name, flush=True)
        batch = desk.settle()
        run = desk.pay()
        desk.write_workbooks(batch, run)
        assert batch.headcount == count // counties
        _check(env, run, count // counties)
    env.cr.execute("SELECT pg_database_size(current_database())")
    result = {
        "people": count // counties,
        "counties": counties,
        "build": built,
        "phases": watch.as_json(),
        "jobs": {"done": worker.done, "killed": worker.killed, "s": worker.seconds},
        "database": env.cr.fetchone()[0] / 1024**2,
    }
    Path(out).write_text(json.dumps(result), encoding="utf-8")


if __name__ == "__main__":
    people, counties, out, *rest = globals()["argv"]
    main(globals()["env"], int(people), int(counties), out, *map(int, rest))
