"""Builders for recruitment, entry and leaving; mix into a WindowStaffCommon case."""

from datetime import date

from freezegun import freeze_time

from ..rules.recruitment import STEPS
from .common import HR_OFFICER, LEADER, SITE_OFFICER, identity_number

LIAISON = "gov_window_staff.group_liaison"

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


class LeavingMixin(EntryMixin):
    """Movements with people who decide on them: officer, leader, unit and liaison."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.unit = cls.new_unit("县医保局")
        cls.officer = cls.new_user("officer", HR_OFFICER, tz="Asia/Shanghai")
        cls.leader = cls.new_user("leader", LEADER)
        cls.liaison = cls.new_user("liaison", LIAISON)
        cls.liaison.gov_unit_ids = cls.unit
        cls.site_officer = cls.new_user("site", SITE_OFFICER, sites=cls.town)
        cls.staffing = cls.env.ref("gov_window_staff.contract_type_off_quota")

    @classmethod
    def new_movement(cls, kind, person=None, user=None, day=TODAY, **vals):
        """A draft by the officer, effective today unless told otherwise."""
        movements = cls.env["gov.staff.movement"].with_user(user or cls.officer)
        return movements.create(
            {
                "kind": kind,
                "employee_id": person and person.id,
                "effective_date": day,
                **vals,
            }
        )

    @classmethod
    def new_entry(cls, serial=11, vetted=True, **vals):
        """A draft entry to the town from the unit, vetted unless told otherwise."""
        movement = cls.new_movement(
            "entry",
            **{
                "candidate_name": "周新",
                "candidate_identification_masked": identity_number(serial),
                "to_department_id": cls.town.id,
                "unit_id": cls.unit.id,
                "to_contract_type_id": cls.staffing.id,
                **vals,
            },
        )
        if vetted:
            cls.vet(movement)
        return movement

    @classmethod
    def vet(cls, movement, conclusion="accept", reason=None):
        """A vetting with a finding on each aspect, concluded."""
        officer = movement.with_user(cls.officer)
        officer.action_request_vetting()
        vetting = officer.vetting_ids
        vetting.line_ids.write({"finding": "good", "comment": "好"})
        vetting.write({"conclusion": conclusion, "reason": reason})
        vetting.action_conclude()
        return vetting

    @classmethod
    def approve(cls, movement):
        """Submit a draft and agree at every step."""
        if movement.state == "draft":
            movement.action_submit()
        while movement.state == "submitted":
            reviews = movement.sudo().review_ids
            review = reviews.filtered(lambda r: r.status == "pending")
            # nobody decides twice
            reviewers = review.reviewer_ids - reviews.done_by
            movement.with_user(reviewers[0])._decide(True, "同意")
        return movement
