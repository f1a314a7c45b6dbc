"""Service windows (窗口): the counters at which staff serve the public."""

from odoo import api, fields, models

KINDS = [
    ("general", "Comprehensive"),
    ("department", "Department"),
    ("special", "Special"),
]


class GovWindow(models.Model):
    """One window of a site (综合/专业/特殊窗口)."""

    _name = "gov.window"
    _description = "Service Window"
    _order = "department_id, number, name"
    _inherit = ["mail.thread"]

    name = fields.Char(required=True, tracking=True)
    number = fields.Char(string="Window No.")
    department_id = fields.Many2one(
        "hr.department", string="Site", required=True, index=True, ondelete="restrict"
    )
    kind = fields.Selection(KINDS, default="general", required=True, tracking=True)
    is_open = fields.Boolean(string="Open", default=True, tracking=True)
    active = fields.Boolean(default=True)
    staff_count = fields.Integer(compute="_compute_staff_count")

    _name_uniq = models.Constraint(
        "UNIQUE(department_id, name)", "This site already has a window of that name."
    )

    @api.depends("name", "department_id")
    @api.depends_context("gov_show_site")
    def _compute_display_name(self):
        """With the site in front, unless the place shows the site anyway."""
        for window in self:
            site = window.department_id.name
            if site and self.env.context.get("gov_show_site", True):
                window.display_name = f"{site} / {window.name}"
            else:
                window.display_name = window.name

    def _compute_staff_count(self):
        # sudo: a head count only; site officers cannot read hr.employee
        counts = dict(
            self.env["hr.employee"]
            .sudo()
            ._read_group(
                [("gov_window_id", "in", self.ids)], ["gov_window_id"], ["__count"]
            )
        )
        for window in self:
            window.staff_count = counts.get(window, 0)

    def action_open_staff(self):
        """People at this window now."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee",
            "view_mode": "kanban,list,form",
            "domain": [("gov_window_id", "in", self.ids)],
            "context": {"default_gov_window_id": self.id},
            "name": self.env._("Staff"),
        }
