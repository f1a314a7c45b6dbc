"""Entry: vetting, newcomers, probation."""

from . import (
    gov_vetting_aspect,
    gov_staff_vetting,
    gov_staff_vetting_line,
    gov_newcomer_item,
    gov_newcomer_line,
    gov_movement_kind_entry,
    gov_staff_movement_entry,
    gov_staff_movement_former,
    gov_staff_movement_newcomer,
    hr_employee_probation,
)
