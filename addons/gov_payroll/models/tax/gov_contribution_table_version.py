"""A dated version of the contribution table."""

from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError

LAST_DAY = 31


class GovContributionTableVersion(models.Model):
    """One text of the contribution table; limits may change inside a year."""

    _name = "gov.contribution.table.version"
    _description = "Contribution Table Version"
    _inherit = ["gov.policy.version.mixin", "mail.thread"]
    _policy_field = "table_id"

    table_id = fields.Many2one(
        "gov.contribution.table",
        string="Contribution Table",
        required=True,
        ondelete="restrict",
        index=True,
    )
    join_by_day = fields.Integer(
        string="Counts When Registered by Day",
        help="A base that begins after this day of a month counts from the next month; "
        "0: it counts for the whole month whenever it begins.",
    )
    note = fields.Text(string="What to Check")
    rate_ids = fields.One2many(
        "gov.contribution.rate", "version_id", string="Rates", copy=True
    )

    _date_from_uniq = models.UniqueIndex(
        "(table_id, date_from)", "A version with this start date already exists."
    )
    _join_by_day_of_month = models.Constraint(
        f"CHECK(join_by_day BETWEEN 0 AND {LAST_DAY})",
        "The day lies between 1 and 31, or is 0.",
    )

    def _check_complete(self):
        empty = self.filtered(lambda version: not version.rate_ids)
        if empty:
            raise UserError(
                self.env._("%(name)s has no rates yet.", name=empty[0].name)
            )

    def _filter_used(self):
        # sudo: whoever may edit policy documents need not read pay slips
        lines = self.env["hr.payslip.line"].sudo()
        used = lines._read_group(
            [
                ("gov_contribution_rate_id.version_id", "in", self.ids),
                ("slip_id.payslip_run_id.state", "in", ("approved", "locked")),
            ],
            ["gov_contribution_rate_id"],
        )
        versions = self.browse({rate.version_id.id for (rate,) in used})
        return super()._filter_used() | versions

    def _last_start(self, month):
        """The last day on which a base may begin to count in a `Month`."""
        self.ensure_one()
        if not self.join_by_day:
            return month.last
        return min(month.last, month.first + timedelta(days=self.join_by_day - 1))
