"""The quarter's stars (季评星) and the year (年度考核), settled from the months."""

from . import (
    gov_settlement_mixin,
    gov_settlement_steps,
    gov_appraisal_year,
    gov_rubric_completing_mixin,
    gov_rubric_annual_grade,
    gov_rubric_star,
    gov_rubric_year_part,
    gov_rubric_version_year,
    gov_annual_round,
    gov_annual_round_counts,
    gov_annual_appraisal,
    gov_annual_appraisal_decision,
    gov_annual_appraisal_mark,
    gov_annual_round_answer,
    gov_annual_appraisal_answer,
    gov_star_round,
    gov_star_result,
    hr_employee_year,
    res_partner_year,
)
