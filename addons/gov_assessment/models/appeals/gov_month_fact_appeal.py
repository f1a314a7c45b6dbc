"""Who had a part in a fact: they are barred from an appeal against it."""

from odoo import models

# users who had a part in a fact, as far as the model keeps them
PARTS = ("create_uid", "verified_by_id", "confirmed_by_id", "verifier_id", "owner_id")


class GovMonthFactMixin(models.AbstractModel):
    """Fact with the users who recorded and verified it."""

    _inherit = "gov.month.fact.mixin"

    def _gov_handled_by(self):
        """Users who recorded, verified or confirmed these facts."""
        users = self.env["res.users"]
        for name in PARTS:
            if name in self._fields:
                users |= self[name]
        return users
