"""Who tried to see a full number and was refused (越权访问记录)."""

from odoo import models
from odoo.exceptions import AccessError


class HrEmployee(models.Model):
    """A refusal is rolled back with all it did; the log is written apart."""

    _inherit = "hr.employee"

    def _gov_disclose(self, kind, reason, way="view"):
        try:
            return super()._gov_disclose(kind, reason, way)
        except AccessError:
            # sudo: nobody has the right to write the log
            self.env["gov.access.event"].sudo()._note(
                self.env.user, "personal", "refused", kind, self.id
            )
            raise
