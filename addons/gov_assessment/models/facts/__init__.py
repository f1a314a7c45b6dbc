"""What happened: assessment records and investigation cases."""

from . import (
    gov_assessment_event,
    gov_assessment_event_check,
    gov_assessment_event_flow,
    gov_assessment_event_after,
    gov_assessment_event_training,
    gov_case,
)
