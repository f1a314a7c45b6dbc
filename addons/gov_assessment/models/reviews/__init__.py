"""Citizen reviews (好差评)."""

from . import (
    gov_review_policy,
    gov_review_policy_version,
    gov_review_indicator,
    gov_citizen_mixin,
    gov_service_review,
    gov_service_review_loop,
    gov_service_review_guard,
    gov_service_review_flow,
    gov_service_review_receive,
    gov_service_review_reminder,
    gov_service_review_month,
    gov_service_volume,
    gov_review_rate,
    gov_opinion,
    gov_visitor_note,
    hr_employee_service,
)
