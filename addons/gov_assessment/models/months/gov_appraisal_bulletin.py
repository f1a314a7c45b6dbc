"""The bulletin of a month (月通报, A85): figures for the county, sites, items, reviews.

People in the best grade are named; whoever is criticised is not (D12): the notice goes
to the unit.
"""

from odoo import fields, models
from odoo.exceptions import UserError

from .gov_site_ranking import SHOWN_STATES

TOP = 10


class GovAppraisalRound(models.Model):
    """What the form of the bulletin prints."""

    _inherit = "gov.appraisal.round"

    def _bulletin_title(self):
        self.ensure_one()
        return self.env._(
            "Bulletin of the Monthly Appraisal, %(month)s/%(year)s",
            year=self.date_from.year,
            month=self.date_from.month,
        )

    def action_print_bulletin(self):
        """The PDF of a month that people may see."""
        self.ensure_one()
        if self.state not in SHOWN_STATES:
            raise UserError(
                self.env._(
                    "%s is not published yet: there is nothing to announce.",
                    self.display_name,
                )
            )
        return self.env.ref("gov_assessment.report_bulletin").report_action(self)

    def _bulletin_grades(self):
        """[(grade, people, share of N in %)], the best first, then suspended."""
        self.ensure_one()
        counts = dict(
            self.env["gov.appraisal"]._read_group(
                [("round_id", "=", self.id), ("is_suspended", "=", False)],
                ["grade_id"],
                ["__count"],
            )
        )
        labels = [
            (grade.name, counts.get(grade, 0)) for grade in self.version_id.grade_ids
        ]
        labels.append((self.env._("Suspended"), self.suspended_count))
        return [
            (name, count, 100 * count / self.headcount if self.headcount else 0)
            for name, count in labels
        ]

    def _bulletin_praised(self):
        """[(site, names)] of the best grade, sites in the order of their names."""
        best = self.version_id.grade_ids.sorted("sequence")[:1]
        people = self.appraisal_ids.filtered(lambda a: a.grade_id == best)
        by_site = people.sorted("rank").grouped("department_id")
        return [
            (site.name, "、".join(sheets.mapped("person_name")))
            for site, sheets in sorted(
                by_site.items(), key=lambda pair: pair[0].name or ""
            )
        ]

    def _bulletin_sites(self):
        """The sites of the month by rank (gov.site.ranking records)."""
        return self.env["gov.site.ranking"].search(
            [
                ("period", "=", "month"),
                ("date_from", "=", self.date_from),
                ("county_id", "=", self.county_id.id),
            ]
        )

    def _bulletin_items(self):
        """[(item, times, people, points)] that cost most, no names."""
        groups = self.env["gov.appraisal.line"]._read_group(
            [
                ("appraisal_id.round_id", "=", self.id),
                ("item_id.category_id.is_bonus", "=", False),
            ],
            ["item_id"],
            ["__count", "appraisal_id:count_distinct", "points_total:sum"],
        )
        return sorted(groups, key=lambda row: (-row[1], row[0].code))[:TOP]

    def _bulletin_reviews(self):
        """[(rating, number)] of citizens' reviews of the month, defaults left out."""
        reviews = self.env["gov.service.review"]
        counts = dict(
            reviews._read_group(
                [
                    ("date", ">=", self.date_from),
                    ("date", "<=", self.date_to),
                    ("is_default", "=", False),
                    ("department_id", "child_of", self.county_id.ids),
                ],
                ["rating"],
                ["__count"],
            )
        )
        labels = reviews._fields["rating"]._description_selection(self.env)
        return [(label, counts.get(key, 0)) for key, label in reversed(labels)]

    def _bulletin_day(self):
        """The day under the bulletin: of the publication, else today."""
        return self.published_on or fields.Date.context_today(self)
