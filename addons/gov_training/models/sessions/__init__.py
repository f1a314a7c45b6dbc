"""Sessions, their dates and lists, from draft to closed."""

from . import (
    gov_training_design_mixin,
    gov_training_session,
    gov_training_session_date,
    gov_training_session_dates,
    gov_training_session_flow,
    gov_training_session_people,
    gov_training_session_resources,
    gov_training_session_waiting,
    gov_training_session_calendar,
    gov_training_session_completion,
    gov_training_session_feedback,
    gov_training_session_pause,
    gov_training_pause,
    gov_training_incident,
    gov_training_attendance,
    gov_training_enrollment,
    gov_training_enrollment_attendance,
    gov_training_enrollment_calendar,
    gov_training_enrollment_feedback,
    gov_training_enrollment_waiting,
)
