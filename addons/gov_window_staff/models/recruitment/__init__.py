"""Recruitment in seven steps, until the public notice."""

from . import (
    gov_entry_policy,
    gov_entry_policy_version,
    gov_recruitment_step,
    hr_recruitment_stage,
    hr_job_entry,
    gov_public_notice,
    gov_public_notice_objection,
    hr_applicant,
    hr_applicant_recruitment,
)
