"""The province of ``make bench SCALE=``, with few people: built, settled, paid."""

import json

import pytest
from govhr import database, odoo_cli, paths

from tests.bench import scale_table

PEOPLE, COUNTIES, PART, KILL_EACH = 200, 2, 40, 5
JOBS = 3 + 1 + 3 + 1 + 1 + 1 + 3 + 1  # parts and ends: open, score, grade, pay


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    """The result of a province whose jobs die now and then."""
    out = tmp_path_factory.mktemp("scale") / "province.json"
    script = paths.TESTS / "bench" / "scale.py"
    with database.fresh("scaletest") as name:
        odoo_cli.run_script(
            name, script, PEOPLE, COUNTIES, out, PART, KILL_EACH, log="pytest-scale"
        )
    return json.loads(out.read_text(encoding="utf-8"))


def test_a_part_that_died_is_done_again(province):
    # that everybody is paid once is asserted inside
    assert province["jobs"]["done"] == COUNTIES * JOBS
    assert province["jobs"]["killed"] >= COUNTIES


def test_every_phase_of_every_county_is_measured(province):
    phases = [phase for part in scale_table.PARTS.values() for phase in part]

    assert {phase: len(province["phases"][phase]) for phase in phases} == dict.fromkeys(
        phases, COUNTIES
    )


def test_the_table_names_each_phase_with_its_memory(province):
    report = scale_table.lines(province, province)

    rows = {line.split()[0]: line.split() for line in report if line.strip()}
    assert float(rows["compute"][-4]) > 100  # MB
    assert rows["MONTH"][-1] == rows["PAY"][-1] == "1.00"
    assert sum("PASS" in line for line in report) == 3
