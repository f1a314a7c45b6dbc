"""Staff records (人员记录): welfare, issue, talks, visits, merit, findings."""

from odoo import api, fields, models


class GovStaffRecord(models.Model):
    """One thing that was done for, with or by a person, on a day."""

    _name = "gov.staff.record"
    _description = "Staff Record"
    _inherit = ["mail.thread"]
    _order = "date desc, id desc"

    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    kind_id = fields.Many2one(
        "gov.staff.record.kind",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    date = fields.Date(
        required=True, default=fields.Date.context_today, index=True, tracking=True
    )
    user_id = fields.Many2one(
        "res.users",
        string="By",
        required=True,
        default=lambda self: self.env.user,
        help="Who talked, visited, issued or recorded.",
    )
    summary = fields.Char(required=True, tracking=True)
    note = fields.Text(string="Details")
    follow_up = fields.Char(help="What remains to be done, problems to be solved.")
    follow_up_date = fields.Date(string="Follow Up By", tracking=True)
    is_done = fields.Boolean(string="Settled", tracking=True)
    properties = fields.Properties(
        string="Further Facts", definition="kind_id.properties_definition"
    )
    attachment_ids = fields.Many2many(
        "ir.attachment", string="Files", help="Photos, certificates, minutes."
    )
    is_restricted = fields.Boolean(related="kind_id.is_restricted")
    is_overdue = fields.Boolean(
        compute="_compute_is_overdue", search="_search_is_overdue"
    )

    @api.depends("kind_id", "employee_id", "date")
    def _compute_display_name(self):
        for record in self:
            # sudo: site officers read the name of a person of theirs, not the profile
            name = record.employee_id.sudo().name or ""
            parts = [record.kind_id.name, name, str(record.date or "")]
            record.display_name = " · ".join(filter(None, parts))

    @api.depends("follow_up_date", "is_done")
    def _compute_is_overdue(self):
        today = fields.Date.context_today(self)
        for record in self:
            due = record.follow_up_date
            record.is_overdue = bool(due and due < today and not record.is_done)

    def _search_is_overdue(self, operator, value):
        if operator not in ("in", "not in") or set(value) - {True, False}:
            return NotImplemented
        today = fields.Date.context_today(self)
        overdue = [("follow_up_date", "<", today), ("is_done", "=", False)]
        if (True in value) == (False in value):
            return [(1, "=", 1)] if operator == "in" else [(0, "=", 1)]
        if (True in value) == (operator == "in"):
            return overdue
        return ["!", "&", *overdue]

    def write(self, vals):
        result = super().write(vals)
        if {"employee_id", "kind_id"} & set(vals):
            # rules look at the record before the write only: nobody moves a record
            # to a person or into a kind that is not his to write
            self.check_access("write")
        return result

    def action_settle(self):
        """The follow-up is done."""
        self.write({"is_done": True})
