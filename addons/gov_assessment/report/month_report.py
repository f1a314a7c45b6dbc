"""月度考核.xlsx: the month of a county, one row a person."""

from odoo import models


class MonthReport(models.AbstractModel):
    """People in staff number order, with the score of each category."""

    _name = "report.gov_assessment.month"
    _description = "Monthly Appraisal Workbook"
    _inherit = "gov.people.workbook.mixin"

    _sheet_name = "月度考核"

    def _created(self, batch):
        return batch.date_from

    def _people(self, batch):
        return batch.appraisal_ids.sorted("staff_no")

    def _columns(self, batch):
        grades = self._words("gov.appraisal", "grade")
        categories = [
            (category.name, self._category_getter(category), 9, "score")
            for category in batch.version_id.category_ids
        ]
        return [
            ("工号", lambda a: a.staff_no, 12, "text"),
            ("姓名", lambda a: a.person_name, 10, "text"),
            ("机构", lambda a: a.department_id.name, 26, "text"),
            *categories,
            ("总分", lambda a: a.total, 9, "score"),
            ("名次", lambda a: a.rank or None, 7, "centre"),
            ("等次", lambda a: grades.get(a.grade), 8, "centre"),
            ("考核奖励", lambda a: a.reward_amount, 11, "money"),
        ]

    def _category_getter(self, category):
        return lambda appraisal: (appraisal.category_scores or {}).get(category.code)

    def _page_title(self, batch):
        month = f"{batch.date_from.year}年{batch.date_from.month}月"
        return f"{batch.county_id.name} {month}窗口工作人员月度考核表"
