"""The dispatching unit answers a supervision item that names it (责任单位反馈)."""

from odoo import models

LIAISON = "gov_window_staff.group_liaison"


class GovSupervision(models.Model):
    """Item that the liaison of the responsible unit reports back."""

    _inherit = "gov.supervision"

    def _report(self, text):
        """The site, or the liaison of the unit, says what was done."""
        if not self._is_for_own_unit():
            return super()._report(text)
        # sudo: the liaison writes nothing but this answer; `env.uid` stays his
        return super(GovSupervision, self.sudo())._report(text)

    def _is_for_own_unit(self):
        """Whether the user is liaison of the unit of every item, and no officer."""
        user = self.env.user
        if not user.has_group(LIAISON) or self.has_access("write"):
            return False
        self.check_access("read")
        return (
            bool(self)
            and self.unit_id <= user.gov_unit_ids
            and all(item.unit_id for item in self)
        )
