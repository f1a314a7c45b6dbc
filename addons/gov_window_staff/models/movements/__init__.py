"""Movements of staff (人员变动) and their approval."""

from . import (
    gov_movement_kind,
    gov_movement_reason,
    tier_validation,
    tier_review,
    gov_staff_movement,
    gov_staff_movement_guard,
    gov_staff_movement_reviewers,
    gov_staff_movement_tiers,
    gov_staff_movement_check,
    gov_staff_movement_check_kind,
    gov_staff_movement_flow,
    gov_staff_movement_apply,
    gov_staff_movement_after,
    gov_staff_movement_filing,
    gov_staff_movement_step,
    gov_staff_movement_form,
    tier_definition,
    hr_employee_movement,
    hr_department_movement,
    gov_staff_movement_own,
)
