from . import (
    gov_training_guard_mixin,
    gov_training_topic,
    gov_training_kind,
    gov_training_form,
    gov_training_session,
    gov_training_session_flow,
    gov_training_enrollment,
    hr_employee,
)
