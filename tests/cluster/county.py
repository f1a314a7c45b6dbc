"""A county's office that settles and pays a month through the cluster's web address."""

import psycopg2
from govhr import office
from govhr.cluster.processes import wait_until

from tests.cluster import jobs
from tests.cluster.browser import Browser

ROUND, RUN = "gov.appraisal.round", "hr.payslip.run"
PATIENCE = 300  # seconds for a step in the background


class County:
    """Presses the buttons in their order and waits for what works in the background.

    :param cluster: a started govhr.cluster.Cluster
    """

    def __init__(self, cluster):
        self.cluster = cluster
        self.users = {login: Browser(cluster, login) for login in office.ROLES}
        [(self.county,)] = cluster.query(
            "SELECT id FROM hr_department WHERE gov_level = 'county'"
        )

    # --- the month

    def settle(self, first_day):
        """The month from its opening to its lock; its id."""
        hr = self.users["hr"]
        vals = {"county_id": self.county, "date_from": str(first_day)}
        [batch] = hr.call(ROUND, "create", [vals])
        for button, state in (
            ("action_open", "open"),
            ("action_score", "scored"),
            ("action_grade", "graded"),
        ):
            hr.press(ROUND, batch, button)
            self._wait_for_month(batch, state)
        self._decide(batch)
        return batch

    def _decide(self, batch):
        hr, leader = self.users["hr"], self.users["leader"]
        hr.press(ROUND, batch, "action_publish")
        window = {
            "round_id": batch,
            "decision": "end_publicity",
            "comment": "已按纸质材料公示",
        }
        [decision] = leader.call("gov.appraisal.decision", "create", [window])
        leader.press("gov.appraisal.decision", decision, "action_decide")
        hr.press(ROUND, batch, "action_submit")
        for login in ("checker", "leader"):
            self.users[login].press(ROUND, batch, "action_confirm")
        hr.press(ROUND, batch, "action_lock")

    def _wait_for_month(self, batch, state):
        self._wait(
            "SELECT state = %s FROM gov_appraisal_round WHERE id = %s",
            state, batch, what=f"the month is {state}",
        )  # fmt: skip

    # --- pay

    def pay(self, first_day):
        """The pay run from its creation to its lock; its id."""
        hr = self.users["hr"]
        vals = {"gov_county_id": self.county, "date_start": str(first_day)}
        [run] = hr.call(RUN, "create", [vals])
        hr.press(RUN, run, "action_gov_compute")
        self._wait(
            "SELECT state = %s FROM hr_payslip_run WHERE id = %s",
            "computed", run, what="the pay run is computed",
        )  # fmt: skip
        hr.press(RUN, run, "action_gov_submit")
        self.users["finance"].press(RUN, run, "action_gov_check_changes")
        for login in ("checker", "finance", "leader"):
            self.users[login].press(RUN, run, "action_gov_approve")
        hr.press(RUN, run, "action_gov_lock")
        return run

    # --- wait

    def _wait(self, statement, *parameters, what):
        wait_until(
            lambda: self._is_so(statement, *parameters), what, PATIENCE, pause=0.5
        )

    def _is_so(self, statement, *parameters):
        """Ask, and wake the job runner: it looks for dead jobs once a minute else."""
        try:
            self.cluster.query("NOTIFY queue_job, 'look'")
            failed = jobs.failed(self.cluster)
            [(answer,)] = self.cluster.query(statement, *parameters)
        except psycopg2.OperationalError:
            return False  # PostgreSQL is being restarted
        assert not failed, failed
        return answer
