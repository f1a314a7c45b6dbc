"""What assessment knows of a person."""

from . import (
    hr_employee,
    hr_employee_absence,
)
