"""What assessment tells to training: triggers, needs, months beside a mentorship."""

from . import (
    gov_training_trigger,
    gov_training_need,
    hr_employee_learning,
)
