"""A leader's step of the assessment is not the officers' to change either."""

from odoo import models


class TierDefinition(models.Model):
    """The guard of gov_window_staff knows the steps of results as well."""

    _inherit = "tier.definition"

    def _is_leaders_to_change(self):
        return super()._is_leaders_to_change() or self.gov_month_role == "leader"
