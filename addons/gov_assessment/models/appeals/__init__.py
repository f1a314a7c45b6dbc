"""What happens after a month was published: appeals and corrections (申诉、更正)."""

from . import (
    gov_appraisal_correction,
    gov_appraisal_correction_flow,
    gov_appraisal_correction_steps,
    gov_appraisal_correction_line,
    gov_appraisal_correction_to_do,
    gov_appraisal_correction_reminder,
    gov_appraisal,
    gov_appraisal_round,
    gov_appeal,
    gov_appeal_line,
    gov_appeal_submit,
    gov_appeal_flow,
    gov_appeal_reminder,
    gov_appraisal_appeal,
    gov_appraisal_line,
    gov_month_fact_appeal,
    gov_assessment_event_appeal,
    gov_assessment_event_late,
)
