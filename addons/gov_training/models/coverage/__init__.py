"""Quarterly coverage, training bases (链式), yearly count, training sheet."""

from . import (
    gov_training_duty,
    gov_training_duty_version,
    gov_training_kind_coverage,
    gov_training_coverage,
    gov_training_site_coverage,
    gov_training_alert,
    gov_training_session_makeup,
    gov_training_base,
    gov_training_session_base,
    gov_training_category,
    gov_training_session_category,
    hr_employee_training_sheet,
)
