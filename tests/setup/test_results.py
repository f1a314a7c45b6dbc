"""N passed, N failed: real counts, a test with subtests is one test."""

import unittest

import pytest
from govhr import inside_tests, results
from govhr.results import FAILED, PASSED, SKIPPED, Result


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Returns a function that reads what was written during the test."""
    path = tmp_path / "results.jsonl"
    monkeypatch.setenv(results.VARIABLE, str(path))
    return lambda: results.read(path)


class FakeTest:
    def __init__(self, name):
        self.name = name

    def id(self):
        return f"odoo.addons.gov_x.tests.test_x.TestX.{self.name}"


class FakeOdooResult:
    """The five methods of Odoo's result class that the recorder listens to."""

    def startTest(self, test):
        pass

    def stopTest(self, test):
        pass

    def addFailure(self, test, error):
        pass

    def addError(self, test, error):
        pass

    def addSkip(self, test, reason):
        pass


@pytest.fixture
def odoo_result(written):
    recorded = type("Recorded", (FakeOdooResult,), {})
    inside_tests.listen(recorded, inside_tests.Recorder())
    return recorded()


def error(text="boom"):
    return (ValueError, ValueError(text), None)


def test_a_test_that_ends_without_a_word_has_passed(odoo_result, written):
    odoo_result.startTest(FakeTest("test_a"))
    odoo_result.stopTest(FakeTest("test_a"))

    assert [x.outcome for x in written()] == [PASSED]


def test_two_failing_subtests_are_one_failed_test(odoo_result, written):
    test = FakeTest("test_a")
    odoo_result.startTest(test)
    odoo_result.addFailure(FakeTest("subtest 1"), error("first"))
    odoo_result.addError(FakeTest("subtest 2"), error("second"))
    odoo_result.stopTest(test)

    (result,) = written()

    assert (result.test, result.outcome) == (test.id(), FAILED)
    assert result.reason == "ValueError: first"


def test_an_error_in_the_set_up_of_a_class_is_a_failure(odoo_result, written):
    odoo_result.addError("setUpClass (odoo.addons.gov_x.tests.test_x.TestX)", error())

    (result,) = written()

    assert result.outcome == FAILED
    assert results.addon_of(result.test) == "gov_x"


def test_a_skip_is_neither_passed_nor_failed(odoo_result, written):
    test = FakeTest("test_a")
    odoo_result.startTest(test)
    odoo_result.addSkip(test, "no browser")
    odoo_result.stopTest(test)

    assert results.count(written()) == (0, 0, 1)


def test_a_failure_in_tear_down_wins_over_a_pass(written):
    results.write(Result("a", PASSED))
    results.write(Result("a", FAILED, 0.0, "teardown"))
    results.write(Result("b", PASSED))

    assert results.count(written()) == (1, 1, 0)


def test_a_repeated_pass_counts_once(written):
    results.write(Result("a", PASSED))
    results.write(Result("a", PASSED))

    assert results.count(written()) == (1, 0, 0)


def test_no_file_means_no_results(tmp_path):
    assert results.read(tmp_path / "none.jsonl") == []


def test_real_unittest_calls_reach_the_recorder(written):
    """The order of calls is unittest's own, not only what the fake class assumes."""

    class Case(unittest.TestCase):
        def test_good(self):
            pass

        def test_bad(self):
            with self.subTest(1):
                self.fail("one")
            with self.subTest(2):
                self.fail("two")

        @unittest.skip("never")
        def test_skipped(self):
            pass

    class SubtestsAsFailures(unittest.TestResult):
        def addSubTest(self, test, subtest, err):  # as Odoo's class does
            if err:
                self.addFailure(subtest, err)

    recorded = type("Recorded", (SubtestsAsFailures,), {})
    inside_tests.listen(recorded, inside_tests.Recorder())
    unittest.defaultTestLoader.loadTestsFromTestCase(Case).run(recorded())

    assert results.count(written()) == (1, 1, 1)
    assert {x.outcome for x in written()} == {PASSED, FAILED, SKIPPED}
