"""年度考核.xlsx: the year of a county, one row a person with the twelve months."""

from datetime import date

from odoo import models


class AnnualReport(models.AbstractModel):
    """Months in words, counts, score, grade and what follows from it."""

    _name = "report.gov_assessment.annual"
    _description = "Annual Appraisal Workbook"
    _inherit = "gov.people.workbook.mixin"

    _sheet_name = "年度考核"

    def _created(self, batch):
        return date(batch.year, 12, 31)

    def _people(self, batch):
        # who has a rank first, as the list is read out
        return batch.appraisal_ids.sorted(lambda r: (not r.rank, r.rank, r.staff_no))

    def _columns(self, batch):
        results = "gov.annual.appraisal"
        statuses = self._words(results, "status")
        renewals = self._words("gov.rubric.annual.grade", "renewal")
        answers = self._words(results, "confirm_state")
        grades = self._words("gov.appraisal", "grade")
        return [
            ("工号", lambda r: r.staff_no, 12, "text"),
            ("姓名", lambda r: r.person_name, 10, "text"),
            ("机构", lambda r: r.department_id.name, 24, "text"),
            ("派驻单位", lambda r: r.unit_id.name, 18, "text"),
            *(self._month_column(number, grades) for number in range(1, 13)),
            ("好", lambda r: r.good_count, 5, "centre"),
            ("一般", lambda r: r.fair_count, 5, "centre"),
            ("差", lambda r: r.poor_count, 5, "centre"),
            ("月均分", lambda r: r.average, 8, "score"),
            *map(self._mark_column, batch.version_id.year_part_ids),
            ("年度得分", lambda r: r.score, 9, "score"),
            ("名次", lambda r: r.rank or None, 6, "centre"),
            ("年度等次", lambda r: r.grade_id.name or statuses[r.status], 10, "centre"),
            ("续聘建议", lambda r: renewals.get(r.renewal), 11, "centre"),
            ("年度奖励", lambda r: r.bonus_amount, 11, "money"),
            ("本人意见", lambda r: answers.get(r.confirm_state), 11, "centre"),
        ]

    def _month_column(self, number, grades):
        def value(result):
            standing = (result.months or {}).get(str(number), [None])[0]
            return grades.get(standing)

        return (f"{number}月", value, 5, "centre")

    def _mark_column(self, part):
        def value(result):
            if part.source == "months":
                return result.average
            return (result.marks or {}).get(str(part.id))

        return (f"{part.name}({part.weight:g}%)", value, 10, "score")

    def _page_title(self, batch):
        return f"{batch.county_id.name} {batch.year}年度窗口工作人员考核结果"
