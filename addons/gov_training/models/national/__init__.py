"""Registration for the national level exam."""

from . import (
    gov_certification_exam,
    gov_certification_registration,
    gov_certification_check,
    gov_certification_list,
    gov_certification_own,
    gov_certification_result,
    hr_employee_ladder,
)
