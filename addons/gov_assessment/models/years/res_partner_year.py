"""Results of the year in the report to a dispatching unit (情况通报, S36)."""

from odoo import models


class ResPartner(models.Model):
    """Unit whose report of the period in which a year was locked names the grades."""

    _inherit = "res.partner"

    def _gov_unit_report_sections(self, first, last):
        sections = super()._gov_unit_report_sections(first, last)
        # sudo: the report is written for all units at once, whoever starts it
        results = (
            self.env["gov.annual.appraisal"]
            .sudo()
            .search(
                [
                    ("unit_id", "in", self.ids),
                    ("round_id.state", "=", "locked"),
                    ("round_id.locked_on", ">=", first),
                    ("round_id.locked_on", "<=", last),
                ],
                order="year, staff_no",
            )
        )
        for unit, own in results.grouped("unit_id").items():
            sections[unit.id].append(self._gov_section_years(own))
        return sections

    def _gov_section_years(self, results):
        statuses = dict(results._fields["status"]._description_selection(self.env))
        return {
            "title": self.env._("Annual appraisals: %s", len(results)),
            "header": [
                self.env._("Year"),
                self.env._("Staff No."),
                self.env._("Full Name"),
                self.env._("Annual Grade"),
                self.env._("Good / Fair / Poor Months"),
            ],
            "rows": [
                [
                    str(r.year),
                    r.staff_no,
                    r.person_name,
                    r.grade_id.name or statuses[r.status],
                    f"{r.good_count} / {r.fair_count} / {r.poor_count}",
                ]
                for r in results
            ],
        }
