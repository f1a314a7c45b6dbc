"""Collecting the leads of a month from what other parts of the system know."""

from odoo import fields, models
from odoo.exceptions import AccessError

from odoo.addons.gov_window_staff.rules.month import Month


class GovLeadCollect(models.TransientModel):
    """Incidents of trainings and days of personal leave become drafts."""

    _name = "gov.lead.collect"
    _description = "Collect Leads"

    month = fields.Date(
        required=True,
        default=lambda self: fields.Date.context_today(self).replace(day=1),
        help="Any day of the month.",
    )
    has_incidents = fields.Boolean(string="Training Incidents", default=True)
    has_leave = fields.Boolean(string="Personal Leave", default=True)

    def action_collect(self):
        """Make the drafts and show them; what was collected before is not again."""
        self.ensure_one()
        if not self.env.user.has_group("gov_window_staff.group_hr_officer"):
            raise AccessError(self.env._("Only HR officers collect leads."))
        month = Month.of(self.month)
        events = self.env["gov.assessment.event"]
        if self.has_incidents:
            events |= events._take_up_incidents(month.first, month.last)
        if self.has_leave:
            days = self.env["gov.attendance.day"]._record_personal_leave(
                month.first, month.last
            )
            events |= days.event_ids.filtered(lambda event: event.state == "draft")
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.assessment.event",
            "view_mode": "list,form",
            "domain": [("id", "in", events.ids)],
            "help": self.env._("Nothing was found that is not recorded already."),
            "name": self.env._("Collected Leads"),
        }
