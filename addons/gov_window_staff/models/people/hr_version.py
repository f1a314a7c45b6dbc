"""Dated facts of a person (人员档案,按日期): window, unit, education, party."""

from odoo import api, fields, models

from ...rules import dated

OFFICER = "hr.group_hr_user"
# full ID numbers, phones, bank cards: 最小必要, beside the role (个保法 art. 6)
PERSONAL = "gov_window_staff.group_personal_data"

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

# 人员来源 (O20, O21): who provides the person; the payer follows from it
SOURCES = [
    ("centre", "Provided by the Centre"),
    ("unit", "Posted by the Unit"),
    ("territory", "Recruited by the Territory"),
    ("agency", "Labour Dispatch Agency"),
]

# 岗位类别: only window posts are assessed, unless the unit moved in as a whole (D42)
POSITIONS = [
    ("window", "Window"),
    ("management", "Management"),
    ("back_office", "Back Office"),
    ("other_unit", "Other Unit in the Centre"),
]


# 证件类型: only the first three carry the check digit of GB 11643
DOCUMENT_TYPES = [
    ("identity", "Resident Identity Card"),
    ("hmt_residence", "Residence Permit of Hong Kong, Macao or Taiwan Residents"),
    ("foreign_permanent", "Foreign Permanent Resident ID Card"),
    ("hm_travel", "Mainland Travel Permit of Hong Kong or Macao Residents"),
    ("tw_travel", "Mainland Travel Permit of Taiwan Residents"),
    ("passport", "Passport"),
    ("other", "Other Document"),
]


class HrVersion(models.Model):
    """Version of a person's facts; pay and appraisal read it as of a day."""

    _name = "hr.version"
    _inherit = ["hr.version", "gov.sensitive.mixin"]

    _gov_sensitive = {
        "identification_id": "identification",
        "passport_id": "passport",
        "ssnid": "social",
    }

    # raw numbers: no tracking, which would put old and new one into the chatter
    identification_id = fields.Char(groups=PERSONAL, tracking=False)
    passport_id = fields.Char(groups=PERSONAL, tracking=False)
    ssnid = fields.Char(groups=PERSONAL, tracking=False)

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

    gov_source = fields.Selection(
        SOURCES, string="Provided By", tracking=True, groups=OFFICER
    )
    gov_employer_id = fields.Many2one(
        "res.partner",
        string="Employer",
        tracking=True,
        index="btree_not_null",
        groups=OFFICER,
        help="Holds the labour contract and pays (用人单位); blank: the unit.",
    )
    gov_position = fields.Selection(
        POSITIONS, string="Position", default="window", tracking=True, groups=OFFICER
    )
    gov_post_level_id = fields.Many2one(
        "gov.skill.level", string="Post Level", tracking=True, groups=OFFICER
    )
    gov_is_dedicated = fields.Boolean(
        string="Dedicated",
        tracking=True,
        groups=OFFICER,
        help="Posted to a village station full-time (专职).",
    )
    gov_is_vanguard = fields.Boolean(
        string="Vanguard Post",
        tracking=True,
        groups=OFFICER,
        help="Serves at a window marked 党员先锋岗.",
    )
    gov_is_backbone = fields.Boolean(
        string="Backbone",
        tracking=True,
        groups=OFFICER,
        help="To be kept when people are moved (保留骨干).",
    )

    gov_duty = fields.Text(
        string="Duties",
        tracking=True,
        groups=OFFICER,
        help="What the person answers for, as shown to the public (个人工作职责公示).",
    )
    gov_document_type = fields.Selection(
        DOCUMENT_TYPES,
        string="Document Type",
        default="identity",
        tracking=True,
        groups=OFFICER,
    )
    gov_is_reserve = fields.Boolean(
        string="Reserve Cadre",
        tracking=True,
        groups=OFFICER,
        help="Posted to a window for training by plan (后备干部到窗口学习锻炼).",
    )
    gov_reserve_from = fields.Date(
        string="Training From", tracking=True, groups=OFFICER
    )
    gov_reserve_until = fields.Date(
        string="Training Until", tracking=True, groups=OFFICER
    )
    gov_properties = fields.Properties(
        string="More Facts",
        definition="contract_type_id.gov_properties_definition",
        copy=True,  # the next version begins with the same values
        groups=OFFICER,
    )

    @api.model
    def _gov_as_of(self, employees, day, names=None):
        """The version of each person that is valid on a day, in one query.

        :param employees: hr.employee records, archived ones too
        :param day: date
        :param names: fields that the caller wants, for a whole county; else the first
            one that is read brings all seventy of them along
        :return: {employee id: hr.version}; a person without a version by then is absent
        """
        domain = [("employee_id", "in", employees.ids), ("date_version", "<=", day)]
        order = "employee_id, date_version"
        if names is None:
            versions = self.search(domain, order=order)
        else:
            versions = self.search_fetch(domain, ["employee_id", *names], order=order)
        return {version.employee_id.id: version for version in versions}

    def _gov_subjects(self):
        return self.employee_id

    def _gov_in_scope(self):
        """The versions that the assessment counts (D42).

        Window posts and those that say nothing else; other posts only where the unit
        has moved in as a whole (整体入驻).
        """
        return self.filtered(
            lambda v: (
                (v.gov_position or "window") == "window"
                or v.gov_dispatch_unit_id.gov_whole_unit
            )
        )

    # -- changes from a day on (hr_employee_dated.py) ---------------------------

    def _gov_changed(self, vals):
        """The part of `vals` that says something else than this version."""
        now = self._gov_facts(vals)
        return {
            name: value
            for name, value in vals.items()
            if self._fields[name].convert_to_cache(value, self) != now[name]
        }

    def _gov_facts(self, names):
        """{field: comparable value}; the id for a record."""
        return {n: self._fields[n].convert_to_cache(self[n], self) for n in names}

    def _gov_takers(self, later, changed):
        """{first day of a later version: changed facts that it takes}."""
        names = list(changed)
        facts = [(version.date_version, version._gov_facts(names)) for version in later]
        return dated.spread(self._gov_facts(names), facts, names)
