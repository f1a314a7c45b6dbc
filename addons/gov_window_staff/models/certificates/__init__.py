"""The ladder (五级), certificates and duties to hold them."""

from . import (
    gov_ladder,
    gov_ladder_version,
    gov_ladder_level,
    gov_ladder_subject,
    gov_ladder_condition,
    gov_certificate_duty,
    gov_certificate_duty_version,
    gov_deadline_extension,
    gov_deadline_warning,
    hr_employee_ladder,
    hr_employee_deadline,
    hr_job_enforcement,
    hr_employee_enforcement,
    gov_certificate_coverage,
    hr_department_certificate,
    gov_certificate,
    gov_certificate_flow,
    gov_certificate_entry,
    gov_certificate_own,
)
