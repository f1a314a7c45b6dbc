"""A failed exam shows what a person still has to learn (培训需求)."""

from odoo import models


class HrEmployee(models.Model):
    """Adds failed exams to the facts that training needs are proposed from."""

    _inherit = "hr.employee"

    def _gov_training_facts(self, first, last):
        """Topics that pulled a failed exam down, in a period.

        :return: list of {"employee_id", "topic_id": ids, "source": "exam",
            "date": date, "text": str}
        """
        facts = super()._gov_training_facts(first, last)
        for result in self._gov_exam_results(first, last):
            if result.state == "failed":
                facts.extend(result._training_facts())
        return facts
