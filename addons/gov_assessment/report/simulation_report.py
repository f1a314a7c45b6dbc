"""考核办法试算.xlsx: whom another text would change, before and after."""

from odoo import models


class SimulationReport(models.AbstractModel):
    """One row a person whose total, rank, grade or reward would be another."""

    _name = "report.gov_assessment.simulation"
    _description = "Workbook of a Trial"
    _inherit = "gov.people.workbook.mixin"

    _sheet_name = "试算"

    def _created(self, trial):
        return trial.round_id.date_from

    def _people(self, trial):
        return trial.line_ids

    def _columns(self, _trial):
        changes = self._words("gov.rubric.simulation.line", "change")
        return [
            ("工号", lambda x: x.staff_no, 12, "text"),
            ("姓名", lambda x: x.person_name, 10, "text"),
            ("机构", lambda x: x.department_id.name, 26, "text"),
            ("现总分", lambda x: x.total_before, 9, "score"),
            ("试算总分", lambda x: x.total_after, 9, "score"),
            ("现名次", lambda x: x.rank_before or None, 8, "centre"),
            ("试算名次", lambda x: x.rank_after or None, 8, "centre"),
            ("现等次", lambda x: x.grade_before or None, 9, "centre"),
            ("试算等次", lambda x: x.grade_after or None, 9, "centre"),
            ("等次变化", lambda x: changes.get(x.change), 10, "centre"),
            ("现奖励", lambda x: x.reward_before, 11, "money"),
            ("试算奖励", lambda x: x.reward_after, 11, "money"),
            ("差额", lambda x: x.reward_difference, 11, "money"),
        ]

    def _page_title(self, trial):
        return f"{trial.version_id.name} 试算 {trial.round_id.display_name}"
