"""Movements of a site, and the words before its filing numbers (备案字号)."""

from odoo import api, fields, models


class HrDepartment(models.Model):
    """Site with movements."""

    _inherit = "hr.department"

    gov_filing_prefix = fields.Char(
        string="Filing Prefix",
        help="Stands before the year of a filing number, such as 涟政务备; blank: the "
        "site code of the county centre.",
    )
    gov_movement_count = fields.Integer(
        string="Open Movements", compute="_compute_gov_movement_count"
    )

    @api.depends_context("uid")
    def _compute_gov_movement_count(self):
        movements = self.env["gov.staff.movement"]
        if not movements.has_access("read"):
            self.gov_movement_count = 0
            return
        open_ones = [("state", "in", ("submitted", "approved"))]
        counts = {}
        for field in ("department_id", "to_department_id"):
            groups = movements._read_group(
                [(field, "in", self.ids), *open_ones], [field], ["id:recordset"]
            )
            for site, found in groups:
                counts[site] = counts.get(site, movements) | found
        for site in self:
            site.gov_movement_count = len(counts.get(site, ()))

    def action_open_gov_movements(self):
        """Movements from, to and within this site and the sites below."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.staff.movement",
            "view_mode": "list,form",
            "domain": [
                "|",
                ("department_id", "child_of", self.ids),
                ("to_department_id", "child_of", self.ids),
            ],
            "name": self.env._("Movements"),
        }
