"""What makes a person fit to be a chief representative (首席代表): the licence."""

from odoo import fields, models

from ...rules.units import Chief
from .hr_version import OFFICER


class HrEmployee(models.Model):
    """Employee as holder of an administrative enforcement licence (执法资格证)."""

    _inherit = "hr.employee"

    gov_enforcement_no = fields.Char(
        string="Enforcement Licence No.", groups=OFFICER, tracking=True, copy=False
    )
    gov_enforcement_expiry = fields.Date(
        string="Enforcement Licence Until",
        groups=OFFICER,
        tracking=True,
        copy=False,
        help="Last day of validity; empty: without end.",
    )

    def _gov_chief(self, unit, today):
        """The person as `rules.units.Chief` of a unit."""
        self.ensure_one()
        left = self.gov_leave_date
        return Chief(
            in_service=self.active and not (left and left < today),
            of_unit=self.gov_dispatch_unit_id == unit,
            formal=self.contract_type_id.gov_is_formal,
            licence=bool(self.gov_enforcement_no),
            licence_expiry=self.gov_enforcement_expiry or None,
        )
