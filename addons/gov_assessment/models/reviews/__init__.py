"""Citizen reviews (好差评)."""

from . import (
    gov_service_review,
    gov_service_review_month,
)
