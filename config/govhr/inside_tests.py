"""Odoo's own test runner, with each result written down as well.

``python -m govhr.inside_tests ODOO_OPTION...``: Odoo only logs a sum, in which a
subtest or an error in setUpClass cannot be told from a test.
"""

import sys
import time

from govhr import results


class Recorder:
    """Collects what happens between the start and the stop of a test."""

    def __init__(self):
        self.test = None

    def start(self, test):
        self.test, self.began = test.id(), time.monotonic()
        self.outcome, self.reason = results.PASSED, ""

    def note(self, outcome, test, reason):
        """A failure or a skip; outside of a test it is one of a class's set-up."""
        if self.test is None:
            results.write(results.Result(str(test), outcome, 0.0, reason))
        elif self.outcome != results.FAILED:
            self.outcome, self.reason = outcome, reason

    def stop(self):
        seconds = round(time.monotonic() - self.began, 3)
        results.write(results.Result(self.test, self.outcome, seconds, self.reason))
        self.test = None


def listen(result_class, recorder):
    """Wrap the methods of Odoo's result class; what they do stays as it is."""

    def wrap(name, before=None, after=None):
        original = getattr(result_class, name)

        def wrapped(self, *arguments):
            if before:
                before(*arguments)
            value = original(self, *arguments)
            if after:
                after()
            return value

        setattr(result_class, name, wrapped)

    def failed(test, error):
        recorder.note(results.FAILED, test, f"{error[0].__name__}: {error[1]}")

    wrap("startTest", before=recorder.start)
    wrap("addFailure", before=failed)
    wrap("addError", before=failed)
    wrap("addSkip", before=lambda test, why: recorder.note(results.SKIPPED, test, why))
    wrap("stopTest", after=recorder.stop)


def main():
    import odoo.cli
    from odoo.tests.result import OdooTestResult

    listen(OdooTestResult, Recorder())
    sys.argv[0] = "odoo"
    odoo.cli.main()


if __name__ == "__main__":
    main()
