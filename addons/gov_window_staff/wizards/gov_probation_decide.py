"""Results of several probations at once (转正, S23, S24)."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovProbationDecide(models.TransientModel):
    """Dialog: a line for each person; each becomes a draft movement."""

    _name = "gov.probation.decide"
    _description = "Result of Probations"

    employee_ids = fields.Many2many("hr.employee")
    line_ids = fields.One2many("gov.probation.decide.line", "wizard_id")

    @api.model
    def default_get(self, fields_list):
        values = super().default_get(fields_list)
        people = self.env["hr.employee"].browse(
            self.env.context.get("default_employee_ids", [])
        )
        people = people.filtered("trial_date_end")
        if not people:
            raise UserError(self.env._("None of these people is in probation."))
        values["line_ids"] = [
            fields.Command.create(
                {"employee_id": person.id, "trial_end": person.trial_date_end}
            )
            for person in people
        ]
        return values

    def action_apply(self):
        """Draft movements: regularisation, or not suitable and to be replaced."""
        self.ensure_one()
        for line in self.line_ids:
            if line.result == "replace" and not (line.reason or "").strip():
                raise UserError(
                    self.env._(
                        "Enter why %(name)s is not suitable.",
                        name=line.employee_id.name,
                    )
                )
        movements = self.env["gov.staff.movement"].create(
            [line._prepare_movement_vals() for line in self.line_ids]
        )
        return movements._open_all(self.env._("Regularisations"))
