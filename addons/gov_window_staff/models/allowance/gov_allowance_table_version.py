"""A dated version of the allowance table."""

from decimal import Decimal

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.allowance import Rate


class GovAllowanceTableVersion(models.Model):
    """One text of the allowance table with its rates."""

    _name = "gov.allowance.table.version"
    _description = "Allowance Table Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "table_id"

    table_id = fields.Many2one(
        "gov.allowance.table", required=True, ondelete="restrict", index=True
    )
    rate_ids = fields.One2many(
        "gov.allowance.rate", "version_id", string="Rates", copy=True
    )
    eligibility_ids = fields.One2many(
        "gov.allowance.eligibility",
        "version_id",
        copy=True,
        help="An element without a line here is paid to everybody.",
    )

    break_days = fields.Integer(
        string="Break That Restarts the Years (Days)",
        default=30,
        help="连续工作: years for the seniority allowance count anew after a longer "
        "time away from window posts (D19).",
    )

    _date_from_uniq = models.UniqueIndex(
        "(table_id, date_from)", "A version with this start date already exists."
    )

    def _check_complete(self):
        empty = self.filtered(lambda version: not version.rate_ids)
        if empty:
            raise UserError(
                self.env._("%(name)s has no rates yet.", name=empty[0].name)
            )

    def _to_eligibility(self):
        """{element: ids of the staffing types it is paid to}, see `is_eligible`."""
        self.ensure_one()
        return {
            line.element: frozenset(line.contract_type_ids.ids)
            for line in self.eligibility_ids
        }

    def _to_rules(self):
        """The rates as frozen dataclasses, amounts as Decimal yuan."""
        self.ensure_one()
        return tuple(
            Rate(
                kind=rate.kind,
                threshold=rate._threshold(),
                amount=Decimal(str(rate.amount)),
                in_probation=rate.in_probation,
                source=rate.id,
            )
            for rate in self.rate_ids
        )
