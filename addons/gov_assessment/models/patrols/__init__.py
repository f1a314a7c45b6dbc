"""Patrols of the halls (大厅巡查): plan, rounds of a day, findings."""

from . import (
    gov_patrol_policy,
    gov_patrol_policy_version,
    gov_patrol_measure,
    gov_violation_class,
    gov_service_rule,
    hr_department_patrol,
    gov_patrol_day,
    gov_patrol,
    gov_patrol_finding,
    gov_patrol_finding_flow,
    gov_assessment_event_patrol,
)
