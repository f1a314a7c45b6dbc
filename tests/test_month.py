"""A month from workbooks to workbooks, against the independent oracle."""

import json

import pytest
from govhr import database, month, paths

from tests.oracle import counties
from tests.oracle.compare import differences

SETTLE = paths.TESTS / "product" / "settle_folders.py"
SAMPLE = paths.CONFIG / "sample_county"
SEEDS = range(5)


@pytest.fixture(scope="module")
def random_months(tmp_path_factory):
    """{seed: (input, period, output)} of random counties, settled by the product."""
    from govhr import odoo_cli

    jobs = {}
    for seed in SEEDS:
        folder = tmp_path_factory.mktemp(f"county{seed}")
        (folder / "in").mkdir()
        (folder / "out").mkdir()
        period = counties.make(folder / "in", seed=seed, people=40)
        jobs[seed] = (str(folder / "in"), period, str(folder / "out"))
    with database.fresh("months") as name:
        odoo_cli.run_script(name, SETTLE, json.dumps(list(jobs.values())))
    return jobs


@pytest.mark.parametrize("seed", SEEDS)
def test_random_county_equals_the_oracle(random_months, seed):
    folder, period, out = random_months[seed]

    assert differences(folder, period, out) == []


def test_make_month_settles_the_sample_county_as_the_oracle_does(tmp_path):
    status = month.main(["--out", str(tmp_path)])

    assert status == 0
    assert differences(SAMPLE, "2026-10", tmp_path) == []


def test_make_month_twice_gives_the_same_bytes(tmp_path):
    results = []
    for run in ("first", "second"):
        assert month.main(["--out", str(tmp_path / run)]) == 0
        results.append([(tmp_path / run / name).read_bytes() for name in month.RESULTS])

    assert results[0] == results[1]


def test_a_month_before_the_documents_is_refused_by_name(tmp_path, capfd):
    (tmp_path / "月度考核.xlsx").write_text("of an earlier run", encoding="utf-8")

    status = month.main(["--period", "2024-12", "--out", str(tmp_path)])

    assert status != 0
    message = capfd.readouterr().err
    assert "涟水县政务服务窗口工作人员考核细则" in message
    assert "2024-12-01" in message
    assert list(tmp_path.iterdir()) == []
