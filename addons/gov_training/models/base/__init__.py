"""What every part uses, and Odoo's own models."""

from . import (
    gov_training_guard_mixin,
    gov_training_sign_trace,
    calendar_event,
    gov_calendar_day,
    hr_department,
    hr_employee,
    hr_resume_line,
    res_partner,
)
