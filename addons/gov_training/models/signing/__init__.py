"""Signing in by the rotating code, and what staff do themselves."""

from . import (
    gov_training_sign_code,
    gov_training_session_sign,
    gov_training_session_portal,
    gov_training_enrollment_portal,
    hr_employee_hours,
)
