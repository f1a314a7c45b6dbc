"""Policy documents (政策文件) and their dated versions."""

from . import (
    gov_policy_version_mixin,
    gov_policy_row_mixin,
    gov_policy_mixin,
    gov_policy_county_mixin,
)
