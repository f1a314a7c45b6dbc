"""Why a line of a part month, of the wage table or of another payer is what it is."""

from odoo import fields, models

from ..slips import line_insert
from ..slips.hr_payslip_line import SOURCES

# the wage table line behind a wage; a part of it rests on the same line
SOURCES.update({"wage_table": "gov_wage_id", "part_wage": "gov_wage_id"})
# the insert of a chunk's lines has to know the new column
line_insert.COMPUTED["gov_wage_id"] = "int4"
line_insert.HANDLED.add("gov_wage_id")

REASONS = [
    ("wage_table", "Wage Table"),
    ("part_wage", "Part Month"),
    ("part_allowance", "Too Few Days for Allowances"),
    ("part_reward", "Too Few Working Days for the Reward"),
    ("not_graded", "Left inside the Month"),
    ("paid_elsewhere", "Paid by the Home Unit"),
]


class HrPayslipLine(models.Model):
    """Line that names days, wage table line or payer."""

    _inherit = "hr.payslip.line"

    gov_reason = fields.Selection(selection_add=REASONS)
    gov_wage_id = fields.Many2one(
        "gov.pay.wage",
        string="Wage Table Line",
        readonly=True,
        ondelete="restrict",
        index="btree_not_null",
    )

    def _explain_wage_table(self):
        version = self.gov_wage_id.version_id
        return self.env._(
            "Wage table, %(amount).2f yuan a month: the profile names no wage. "
            "%(rules)s, %(article)s.",
            amount=self.gov_wage_id.amount,
            rules=version.name,
            article=self.gov_wage_id.article or version.reference or "",
        )

    def _explain_part_wage(self):
        return self.env._(
            "Part of the month: %(formula)s paid days (working days, and statutory "
            "holidays from Monday to Friday), at most the monthly wage. %(rules)s.",
            formula=self.gov_basis,
            rules=self._gov_rules_of_pay().name,
        )

    def _explain_part_allowance(self):
        return self.env._(
            "Part of the month: %(slip)s calendar days in service; allowances are paid "
            "from %(days)s days on.",
            slip=self.slip_id.gov_calendar_days,
            days=self._gov_rules_of_pay().allowance_days,
        )

    def _explain_part_reward(self):
        return self.env._(
            "Part of the month: %(slip)s working days in service; the reward is paid "
            "from %(days)s working days on.",
            slip=self.slip_id.gov_working_days,
            days=self._gov_rules_of_pay().reward_days,
        )

    def _explain_not_graded(self):
        return self.env._("Left inside the month: the month is not graded.")

    def _explain_paid_elsewhere(self):
        return self.env._(
            "The home unit pays wage and allowances; only rewards are paid here. "
            "%(rules)s, %(article)s.",
            rules=self._gov_rules_of_pay().name,
            article=self.slip_id.gov_channel_id.article
            or self._gov_rules_of_pay().reference
            or "",
        )

    def _gov_rules_of_pay(self):
        return self.slip_id.payslip_run_id.gov_pay_version_id
