"""Staff structure table (队伍结构表): the table of a day, as 001's report gives it.

“工作人员470余人,其中管理层9人…临聘人员180人;女性214人;党员150人”, and below it the
distributions and the sites and units one by one. Screen, workbook and form show the
same sections.
"""

import base64

from odoo import api, fields, models
from odoo.fields import Domain

from ..rules.bands import share
from ..rules.structure import month_ends, turnover
from ..tools.structure_workbook import build

MEASURES = ["__count", "certified:sum", "certified_rate:avg"]
DISTRIBUTIONS = (
    "contract_type_id",
    "position",
    "sex",
    "political_status",
    "education_id",
    "age_band",
    "tenure_band",
    "level_id",
    "site_level",
)
DETAILS = ("department_id", "unit_id")
FLAGS = ("is_temporary", "is_party_member")
COUNTY_WIDE = "gov_window_staff.group_hr_officer,gov_window_staff.group_leader"


class GovStaffStructure(models.TransientModel):
    """Asks for the day and the site, shows the table, prints it."""

    _name = "gov.staff.structure"
    _description = "Staff Structure Table"

    day = fields.Date(
        string="As Of",
        required=True,
        default=lambda self: fields.Date.context_today(self),
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site and Below",
        domain=[("gov_level", "!=", False)],
        help="Blank: all sites that you may see.",
    )
    table_html = fields.Html(compute="_compute_table_html", sanitize=False)
    workbook = fields.Binary(attachment=False, readonly=True)

    @api.depends("day", "department_id")
    @api.depends_context("lang", "uid")
    def _compute_table_html(self):
        for table in self:
            table.table_html = table.day and self.env["ir.qweb"]._render(
                "gov_window_staff.staff_structure_sections", table._content()
            )

    def _compute_display_name(self):
        for table in self:
            table.display_name = self.env._("Staff Structure %s", table.day)

    def action_print(self):
        """The table as a form (PDF)."""
        report = self.env.ref("gov_window_staff.report_staff_structure")
        return report.report_action(self)

    def action_workbook(self):
        """The table as a workbook."""
        self.ensure_one()
        content = build(self._title(), **self._content())
        self.workbook = base64.b64encode(content)
        name = f"{self._title()}.xlsx"
        return {
            "type": "ir.actions.act_url",
            "url": f"/web/content/{self._name}/{self.id}/workbook/{name}?download=true",
            "target": "self",
        }

    # -- figures ---------------------------------------------------------------

    def _title(self):
        return self.env._(
            "Staff Structure Table %(day)s",
            day=fields.Date.to_string(self.day),
        )

    def _subtitle(self):
        return self.department_id.display_name or self.env._("All sites")

    def _domain(self):
        if self.department_id:
            return Domain("department_id", "child_of", self.department_id.id)
        return Domain.TRUE

    def _content(self):
        """What screen, workbook and form show.

        :return: {summary: [(label, number)],
            sections: [{title, header: [str], rows: [[value]]}]}; None is a dash
        """
        figures = self._figures()
        sections = [self._distribution(name, figures[name]) for name in DISTRIBUTIONS]
        return {
            "summary": self._summary(figures),
            "sections": [*sections, *self._details(figures)],
        }

    def _figures(self):
        """{column: [(value, people, certified, rate)]} of the day, in one query."""
        names = [*DISTRIBUTIONS, *DETAILS, *FLAGS]
        statistic = self.env["gov.staff.statistic"]
        groups = statistic.with_context(gov_statistic_day=self.day)._read_grouping_sets(
            self._domain() & Domain("headcount", "=", 1),
            [[name] for name in names],
            MEASURES,
        )
        return dict(zip(names, groups, strict=True))

    def _summary(self, figures):
        """The line of 001's own table: [(label, number)]."""
        counts = {
            name: {group[0]: group[1] for group in groups}
            for name, groups in figures.items()
        }
        positions = counts["position"]
        field = self.env["gov.staff.statistic"]._fields["position"]
        labels = dict(field._description_selection(self.env))
        return [
            (self.env._("Total"), sum(positions.values())),
            (labels["management"], positions.get("management", 0)),
            (labels["other_unit"], positions.get("other_unit", 0)),
            (labels["window"], positions.get("window", 0)),
            (self.env._("Temporary staff"), counts["is_temporary"].get(True, 0)),
            (self.env._("Women"), counts["sex"].get("female", 0)),
            (self.env._("CPC members"), counts["is_party_member"].get(True, 0)),
        ]

    def _distribution(self, name, groups):
        field = self.env["gov.staff.statistic"]._fields[name]
        total = sum(group[1] for group in groups)
        labels = {}
        if field.type == "selection":
            labels = dict(field._description_selection(self.env))
        unknown = self.env._("Not filled in")
        rows = []
        for value, people, *_more in groups:
            # sudo: names of reference lists, which site officers may not open
            label = labels.get(value) if labels else value.sudo().display_name
            rows.append([label or unknown, people, share(people, total)])
        title = field._description_string(self.env)
        return {
            "title": title,
            "header": [title, self.env._("People"), self.env._("Share (%)")],
            "rows": rows,
        }

    def _details(self, figures):
        by_site, by_unit = self._turnover()
        return [
            self._by_site(_people(figures["department_id"]), by_site),
            self._by_unit(_people(figures["unit_id"]), by_unit),
        ]

    def _by_site(self, people, left):
        vacancies = self._vacancies()
        # closed sites too, when people were there
        sites = set(people) | set(left) | set(vacancies)
        rows = [
            [
                site.display_name or self.env._("Not filled in"),
                *people.get(site, (0, 0, None)),
                vacancies.get(site, 0),
                *left.get(site, (0, None)),
            ]
            for site in sorted(sites, key=lambda s: (s.gov_code or "~", s.id or 0))
        ]
        vacancy = self.env._("Open windows without staff")
        return self._detail(self.env._("Sites"), self.env._("Site"), vacancy, rows)

    def _by_unit(self, people, left):
        units = set(people) | set(left)
        quotas = self._quotas(units)
        rows = []
        for unit in sorted(units, key=lambda u: (not u, u.name or "")):
            heads, certified, rate = people.get(unit, (0, 0, None))
            quota = quotas.get(unit)
            rows.append(
                [
                    unit.name or self.env._("Without a unit"),
                    heads,
                    certified,
                    rate,
                    None if not quota else max(0, quota - heads),
                    *left.get(unit, (0, None)),
                ]
            )
        vacancy = self.env._("Vacancies against the quota")
        return self._detail(self.env._("Units"), self.env._("Unit"), vacancy, rows)

    def _detail(self, title, what, vacancy, rows):
        header = [
            what,
            self.env._("People"),
            self.env._("Certified"),
            self.env._("Certificate rate (%)"),
            vacancy,
            self.env._("Left in 12 months"),
            self.env._("Turnover Rate (%)"),
        ]
        return {"title": title, "header": header, "rows": rows}

    def _turnover(self):
        """{record: (leavers, rate)} of twelve months, by site and by unit."""
        ends = month_ends(self.day, fields.Date.context_today(self))
        found = self.env["gov.staff.statistic"]._read_grouping_sets(
            self._domain() & Domain("date", "in", ends),
            [[name] for name in DETAILS],
            ["left:sum", "headcount:sum"],
        )
        return [
            {
                key: (left, turnover(left, heads, len(ends)))
                for key, left, heads in groups
            }
            for groups in found
        ]

    def _vacancies(self):
        """{site: open windows at which nobody is posted on the day}."""
        statistic = self.env["gov.staff.statistic"].with_context(
            gov_statistic_day=self.day
        )
        here = self._domain() & Domain("headcount", "=", 1)
        taken = statistic._read_group(here, [], ["window_id:recordset"])[0][0]
        domain = Domain("is_open", "=", True) & Domain("id", "not in", taken.ids)
        if self.department_id:
            domain &= Domain("department_id", "child_of", self.department_id.id)
        if not self.env.user.has_groups(COUNTY_WIDE):
            own = self.env.user.gov_department_ids.ids
            domain &= Domain("department_id", "child_of", own)
        groups = self.env["gov.window"]._read_group(
            domain, ["department_id"], ["__count"]
        )
        return dict(groups)

    def _quotas(self, units):
        """{unit: approved number of staff} (核定派驻数), units without one absent."""
        records = self.env["res.partner"].union(*units)
        # sudo: the quota stands beside the unit's own head count
        return {unit: unit.gov_quota for unit in records.sudo() if unit.gov_quota}


def _people(groups):
    """{record: (people, certified, rate)} of the figures of a column."""
    return {
        key: (people, certified, None if rate is None else round(rate, 1))
        for key, people, certified, rate in groups
    }
