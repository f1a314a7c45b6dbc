"""One record for many people: uniforms issued, a check-up, the 三八 activity."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovStaffRecordAdd(models.TransientModel):
    """The same record for each selected person."""

    _name = "gov.staff.record.add"
    _description = "Record for Several People"

    employee_ids = fields.Many2many("hr.employee", string="People", required=True)
    kind_id = fields.Many2one("gov.staff.record.kind", required=True)
    date = fields.Date(required=True, default=fields.Date.context_today)
    summary = fields.Char(required=True)
    note = fields.Text(string="Details")

    @api.model
    def default_get(self, fields):
        values = super().default_get(fields)
        if self.env.context.get("active_model") == "hr.employee":
            people = self.env.context.get("active_ids", [])
            values["employee_ids"] = [(6, 0, people)]
        return values

    def action_add(self):
        """Create the records and show them."""
        self.ensure_one()
        if not self.employee_ids:
            raise UserError(self.env._("Select the people first."))
        records = self.env["gov.staff.record"].create(
            [
                {
                    "employee_id": person.id,
                    "kind_id": self.kind_id.id,
                    "date": self.date,
                    "summary": self.summary,
                    "note": self.note,
                }
                for person in self.employee_ids
            ]
        )
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.staff.record",
            "view_mode": "list,form",
            "domain": [("id", "in", records.ids)],
            "name": self.env._("Recorded"),
        }
