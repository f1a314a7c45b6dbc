"""Induction before post start (D36)."""

from . import (
    gov_induction_policy,
    gov_induction_policy_version,
    gov_exam_induction,
    gov_newcomer_line,
    gov_staff_movement_induction,
    hr_employee_induction,
)
