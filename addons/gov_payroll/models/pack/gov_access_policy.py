"""How long downloads of pay files stay on record, and finance's second factor."""

from odoo import api, models

from .gov_audit_entry import MONTHS


class GovAccessPolicy(models.Model):
    """The policy of accounts knows the logs of this addon too."""

    _inherit = "gov.access.policy"

    @api.model
    def _audit_tables(self):
        return {**super()._audit_tables(), "gov_pay_download": MONTHS}
