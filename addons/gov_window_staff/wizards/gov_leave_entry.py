"""请假登记: a site or a unit asks for leave of its own people."""

from odoo import fields, models
from odoo.exceptions import UserError


class GovLeaveEntry(models.TransientModel):
    """Hands in a request of Odoo's leave; the county office decides about it.

    003: 业务主管部门和属地政府 keep the daily matters of their people (O11).
    """

    _name = "gov.leave.entry"
    _description = "Leave Request for Own People"

    person_id = fields.Many2one(
        "hr.employee.public",
        required=True,
        help="People of the own sites or the own unit.",
    )
    leave_type_id = fields.Many2one(
        "hr.leave.type",
        string="Kind of Leave",
        required=True,
        domain=[("leave_validation_type", "!=", "no_validation")],
    )
    date_from = fields.Date(string="Leave From", required=True)
    date_to = fields.Date(string="Leave Until", required=True)
    reason = fields.Char(required=True)
    letter = fields.Binary(string="Statement", help="Scan of the note or certificate.")
    letter_name = fields.Char(string="File Name")

    def action_confirm(self):
        """The request waits for the county office; one that overlaps is refused.

        :raises UserError: days in the wrong order, or what Odoo's leave refuses
        :raises AccessError: the person is not one of the own
        """
        self.ensure_one()
        if self.date_to < self.date_from:
            raise UserError(self.env._("The last day lies before the first one."))
        if self.leave_type_id.leave_validation_type == "no_validation":
            raise UserError(
                self.env._(
                    "“%s” is granted without approval: choose another kind.",
                    self.leave_type_id.name,
                )
            )
        # the rules of the public profile say who the own people are
        self.person_id.check_access("read")
        # sudo: the client's request reaches Odoo's leave only here, for a person
        # checked above, and always as a request that somebody else approves
        leave = self.env["hr.leave"].sudo().create(self._leave_values())
        if self.letter:
            leave.env["ir.attachment"].create(
                {
                    "name": self.letter_name or self.reason,
                    "datas": self.letter,
                    "res_model": leave._name,
                    "res_id": leave.id,
                }
            )
        return {"type": "ir.actions.client", "tag": "soft_reload"}

    def _leave_values(self):
        return {
            "employee_id": self.person_id.id,
            "holiday_status_id": self.leave_type_id.id,
            "request_date_from": self.date_from,
            "request_date_to": self.date_to,
            "name": self.reason,
        }
