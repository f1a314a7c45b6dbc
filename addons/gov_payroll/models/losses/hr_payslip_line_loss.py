"""Why a line recovers a loss, or recovers nothing."""

from decimal import Decimal

from odoo import fields, models


class HrPayslipLine(models.Model):
    """Pay slip line that names the loss, its decision and what is left."""

    _inherit = "hr.payslip.line"

    gov_reason = fields.Selection(
        selection_add=[
            ("loss", "Recovery of a Loss"),
            ("loss_limit", "Nothing Recovered: Limit of the Law"),
            ("loss_no_floor", "Nothing Recovered: No Minimum Wage"),
        ]
    )

    def _gov_loss_parts(self):
        """[(loss id, yuan taken, yuan left)] of the line."""
        parts = (part.split(":") for part in self.gov_basis.split("; "))
        return [(int(key), Decimal(taken), Decimal(left)) for key, taken, left in parts]

    def _explain_loss(self):
        losses = self.env["gov.pay.loss"]
        words = [
            self.env._(
                "Loss of %(day)s, %(decision)s: %(taken).2f yuan, %(left).2f yuan are "
                "left",
                day=fields.Date.to_string(losses.browse(key).loss_date),
                decision=losses.browse(key).decision,
                taken=taken,
                left=left,
            )
            for key, taken, left in self._gov_loss_parts()
        ]
        return f"{'; '.join(words)}. {self._explain_loss_law()}"

    def _explain_loss_limit(self):
        return self.env._(
            "The pay of this month is too low for a recovery. %s",
            self._explain_loss_law(),
        )

    def _explain_loss_no_floor(self):
        return self.env._(
            "%s names no minimum wage, so nothing is recovered.",
            self._gov_rules_of_pay().name,
        )

    def _explain_loss_law(self):
        rules = self._gov_rules_of_pay()
        return self.env._(
            "At most %(percent)g%% of the month's wage, and never below the minimum "
            "wage of %(minimum).2f yuan in hand. %(rules)s.",
            percent=rules.recovery_percent,
            minimum=rules.minimum_wage,
            rules=rules.name,
        )
