"""Patrols of the halls (大厅巡查): plan, rounds of a day, findings."""

from . import (
    gov_patrol_policy,
    gov_patrol_policy_version,
)
