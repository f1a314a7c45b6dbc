"""Mentoring (师徒结对)."""

from . import (
    gov_mentoring_policy,
    gov_mentoring_policy_version,
    gov_mentorship,
    gov_mentorship_flow,
    gov_mentorship_goal,
    gov_mentorship_results,
    hr_employee_mentoring,
)
