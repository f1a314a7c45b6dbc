"""What decides between people with equal scores (D4): reviews and volume."""

from collections import defaultdict

from odoo import fields, models

from ...rules.reviews import rate


class HrEmployee(models.Model):
    """Figures of a month for many people, in one query each."""

    _inherit = "hr.employee"

    def _gov_service_volume(self, month):
        """{employee id: cases concluded in the month}; 0 where nobody entered any.

        :param month: first day of the month
        """
        # sudo: a figure of the month, whoever settles it
        volumes = self.env["gov.service.volume"].sudo()
        found = volumes._read_group(
            [("employee_id", "in", self.ids), ("date", "=", month)],
            ["employee_id"],
            ["cases:sum"],
        )
        return dict.fromkeys(self.ids, 0) | {p.id: cases for p, cases in found}

    def _gov_good_review_rate(self, month):
        """{employee id: 好评率 of the month in percent, Decimal}, None without a review.

        A bad review that was found mistaken or malicious is left out.

        :param month: first day of the month
        """
        # sudo: as above
        reviews = self.env["gov.service.review"].sudo()
        found = reviews._read_group(
            [
                ("employee_id", "in", self.ids),
                ("date", ">=", month),
                ("date", "<=", fields.Date.end_of(month, "month")),
                "|",
                ("verdict", "not in", ("mistaken", "malicious")),
                ("is_bad", "=", False),
            ],
            ["employee_id", "is_bad"],
            ["__count"],
        )
        good, every = defaultdict(int), defaultdict(int)
        for person, is_bad, count in found:
            every[person.id] += count
            good[person.id] += 0 if is_bad else count
        return {i: rate(good.get(i, 0), every.get(i, 0)) for i in self.ids}
