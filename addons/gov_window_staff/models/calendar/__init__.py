"""The working-day calendar (工作日历)."""

from . import (
    gov_calendar_year,
    gov_calendar_day,
    gov_calendar_year_leaves,
    resource_calendar_leaves,
)
