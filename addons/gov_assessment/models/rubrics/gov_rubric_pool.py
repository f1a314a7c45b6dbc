"""Group of sites that share a quota (名额分组)."""

from odoo import fields, models


class GovRubricPool(models.Model):
    """Sites with all below them; sites in no group are a group of their own."""

    _name = "gov.rubric.pool"
    _description = "Group of Sites with an Own Quota"
    _inherit = ["gov.policy.row.mixin"]
    _order = "version_id, sequence, id"

    version_id = fields.Many2one(
        "gov.rubric.version", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(required=True)
    department_ids = fields.Many2many(
        "hr.department", string="Sites", required=True, help="With all sites below."
    )

    def _has(self, site):
        """Whether a site or one above it is in this group."""
        self.ensure_one()
        above = {int(part) for part in (site.parent_path or "").split("/") if part}
        return bool(above & set(self.department_ids.ids))
