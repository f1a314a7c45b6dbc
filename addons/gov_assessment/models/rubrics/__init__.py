"""Rubrics (考核细则): dated texts with their categories, items and grades."""

from . import (
    gov_rubric_level_mixin,
    gov_rubric,
    gov_rubric_version,
    gov_rubric_category,
    gov_rubric_item,
    gov_rubric_grade,
    gov_rubric_pool,
    gov_rubric_post,
    gov_rubric_penalty,
    gov_rubric_version_rules,
    gov_rubric_version_period,
)
