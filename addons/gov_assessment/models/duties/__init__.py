"""Service outside office hours (延时、错时、节假日服务)."""

from . import (
    gov_duty_kind,
    gov_extra_duty,
    gov_extra_duty_flow,
    hr_employee_duty,
)
