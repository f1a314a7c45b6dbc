"""A month that works in parts by jobs, and a stand-in for the job runner."""

from odoo.addons.queue_job.job import Job

from ..models.rounds.gov_appraisal_round_work import AT_ONCE, PART
from .common_rub import RuleSetCommon

RESULTS = ["staff_no", "total", "rank", "grade", "is_suspended", "reward_amount"]
LINE = ["appraisal_id", "date", "item_id", "points_total", "reason", "is_shared"]


class WorkCommon(RuleSetCommon):
    """Five people with facts, in parts of two; above two people jobs work."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        share = {"points": 10, "share_percent": 20, "share_target": "window"}
        cls.new_rule_set({"1": 100, "6": None}, {"1.1": share, "1.2": 4, "6.1": 3})
        cls.people = cls.new_people(5)
        # the colleague who loses with the first one is in another part
        cls.people[0].gov_window_id = cls.people[4].gov_window_id = cls.new_window()
        cls.new_event(cls.people[0], "1.1")
        cls.new_event(cls.people[1], "1.2", quantity=2)
        cls.new_event(cls.people[3], "6.1")
        cls.new_case(cls.people[2])
        for name in (AT_ONCE, PART):
            cls.env["ir.config_parameter"].set_param(name, "2")
        cls.batch = cls.env["gov.appraisal.round"].create(
            {"county_id": cls.county.id, "date_from": "2026-10-01"}
        )
        cls.month = cls.batch.with_user(cls.officer)

    def jobs(self, state="pending"):
        found = self.env["queue.job"].search(
            [("identity_key", "like", "gov_month"), ("state", "=", state)]
        )
        return found.sorted(lambda job: int(job.identity_key.split("-")[-1]))

    def work(self, number=99):
        """What the job runner does: perform what is due, one job after the other."""
        while number and self.jobs():
            job = Job.load(self.env, self.jobs()[0].uuid)
            try:
                with self.env.cr.savepoint():
                    job.perform()
                job.set_done()
            except RuntimeError as error:
                job.set_failed(exc_message=str(error))
            job.store()
            self.env.flush_all()
            if job.state == "done":
                job.enqueue_waiting()
            self.env.invalidate_all()
            number -= 1

    def settle(self, work):
        """The three long steps; ``work`` does what they leave to jobs."""
        for button in ("action_open", "action_score", "action_grade"):
            getattr(self.month, button)()
            work()

    def cells(self):
        """What the month says of everybody, without numbers of rows."""
        sheets = self.batch.appraisal_ids
        numbers = {sheet.id: sheet.staff_no for sheet in sheets}
        lines = sheets.line_ids.read(LINE, load=None)
        for line in lines:
            line["appraisal_id"] = numbers[line["appraisal_id"]]
            del line["id"]
        people = sheets.read(RESULTS, load=None)
        for person in people:
            del person["id"]
        return (
            sorted(map(repr, people)),
            sorted(map(repr, lines)),
            self.batch.read(["state", "headcount", "good_quota", "graded_by_id"]),
        )
