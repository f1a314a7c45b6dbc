"""Which sites report each month, and by when (报送要求)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..organisation.hr_department import LEVELS


class GovReportDuty(models.Model):
    """Duty of a level of sites from a month on, until the next one for that level.

    003: 按要求报送有关服务运行情况. It names neither a period nor a day: a
    month and the fifth working day are ours, so they stand here as a record.
    """

    _name = "gov.report.duty"
    _description = "Duty to Report"
    _order = "level, date_from desc"
    _inherit = ["mail.thread"]
    _rec_name = "level"

    level = fields.Selection(LEVELS, string="Site Level", required=True, tracking=True)
    date_from = fields.Date(string="From", required=True, tracking=True)
    is_required = fields.Boolean(string="Must Report", default=True, tracking=True)
    due_days = fields.Integer(
        string="Due on Working Day",
        default=5,
        required=True,
        tracking=True,
        help="Working day of the following month, 5 means the fifth.",
    )
    remind_days = fields.Integer(
        string="Remind Before (Working Days)", default=2, required=True, tracking=True
    )
    remind_again_days = fields.Integer(
        string="Remind Again After (Days)",
        default=7,
        required=True,
        tracking=True,
        help="How often an overdue report is reminded of.",
    )
    reference = fields.Char(string="Document No. and Article", tracking=True)

    _level_from_uniq = models.Constraint(
        "UNIQUE(level, date_from)",
        "This level already has a duty from that day on.",
    )
    _due_days_range = models.Constraint(
        "CHECK(due_days BETWEEN 1 AND 20)",
        "The due day must be the 1st to the 20th working day.",
    )
    _remind_days_range = models.Constraint(
        "CHECK(remind_days BETWEEN 0 AND 20)",
        "Remind 0 to 20 working days before.",
    )
    _remind_again_range = models.Constraint(
        "CHECK(remind_again_days BETWEEN 1 AND 31)",
        "Remind again after 1 to 31 days.",
    )

    @api.model
    def _in_force(self, day):
        """{site level: duty} that binds on a day; without levels that need not."""
        duties = self.search([("date_from", "<=", day)], order="date_from")
        latest = {duty.level: duty for duty in duties}
        return {level: duty for level, duty in latest.items() if duty.is_required}

    @api.ondelete(at_uninstall=False)
    def _unlink_unused(self):
        # sudo: reports of sites that the user does not see count too; only whether any
        if (
            self.env["gov.site.report"]
            .sudo()
            .search_count([("duty_id", "in", self.ids)], limit=1)
        ):
            raise UserError(
                self.env._(
                    "Reports were opened by this duty. Enter a new line with a later "
                    "date instead of deleting this one."
                )
            )
