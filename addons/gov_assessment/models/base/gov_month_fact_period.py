"""Facts under a text that scores more than a month at once."""

from odoo import models


class GovMonthFactMixin(models.AbstractModel):
    """Fact that counts in the last month of its period."""

    _inherit = "gov.month.fact.mixin"

    def _gov_score_months(self):
        """{fact: months that the text of its county scores at once}, 1 where absent."""
        keys = {
            fact: (fact.department_id.gov_county_id, day.replace(day=1))
            for fact in self
            if (day := fact._fact_day())
        }
        # sudo: which text binds a county does not depend on who records the fact
        versions = self.env["gov.rubric.version"].sudo()
        months = keys and versions._score_months_by_day(set(keys.values()))
        if not months:
            return {}
        return {fact: months.get(key, 1) for fact, key in keys.items()}
