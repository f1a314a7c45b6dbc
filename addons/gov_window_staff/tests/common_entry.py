"""Builders for recruitment, entry and leaving; mix into a WindowStaffCommon case."""

from datetime import date

from freezegun import freeze_time

from ..rules.recruitment import STEPS

TODAY = date(2026, 3, 9)  # a Monday


class EntryMixin:
    """A window post announced on 2026-03-02, and applicants who have come so far."""

    @classmethod
    def new_job(cls, announced=date(2026, 3, 2), **vals):
        """A window post that recruits; announced unless told otherwise."""
        return cls.env["hr.job"].create(
            {
                "name": f"综合窗口办事员{next(cls.numbers)}",
                "gov_is_window_post": True,
                "gov_announced_on": announced,
                "department_id": cls.county.id,
                **vals,
            }
        )

    @classmethod
    def new_applicant(cls, job, name="赵六", until=None, **vals):
        """An applicant who has passed every step before `until`.

        :param until: the step that is due; None: the first that is
        """
        applicant = cls.env["hr.applicant"].create(
            {"partner_name": name, "job_id": job.id, **vals}
        )
        while until and applicant._gov_current_step().step != until:
            cls.pass_step(applicant)
        return applicant

    @classmethod
    def pass_step(cls, applicant, day=TODAY, score=None):
        """Pass the step that is due; a scored one with 80 points."""
        step = applicant._gov_current_step()
        if score is None and step.step in ("written", "interview"):
            score = 80
        with freeze_time(TODAY):
            step._decide("pass", day, score)

    @classmethod
    def new_notice(cls, *applicants, **vals):
        """A draft notice that lists applicants."""
        return cls.env["gov.public.notice"].create(
            {
                "name": "拟录用人员公示",
                "department_id": cls.county.id,
                "applicant_ids": [a.id for a in applicants],
                **vals,
            }
        )

    def assert_at(self, applicant, step):
        """The stage is the one of this step, and earlier steps are passed."""
        self.assertEqual(applicant.stage_id.gov_step, step)
        passed = {s.step for s in applicant.gov_step_ids if s.result == "pass"}
        self.assertEqual(passed, set(STEPS[: STEPS.index(step)]))
