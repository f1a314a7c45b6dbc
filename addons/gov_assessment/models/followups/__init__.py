"""What follows from a month (后续处理): notices, talks, supervision."""

from . import (
    gov_follow_mixin,
    gov_due_mixin,
    gov_person_paper_mixin,
    gov_follow_letter,
    gov_criticism_notice,
    gov_criticism_notice_text,
    gov_self_examination,
    gov_self_examination_flow,
    gov_interview,
    gov_interview_flow,
    gov_interview_participant,
    gov_supervision,
    gov_supervision_step,
    gov_merit_entry,
    gov_appraisal_round_notice,
    gov_appraisal_notice,
    gov_appraisal_payer,
    hr_department_duty,
    hr_employee_follow,
    ir_attachment_follow,
)
