"""What fails a run beside a failed test: skips, silence, complaints, crashes."""

import pytest
from govhr import paths, results, testing
from govhr.plan import Job
from govhr.results import FAILED, PASSED, SKIPPED, Result

HEAD = "2026-10-31 08:00:00,123 1"
ID = "odoo.addons.gov_x.tests.test_x.TestX.test_a"


@pytest.fixture
def job(tmp_path, monkeypatch):
    """A finished Odoo job: ``job(results, log lines, status, tags)``."""
    monkeypatch.setattr(paths, "LOGS", tmp_path / "var")
    monkeypatch.setattr(paths, "CHECKOUT", tmp_path)
    count = iter(range(9))

    def build(found=(), log="", status=0, tags="", addons=("gov_x",)):
        made = Job(f"odoo-{next(count)}", [], addons, tags, status=status)
        made.log.write_text(log)
        monkeypatch.setenv(results.VARIABLE, str(made.results_file))
        for result in found:
            results.write(result)
        testing.judge(made)
        return made

    return build


def test_a_clean_run_has_no_problem(job):
    assert job([Result(ID, PASSED)], f"{HEAD} INFO db odoo.x: fine\n").problems == []


def test_a_skipped_test_is_a_problem(job):
    (problem,) = job([Result(ID, SKIPPED, 0.0, "no chromium")]).problems

    assert "no chromium" in problem


def test_a_warning_in_the_log_is_a_problem_even_when_all_pass(job):
    (problem,) = job(
        [Result(ID, PASSED)], f"{HEAD} WARNING db odoo.x: hm\n" * 2
    ).problems

    assert problem.endswith("(2 times): WARNING odoo.x: hm")


def test_the_report_of_a_failed_test_is_not_counted_a_second_time(job):
    log = f"{HEAD} ERROR db odoo.addons.gov_x.tests.test_x: FAIL: TestX.test_a\n"

    assert job([Result(ID, FAILED)], log, status=1).problems == []


def test_a_report_of_a_failure_without_a_failed_test_is_a_problem(job):
    log = f"{HEAD} ERROR db odoo.tests.result: 1 failed, 0 error(s) of 1 tests\n"

    assert len(job([Result(ID, PASSED)], log, status=1).problems) == 1


def test_an_addon_whose_tests_nobody_imports_is_a_problem(job):
    (problem,) = job([Result(ID, PASSED)], addons=("gov_x", "gov_y")).problems

    assert "gov_y" in problem


def test_tags_that_match_nothing_are_a_problem(job):
    (problem,) = job([], tags=":TestNone").problems

    assert ":TestNone" in problem


def test_with_tags_an_addon_may_stay_silent(job):
    made = job([Result(ID, PASSED)], tags=":TestX", addons=("gov_x", "gov_y"))

    assert made.problems == []


def test_a_crash_after_the_last_test_is_a_problem(job):
    (problem,) = job([Result(ID, PASSED)], status=-9).problems

    assert "status -9" in problem


@pytest.mark.parametrize(
    ("outcomes", "last_line", "status"),
    [
        ([PASSED, PASSED], "2 passed, 0 failed", 0),
        ([PASSED, FAILED], "1 passed, 1 failed", 1),
        ([PASSED, SKIPPED], "1 passed, 1 failed", 1),
        ([], "0 passed, 1 failed", 1),
    ],
)
def test_the_run_ends_with_the_sum(job, capsys, outcomes, last_line, status):
    made = job([Result(f"{ID}{n}", x) for n, x in enumerate(outcomes)], addons=())

    assert testing.report([made]) == status
    assert capsys.readouterr().out.splitlines()[-1] == last_line
