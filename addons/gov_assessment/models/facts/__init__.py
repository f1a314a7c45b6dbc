"""What happened: assessment records and investigation cases."""

from . import (
    gov_assessment_event,
    gov_case,
)
