"""Yearly plans and series."""

from . import (
    gov_training_plan,
    gov_training_plan_line,
    gov_training_session_plan,
    gov_training_series,
    gov_training_series_sessions,
    gov_training_session_series,
)
