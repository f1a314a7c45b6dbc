"""Dated facts of a person (人员档案,按日期): window, unit, education, party."""

from odoo import api, fields, models

OFFICER = "hr.group_hr_user"

# 政治面貌, GB/T 4762-1984
POLITICAL_STATUSES = [
    ("01", "CPC Member"),
    ("02", "Probationary CPC Member"),
    ("03", "Communist Youth League Member"),
    ("04", "RCCK Member"),
    ("05", "CDL Member"),
    ("06", "CNDCA Member"),
    ("07", "CAPD Member"),
    ("08", "CPWDP Member"),
    ("09", "CZGP Member"),
    ("10", "Jiusan Society Member"),
    ("11", "TSGL Member"),
    ("12", "Without Party Affiliation"),
    ("13", "The Masses"),
    ("99", "Other"),
]


class HrVersion(models.Model):
    """Version of a person's facts; pay and appraisal read it as of a day."""

    _inherit = "hr.version"

    gov_window_id = fields.Many2one(
        "gov.window", string="Window", tracking=True, index=True, groups=OFFICER
    )
    gov_dispatch_unit_id = fields.Many2one(
        "res.partner",
        string="Dispatching Unit",
        domain=[("is_gov_unit", "=", True)],
        tracking=True,
        index="btree_not_null",
        groups=OFFICER,
    )
    gov_education_id = fields.Many2one(
        "gov.education", string="Education", tracking=True, groups=OFFICER
    )
    gov_political_status = fields.Selection(
        POLITICAL_STATUSES, string="Political Status", tracking=True, groups=OFFICER
    )

    @api.model
    def _gov_as_of(self, employees, day):
        """The version of each person that is valid on a day, in one query.

        :param employees: hr.employee records, archived ones too
        :param day: date
        :return: {employee id: hr.version}; a person without a version by then is absent
        """
        versions = self.search(
            [("employee_id", "in", employees.ids), ("date_version", "<=", day)],
            order="employee_id, date_version",
        )
        return {version.employee_id.id: version for version in versions}
