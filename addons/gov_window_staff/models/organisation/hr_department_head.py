"""The head of a site (负责人): registered once, then by appointment only (O8)."""

from odoo import api, fields, models

from ...exceptions import DocumentLocked
from ..base.gov_protected_mixin import UNLOCK

GUARDED = ("manager_id", "gov_head_since")


class HrDepartment(models.Model):
    """Site whose head the county office has to be asked about beforehand."""

    _inherit = "hr.department"

    gov_head_since = fields.Date(string="Head Since", tracking=True, copy=False)
    gov_head_fixed = fields.Boolean(
        string="Head Registered", compute="_compute_gov_head_fixed"
    )

    @api.depends("gov_level", "manager_id")
    def _compute_gov_head_fixed(self):
        for site in self:
            # as recorded: a head who is being chosen on the screen is not yet fixed
            saved = site._origin
            site.gov_head_fixed = bool(saved.gov_level and saved.manager_id)

    def write(self, vals):
        if self.env.context.get("gov_unlock") is not UNLOCK:
            self._check_gov_head(vals)
        return super().write(vals)

    def _check_gov_head(self, vals):
        """Refuse another head, and the way round it over the level."""
        for site in self.filtered("gov_level"):
            changed = any(site._gov_head_differs(name, vals) for name in GUARDED)
            leaves_tree = "gov_level" in vals and not vals["gov_level"]
            if changed or (leaves_tree and site.manager_id):
                raise DocumentLocked(
                    self.env._(
                        "The head of “%(site)s” is registered. File a head "
                        "appointment under Movements: once it is approved, the head "
                        "changes on the effective date.",
                        site=site.name,
                    )
                )

    def _gov_head_differs(self, name, vals):
        """Whether a recorded value of a guarded field would become another one."""
        if name not in vals or not self[name]:
            return False
        new = self._fields[name].convert_to_cache(vals[name], self)
        return new != self._fields[name].convert_to_cache(self[name], self)

    def _gov_appoint_head(self, employee, day=None):
        """Make a person the head; for an approved appointment, which has checked it.

        :param employee: hr.employee, empty when the post falls vacant
        :param day: first day in office, today by default
        """
        day = day or fields.Date.context_today(self)
        self.with_context(gov_unlock=UNLOCK).write(
            {"manager_id": employee.id, "gov_head_since": day if employee else False}
        )
