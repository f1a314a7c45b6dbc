"""Window staff (窗口工作人员): the few facts of a person that are not dated."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import SQL

from .ethnic_groups import ETHNIC_GROUPS
from .hr_version import OFFICER

# certificates have rights of their own, which an HR user without our role lacks
CERTIFICATES = "gov_window_staff.group_hr_officer"


class HrEmployee(models.Model):
    """Employee as window staff."""

    _inherit = "hr.employee"
    _rec_names_search = ["name", "gov_staff_no"]

    gov_staff_no = fields.Char(string="Staff No.", copy=False, index=True)
    gov_entry_date = fields.Date(
        string="Entry Date", groups=OFFICER, tracking=True, index=True
    )
    gov_leave_date = fields.Date(
        string="Leave Date", groups=OFFICER, tracking=True, copy=False
    )
    gov_posted_date = fields.Date(
        string="At the Window Since",
        groups=OFFICER,
        tracking=True,
        help="进驻时间: the two years at a window count from here (D32); blank: "
        "the entry.",
    )
    gov_work_date = fields.Date(
        string="First Employed On",
        groups=OFFICER,
        tracking=True,
        help="参加工作时间: years of work for the annual leave count from here.",
    )
    gov_ethnic_group = fields.Selection(
        ETHNIC_GROUPS, string="Ethnic Group", groups=OFFICER, tracking=True
    )
    gov_party_date = fields.Date(
        string="Joined the Party On", groups=OFFICER, tracking=True
    )
    gov_badge_no = fields.Char(string="Badge No.", groups=OFFICER, tracking=True)
    gov_filing_number = fields.Char(
        string="Filing No.", groups=OFFICER, tracking=True, copy=False
    )
    gov_filing_date = fields.Date(
        string="Filed On", groups=OFFICER, tracking=True, copy=False
    )
    gov_certificate_ids = fields.One2many(
        "gov.certificate", "employee_id", string="Certificates", groups=CERTIFICATES
    )
    gov_certificate_count = fields.Integer(
        string="Certificate Count",
        compute="_compute_gov_skill_level_id",
        groups=CERTIFICATES,
    )
    gov_skill_level_id = fields.Many2one(
        "gov.skill.level",
        string="Skill Level",
        compute="_compute_gov_skill_level_id",
        search="_search_gov_skill_level_id",
        groups=CERTIFICATES,
        help="Level of the highest verified certificate.",
    )
    gov_is_in_probation = fields.Boolean(
        string="In Probation", compute="_compute_gov_is_in_probation", groups=OFFICER
    )

    _gov_staff_no_uniq = models.UniqueIndex(
        "(gov_staff_no) WHERE gov_staff_no IS NOT NULL",
        "This staff number is already in use.",
    )

    @api.depends("gov_certificate_ids.state", "gov_certificate_ids.level_id")
    def _compute_gov_skill_level_id(self):
        for person in self:
            certificates = person.gov_certificate_ids
            verified = certificates.filtered(lambda c: c.state == "verified")
            person.gov_certificate_count = len(certificates)
            person.gov_skill_level_id = verified.level_id.sorted("rank")[-1:]

    def _search_gov_skill_level_id(self, operator, value):
        """A verified certificate of the level and none of a higher one."""
        if operator not in ("in", "not in"):
            return NotImplemented
        found = Domain.FALSE
        for level in self.env["gov.skill.level"].browse([v for v in value if v]):
            of_level = self._gov_holders([("level_id", "=", level.id)])
            higher = self._gov_holders([("level_id.rank", ">", level.rank)])
            found |= Domain("id", "in", of_level) & Domain("id", "not in", higher)
        if False in value:
            found |= Domain("id", "not in", self._gov_holders([]))
        return found if operator == "in" else ~found

    @api.model
    def _gov_holders(self, domain):
        """People with a verified certificate that meets a domain, for a search.

        As SQL of their ids: worked out once, not for each person of the province.
        """
        certificates = self.env["gov.certificate"]
        query = certificates._search([("state", "=", "verified"), *domain])
        return query.subselect(SQL.identifier(query.table, "employee_id"))

    @api.depends("trial_date_end")
    def _compute_gov_is_in_probation(self):
        today = fields.Date.context_today(self)
        # sudo: HR officers may know that a person is in probation, while Odoo keeps
        # the contract's dates to HR managers
        for person in self.sudo():
            trial_end = person.trial_date_end
            person.gov_is_in_probation = bool(trial_end and trial_end >= today)

    @api.model
    def _gov_serving(self, day):
        """Domain of staff (在岗) who have not left before a day; the last counts."""
        return Domain("gov_staff_no", "!=", False) & (
            Domain("gov_leave_date", "=", False) | Domain("gov_leave_date", ">=", day)
        )

    @api.constrains("gov_entry_date", "gov_leave_date")
    def _check_gov_dates(self):
        for person in self:
            entry, leave = person.gov_entry_date, person.gov_leave_date
            if entry and leave and leave < entry:
                raise ValidationError(
                    self.env._(
                        "%(name)s cannot leave on %(leave)s, before the entry on "
                        "%(entry)s.",
                        name=person.name,
                        leave=leave,
                        entry=entry,
                    )
                )

    @api.model
    def _gov_population(self, period, county=None, among=None):
        """Window staff of a month (在册人员), ordered by staff number.

        Entry on or before the last day, not gone before it; archived people of that
        month are included (decision D2). Only people in the scope of the assessment:
        management, back office and others are not counted (D42).

        :param period: `rules.month.Month`
        :param county: hr.department of a county centre, None for all
        :param among: only these hr.employee records, None for all
        :return: (hr.employee records, {employee id: hr.version on the last day})
        """
        present = Domain(
            [
                ("gov_staff_no", "!=", False),
                ("gov_entry_date", "!=", False),
                ("gov_entry_date", "<=", period.last),
                "|",
                ("gov_leave_date", "=", False),
                ("gov_leave_date", ">=", period.last),
            ]
        )
        if county:
            present &= self._gov_ever_in(county, period.last)
        if among is not None:
            present &= Domain("id", "in", among.ids)
        everybody = self.with_context(active_test=False)
        people = everybody.search_fetch(present, ["gov_staff_no"])
        names = ["department_id", "gov_position", "gov_dispatch_unit_id"]
        versions = self.env["hr.version"]._gov_as_of(people, period.last, names)
        in_scope = self.env["hr.version"].union(*versions.values())._gov_in_scope()
        versions = {version.employee_id.id: version for version in in_scope}
        people = people.filtered(lambda person: person.id in versions)
        if county:
            people = people.filtered(
                lambda p: versions[p.id].department_id.gov_county_id == county
            )
        return people.sorted("gov_staff_no"), versions

    @api.model
    def _gov_ever_in(self, county, day):
        """Domain of people who have belonged to a county by a day, or do so on it.

        The others of a province need not be read to find those of one county.
        """
        there = Domain("department_id.gov_county_id", "=", county.id)
        return Domain("version_ids", "any", there & Domain("date_version", "<=", day))

    def action_open_gov_certificates(self):
        """Certificates of this person."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.certificate",
            "view_mode": "list,form",
            "domain": [("employee_id", "in", self.ids)],
            "context": {"default_employee_id": self.id},
            "name": self.env._("Certificates"),
        }
