"""What the rules take from an appraisal and give to it beside the score."""

from decimal import Decimal

from odoo import fields, models


class GovAppraisal(models.Model):
    """The grade by its own name, and hooks for the order and decisions of HR."""

    _inherit = "gov.appraisal"

    grade_id = fields.Many2one(
        "gov.rubric.grade",
        string="Grade in the Text",
        ondelete="restrict",
        index="btree_not_null",
        help="The grade by the name that the text gives it; empty while suspended.",
    )

    def _settled(self):
        """The results as they are stored, in the shape of `differences`."""
        self.ensure_one()
        return {
            "total": round(self.total, 4),
            "rank": self.rank,
            "grade": self.grade,
            "grade_name": self.grade_id.name or "",
            "reward": round(self.reward_amount, 2),
        }

    def _tie_keys(self, text):
        """Further keys of the order of equals, the higher the better (D4).

        After the score, the points lost and the bonus: 好评率, then 办件量, where the
        text says so. Who was not rated has no bad review: that is as good as the best
        rate.

        :param text: gov.rubric.version
        :return: {appraisal id: tuple of Decimal}
        """
        keys = {}
        if not (text.ties_by_reviews or text.ties_by_volume):
            return keys
        for month, appraisals in self.grouped("date_from").items():
            people = appraisals.employee_id
            rates = people._gov_good_review_rate(month)
            volumes = people._gov_service_volume(month)
            for appraisal in appraisals:
                employee = appraisal.employee_id.id
                rate = rates[employee]
                best = Decimal(100) if rate is None else rate
                keys[appraisal.id] = (
                    best if text.ties_by_reviews else Decimal(0),
                    Decimal(volumes[employee] if text.ties_by_volume else 0),
                )
        return keys

    def _grade_decisions(self):
        """Decisions of HR that the grading has to keep to.

        :return: {appraisal id: (code of the best grade left or None, whether chosen
            out of a tied group)}
        """
        return {}

    def _withheld_ids(self):
        """Ids of appraisals whose reward an approved decision stops."""
        return set()
