"""The month (月度考核): its round, its results, its settlement."""

from . import (
    gov_appraisal_round,
    gov_appraisal_chunk,
    gov_appraisal_round_work,
    gov_appraisal_round_counts,
    gov_appraisal_round_publicity,
    gov_appraisal_round_review,
    gov_appraisal_round_late,
    gov_appraisal_round_quota,
    gov_appraisal_round_period,
    gov_appraisal,
    gov_appraisal_confirm,
    gov_appraisal_grade,
    gov_appraisal_line,
    gov_appraisal_line_share,
    gov_appraisal_ruling,
    gov_appraisal_comment,
    gov_appraisal_site_report,
    gov_appraisal_round_waiting,
    tier_definition,
    tier_definition_guard,
)
