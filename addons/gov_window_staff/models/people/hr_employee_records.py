"""Staff records on the profile."""

from odoo import fields, models

RECORDS = "gov_window_staff.group_hr_officer,gov_window_staff.group_leader"


class HrEmployee(models.Model):
    """Employee with welfare, talks, honours … as simple lists."""

    _inherit = "hr.employee"

    gov_record_ids = fields.One2many(
        "gov.staff.record", "employee_id", string="Records", groups=RECORDS
    )
    gov_record_count = fields.Integer(
        string="Number of Records",
        compute="_compute_gov_record_count",
        groups=RECORDS,
    )

    def _compute_gov_record_count(self):
        counts = dict(
            self.env["gov.staff.record"]._read_group(
                [("employee_id", "in", self.ids)], ["employee_id"], ["__count"]
            )
        )
        for person in self:
            person.gov_record_count = counts.get(person, 0)

    def action_open_gov_records(self):
        """Records of this person, by kind."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.staff.record",
            "view_mode": "list,form",
            "domain": [("employee_id", "in", self.ids)],
            "context": {
                "default_employee_id": self[:1].id,
                "search_default_by_kind": 1,
            },
            "name": self.env._("Records"),
        }
