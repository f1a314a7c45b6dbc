"""Categories of pay elements."""

from odoo import api, models
from odoo.exceptions import UserError


class HrSalaryRuleCategory(models.Model):
    """A category that pay slips carry cannot vanish from them."""

    _inherit = "hr.salary.rule.category"

    @api.ondelete(at_uninstall=False)
    def _unlink_only_unused(self):
        # sudo: lines of other sites count too; the column would be emptied in SQL, past
        # every guard of a locked slip
        used = (
            self.env["hr.payslip.line"]
            .sudo()
            .search_count([("category_id", "in", self.ids)], limit=1)
        )
        if used:
            raise UserError(
                self.env._("Pay slips use this category; it cannot be deleted.")
            )
