"""People: dated facts, records, leave."""

from . import (
    gov_education,
    gov_skill_level,
    hr_contract_type,
    hr_version,
    hr_version_history,
    hr_employee,
    hr_employee_dated,
    hr_employee_bulk,
    hr_employee_identity,
    hr_employee_glance,
    gov_staff_record_kind,
    gov_staff_record,
    hr_employee_records,
    hr_employee_dossier,
    gov_leave_tier,
    hr_leave_type,
    res_partner_bank,
    res_users_identity,
    hr_employee_chief,
    hr_employee_public,
)
