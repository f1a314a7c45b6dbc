"""Kinds of staff records (人员记录类型): what is kept about people, as simple lists."""

from datetime import date

from odoo import fields, models

EXPECTED = [
    ("no", "Not Expected"),
    ("once", "Once for Everybody"),
    ("yearly", "Every Year for Everybody"),
]


class GovStaffRecordKind(models.Model):
    """A kind says who may read its records and what further facts they have."""

    _name = "gov.staff.record.kind"
    _description = "Kind of Staff Record"
    _order = "sequence, id"

    sequence = fields.Integer(default=10)
    code = fields.Char(required=True)
    name = fields.Char(required=True, translate=True)
    active = fields.Boolean(default=True)
    is_restricted = fields.Boolean(
        string="Restricted",
        help="Read by HR officers, leaders and the author only (谈心谈话).",
    )
    is_merit = fields.Boolean(
        string="In the Dossier", help="Printed as merit in the performance dossier."
    )
    expected = fields.Selection(
        EXPECTED,
        required=True,
        default="no",
        help="Who has none yet is listed under “Without”.",
    )
    properties_definition = fields.PropertiesDefinition(string="Further Facts")
    record_count = fields.Integer(
        string="Records", compute="_compute_record_count", compute_sudo=False
    )
    without_count = fields.Integer(
        string="Without",
        compute="_compute_without_count",
        groups="gov_window_staff.group_hr_officer",
    )

    _code_uniq = models.Constraint("UNIQUE(code)", "This code is already in use.")

    def _compute_record_count(self):
        counts = dict(
            self.env["gov.staff.record"]._read_group(
                [("kind_id", "in", self.ids)], ["kind_id"], ["__count"]
            )
        )
        for kind in self:
            kind.record_count = counts.get(kind, 0)

    def _compute_without_count(self):
        for kind in self:
            kind.without_count = len(kind._people_without())

    def _people_without(self, day=None):
        """Window staff in service who should have a record of this kind and do not.

        :param day: date whose calendar year counts for yearly kinds; today when None
        :return: hr.employee records
        """
        self.ensure_one()
        people = self.env["hr.employee"]
        if self.expected == "no":
            return people
        day = day or fields.Date.context_today(self)
        domain = [("kind_id", "=", self.id)]
        if self.expected == "yearly":
            domain += [
                ("date", ">=", date(day.year, 1, 1)),
                ("date", "<=", date(day.year, 12, 31)),
            ]
        having = self.env["gov.staff.record"]._search(domain)
        return people.search(
            [
                ("gov_staff_no", "!=", False),
                "|",
                ("gov_leave_date", "=", False),
                ("gov_leave_date", ">=", day),
                ("gov_record_ids", "not any", [("id", "in", having)]),
            ]
        )

    def action_open_records(self):
        """Records of this kind."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.staff.record",
            "view_mode": "list,form",
            "domain": [("kind_id", "=", self.id)],
            "context": {"default_kind_id": self.id},
            "name": self.name,
        }

    def action_open_without(self):
        """People who have none yet."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee",
            "view_mode": "list,form",
            "views": [
                (self.env.ref("gov_window_staff.hr_employee_view_list").id, "list"),
                (False, "form"),
            ],
            "domain": [("id", "in", self._people_without().ids)],
            "name": self.env._("Without: %s", self.name),
        }
