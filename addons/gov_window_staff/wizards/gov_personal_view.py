"""查看原值: one raw value, with a reason, on record."""

from odoo import fields, models

from ..models.base.gov_disclosure import KINDS


class GovPersonalView(models.TransientModel):
    """Question before a raw value is shown; the value itself is stored nowhere."""

    _name = "gov.personal.view"
    _description = "Show Full Value"

    employee_id = fields.Many2one(
        "hr.employee", string="Person", required=True, readonly=True
    )
    kind = fields.Selection(
        KINDS, string="Value", required=True, default="identification"
    )
    reason = fields.Char(required=True)

    def action_show(self):
        """Show the value in a message that is gone when it is closed."""
        self.ensure_one()
        value = self.employee_id._gov_disclose(self.kind, self.reason)
        words = dict(self._fields["kind"]._description_selection(self.env))
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "title": f"{self.employee_id.name} · {words[self.kind]}",
                "message": value or self.env._("Nothing is recorded."),
                "type": "info",
                "sticky": True,
                "next": {"type": "ir.actions.act_window_close"},
            },
        }
