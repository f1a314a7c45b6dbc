"""The allowance table (补贴标准)."""

from . import (
    gov_allowance_table,
    gov_allowance_table_version,
    gov_allowance_rate,
    gov_allowance_eligibility,
)
