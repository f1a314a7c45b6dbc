"""Leaving: replacement orders, grounds of dismissal, legal checks."""

from . import (
    gov_legal_check,
    gov_movement_legal,
    gov_movement_ground,
    gov_staff_movement_return,
    gov_staff_movement_dismiss,
    hr_employee_grounds,
)
