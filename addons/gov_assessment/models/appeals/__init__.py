"""What happens after a month was published: appeals and corrections (申诉、更正)."""

from . import (
    gov_appraisal_correction,
    gov_appraisal_correction_flow,
    gov_appraisal_correction_line,
    gov_service_review_correction,
    gov_appraisal,
    gov_appraisal_round,
)
