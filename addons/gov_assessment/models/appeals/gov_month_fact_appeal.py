"""Who had a part in a fact: they are barred from an appeal against it."""

from odoo import models


class GovMonthFactMixin(models.AbstractModel):
    """Fact with the users who worked on it."""

    _inherit = "gov.month.fact.mixin"

    def _gov_handled_by(self):
        """Users who recorded these facts, or had another part in them."""
        return self.create_uid
