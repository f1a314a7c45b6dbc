"""Results of the years on the profile: forms, grounds, dossier, bars (S6, S14, A70)."""

from collections import defaultdict
from datetime import date

from odoo import fields, models

OFFICER = "gov_window_staff.group_hr_officer"


class HrEmployee(models.Model):
    """Employee with the years' results."""

    _inherit = "hr.employee"

    gov_annual_ids = fields.One2many(
        "gov.annual.appraisal", "employee_id", string="Years", groups=OFFICER
    )
    gov_annual_count = fields.Integer(
        string="Annual Appraisals", compute="_compute_gov_annual_count", groups=OFFICER
    )

    def _compute_gov_annual_count(self):
        counts = dict(
            self.env["gov.annual.appraisal"]._read_group(
                [("employee_id", "in", self.ids)], ["employee_id"], ["__count"]
            )
        )
        for person in self:
            person.gov_annual_count = counts.get(person, 0)

    def action_open_gov_annuals(self):
        """Years of this person."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.annual.appraisal",
            "view_mode": "list,form",
            "domain": [("employee_id", "in", self.ids)],
            "name": self.env._("Annual Appraisals"),
        }

    def _gov_locked_years(self):
        """Graded results of locked years, the latest first."""
        # sudo: the result of a year goes onto forms of whoever may read the form
        return (
            self.env["gov.annual.appraisal"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", self.ids),
                    ("round_id.state", "=", "locked"),
                    ("grade_id", "!=", False),
                ],
                order="year desc",
            )
        )

    def _gov_annual_grades(self):
        grades = defaultdict(list, super()._gov_annual_grades())
        for result in self._gov_locked_years():
            entry = (result.year, result.grade_id.name)
            grades[result.employee_id.id].append(entry)
        return dict(grades)

    def _gov_dismissal_grounds(self, day):
        grounds = super()._gov_dismissal_grounds(day)
        latest = {}
        for result in self._gov_locked_years():
            latest.setdefault(result.employee_id.id, result)
        for person, result in latest.items():
            locked_on = result.round_id.locked_on
            if result.standing == "unqualified" and locked_on <= day:
                grounds.setdefault(person, []).append(self._gov_annual_ground(result))
        return grounds

    def _gov_annual_ground(self, result):
        return {
            "code": "annual",
            "text": self.env._(
                "Result of %(year)s: %(grade)s (%(poor)s poor months, %(run)s in a "
                "row)",
                year=result.year,
                grade=result.grade_id.name,
                poor=result.poor_count,
                run=result.poor_run,
            ),
            "date": result.round_id.locked_on,
            "source": self.env._("Annual Appraisals"),
        }

    def _gov_dossier_sections(self, first, last):
        sections = super()._gov_dossier_sections(first, last)
        results = self._gov_locked_years().filtered(
            lambda r: date(r.year, 12, 31) >= first and date(r.year, 1, 1) <= last
        )
        if not results:
            return sections
        section = {
            "title": self.env._("Annual Appraisals"),
            "header": [
                self.env._("Year"),
                self.env._("Annual Grade"),
                self.env._("Good / Fair / Poor Months"),
                self.env._("Score of the Year"),
            ],
            "rows": [
                [
                    str(r.year),
                    r.grade_id.name,
                    f"{r.good_count} / {r.fair_count} / {r.poor_count}",
                    f"{r.score:g}",
                ]
                for r in results
            ],
        }
        return [*sections, section]

    def _gov_year_bars(self, year):
        """Facts that bar people from the best grade and honours of a year (A37, A89).

        :return: {hr.employee id: [item and number in words]}; others are absent
        """
        groups = (
            # sudo: that somebody is barred must not depend on who asks
            self.env["gov.assessment.event"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", self.ids),
                    ("state", "=", "confirmed"),
                    ("date", ">=", date(year, 1, 1)),
                    ("date", "<=", date(year, 12, 31)),
                    "|",
                    ("item_id.bars_year", "=", True),
                    ("item_id.year_limit", ">", 0),
                ],
                ["employee_id", "item_id"],
                ["quantity:sum"],
            )
        )
        # a text that changed within the year has the item twice: counted by its code
        counted = defaultdict(lambda: defaultdict(float))
        items = {}
        for person, item, quantity in groups:
            counted[person.id][item.code] += quantity
            items[item.code] = item
        bars = defaultdict(list)
        for person, own in counted.items():
            for code, quantity in own.items():
                item = items[code]
                if item.bars_year or quantity > item.year_limit > 0:
                    bars[person].append(f"{code} {item.name}: {quantity:g}")
        return dict(bars)
