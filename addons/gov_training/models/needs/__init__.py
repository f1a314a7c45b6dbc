"""The needs menu (菜单式)."""

from . import (
    hr_employee_need,
    gov_training_topic_need,
    gov_training_need,
    gov_training_need_facts,
    gov_training_need_flow,
    gov_training_need_own,
    gov_training_session_needs,
    gov_training_enrollment_need,
)
