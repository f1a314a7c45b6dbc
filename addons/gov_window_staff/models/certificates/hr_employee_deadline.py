"""The two-year deadline of a person (入职后2年内取得五级, S7, D28)."""

from datetime import date

from odoo import api, fields, models
from odoo.fields import Domain

from ...rules import deadline as rules
from ..people.hr_employee import CERTIFICATES
from .gov_deadline_warning import ACTIVITY

STATES = [
    ("none", "No Deadline"),
    ("met", "Met"),
    ("ok", "In Time"),
    ("notice", "Coming Up"),
    ("soon", "Soon Due"),
    ("urgent", "Due Very Soon"),
    ("overdue", "Overdue"),
]


class HrEmployee(models.Model):
    """Deadline, state and extensions; computed set-wise, never stored."""

    _inherit = "hr.employee"

    gov_level5_deadline = fields.Date(
        string="Certificate Deadline",
        compute="_compute_gov_level5",
        groups=CERTIFICATES,
        help="Extensions included.",
    )
    gov_level5_state = fields.Selection(
        STATES,
        string="Deadline State",
        compute="_compute_gov_level5",
        search="_search_gov_level5_state",
        groups=CERTIFICATES,
    )
    gov_level5_days_left = fields.Integer(
        string="Days Left", compute="_compute_gov_level5", groups=CERTIFICATES
    )
    gov_level5_met_on = fields.Date(
        string="Deadline Met On", compute="_compute_gov_level5", groups=CERTIFICATES
    )
    gov_deadline_extension_ids = fields.One2many(
        "gov.deadline.extension",
        "employee_id",
        string="Extensions",
        groups=CERTIFICATES,
    )

    @api.depends(
        "gov_entry_date",
        "gov_leave_date",
        "gov_position",
        "department_id",
        "gov_certificate_ids.state",
        "gov_certificate_ids.level_id",
        "gov_certificate_ids.issue_date",
        "gov_deadline_extension_ids.until",
    )
    def _compute_gov_level5(self):
        standings = self._gov_level5_standings(fields.Date.context_today(self))
        for person in self:
            standing = standings[person._origin.id]
            person.gov_level5_deadline = standing.deadline
            person.gov_level5_state = standing.state
            person.gov_level5_days_left = standing.days_left or 0
            person.gov_level5_met_on = standing.met_on

    def _search_gov_level5_state(self, operator, value):
        if operator not in ("in", "not in"):
            return NotImplemented
        people = self.with_context(active_test=False).search(
            [("gov_staff_no", "!=", False)]
        )
        found = people.filtered(lambda person: person.gov_level5_state in value)
        return [("id", operator, found.ids)]

    @api.model
    def _gov_duty_domain(self, day):
        """Window staff in service on a day, to whom the duty applies."""
        return self._gov_serving(day) & Domain(
            [
                ("gov_entry_date", "!=", False),
                ("gov_entry_date", "<=", day),
                ("gov_position", "in", ("window", False)),
            ]
        )

    def _gov_has_duty(self, day):
        self.ensure_one()
        leave = self.gov_leave_date
        return (
            self.gov_position in ("window", False)
            and bool(self.gov_entry_date)
            and not (leave and leave < day)
        )

    def _gov_level5_standings(self, day):
        """Where each person stands on a day: {employee id: rules.deadline.Standing}.

        A constant number of queries for any number of people.
        """
        people = self._origin
        certificates = self.env["gov.certificate"]._to_rules(people)
        extensions = dict(
            self.env["gov.deadline.extension"]._read_group(
                [("employee_id", "in", people.ids)], ["employee_id"], ["until:max"]
            )
        )
        counties = people.department_id.gov_county_id
        duties = self.env["gov.certificate.duty"]._versions_for(counties, day)
        standings = dict.fromkeys([*people.ids, False], rules.Standing())
        for person in people:
            version = duties[person.department_id.gov_county_id]
            if version and person._gov_has_duty(day):
                standings[person.id] = rules.standing(
                    version._to_rule(),
                    person.gov_entry_date,
                    certificates.get(person.id, ()),
                    _dates(extensions.get(person)),
                    day,
                )
        return standings

    def _gov_deadline_officers(self, day):
        """Who is reminded: {employee id: res.users}.

        The officer named in the document; else the person's HR responsible, if that
        is an HR officer; else any HR officer.
        """
        officers = self.env.ref("gov_window_staff.group_hr_officer").all_user_ids
        officers = officers.filtered("active").sorted("id")
        counties = self.department_id.gov_county_id
        duties = self.env["gov.certificate.duty"]._versions_for(counties, day)
        found = {}
        for county, people in self.grouped(
            lambda person: person.department_id.gov_county_id
        ).items():
            named = duties[county].duty_id.user_id
            for person in people:
                responsible = person.hr_responsible_id & officers
                found[person.id] = named or responsible or officers[:1]
        return found

    def _gov_close_deadline_activities(self):
        """The duty is met: nobody has to be reminded any more."""
        self.activity_unlink([ACTIVITY])

    def action_extend_gov_deadline(self):
        """Open the dialog that extends the certificate deadline."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.deadline.extension",
            "view_mode": "form",
            "target": "new",
            "context": {"default_employee_id": self.id},
            "name": self.env._("Extend the Deadline"),
        }


def _dates(until):
    return (until,) if isinstance(until, date) else ()
