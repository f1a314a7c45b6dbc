"""Accounts: passwords, lockout, second factor, idle time, and who saw what."""

from . import (
    gov_access_policy,
    gov_access_event,
    gov_upload_type,
    gov_access_event_key,
    gov_access_event_text,
    gov_access_policy_accounts,
    gov_password_old,
    res_users_lockout,
    res_users_key,
    res_users_accounts,
    res_users_password,
    res_users_second_factor,
    ir_http,
    hr_employee_refused,
    gov_audit_entry,
    gov_audit_entry_text,
)
