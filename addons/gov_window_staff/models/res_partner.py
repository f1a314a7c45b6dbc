"""Dispatching units (派驻单位): the departments and agencies that send staff."""

from odoo import fields, models


class ResPartner(models.Model):
    """Partner as a dispatching unit."""

    _inherit = "res.partner"

    is_gov_unit = fields.Boolean(string="Dispatching Unit", index="btree_not_null")
    gov_staff_count = fields.Integer(
        string="Dispatched Staff",
        compute="_compute_gov_staff_count",
        groups="gov_window_staff.group_hr_officer",
    )

    def _compute_gov_staff_count(self):
        counts = dict(
            self.env["hr.employee"]._read_group(
                [("gov_dispatch_unit_id", "in", self.ids)],
                ["gov_dispatch_unit_id"],
                ["__count"],
            )
        )
        for unit in self:
            unit.gov_staff_count = counts.get(unit, 0)

    def action_open_gov_staff(self):
        """People that this unit has dispatched."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee",
            "view_mode": "kanban,list,form",
            "domain": [("gov_dispatch_unit_id", "in", self.ids)],
            "name": self.env._("Dispatched Staff"),
        }
