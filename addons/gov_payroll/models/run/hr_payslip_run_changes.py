"""The run's list of changes against last month; finance ticks it before agreeing."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from .hr_payslip_run import FINANCE


class HrPayslipRun(models.Model):
    """Run compared with the run of the month before."""

    _inherit = "hr.payslip.run"

    gov_change_ids = fields.One2many(
        "gov.payslip.change", "run_id", string="Changes", readonly=True
    )
    gov_change_count = fields.Integer(
        string="Changes against Last Month", compute="_compute_gov_changes"
    )
    gov_unchecked_count = fields.Integer(
        string="Changes to Check", compute="_compute_gov_changes"
    )
    gov_previous_id = fields.Many2one(
        "hr.payslip.run",
        string="Compared With",
        readonly=True,
        copy=False,
        ondelete="set null",
    )

    @api.depends("gov_change_ids.checked_by_id")
    def _compute_gov_changes(self):
        groups = self.env["gov.payslip.change"]._read_group(
            [("run_id", "in", self.ids)],
            ["run_id"],
            ["__count", "checked_by_id:array_agg"],
        )
        found = {run.id: (count, users) for run, count, users in groups}
        for run in self:
            run.gov_change_count, users = found.get(run.id, (0, []))
            run.gov_unchecked_count = sum(user is None for user in users)

    def _gov_finish(self):
        result = super()._gov_finish()
        self._gov_compare()
        return result

    def _gov_compare(self):
        """Find the changes anew; without a run of the month before there are none."""
        table = self.env["gov.payslip.change"]
        self.gov_change_ids.unlink()
        self.gov_previous_id = self._gov_previous()
        if self.gov_previous_id:
            table.create(table._find(self, self.gov_previous_id))

    def _gov_previous(self):
        """The run of the county for the month before, once computed."""
        first = fields.Date.subtract(self.date_start, months=1)
        return self.search(
            [
                ("gov_county_id", "=", self.gov_county_id.id),
                ("date_start", "=", first),
                ("state", "not in", ("draft", "computing")),
            ]
        )

    def _gov_change_percent(self):
        """Hook: pay that differs by more per cent from last month's is listed."""
        return self.gov_pay_version_id.change_percent

    def action_gov_check_changes(self):
        """全部核对: finance has looked at all changes of the run."""
        for run in self:
            run._gov_check_changes(run.gov_change_ids)

    def _gov_check_changes(self, changes):
        for run in self._gov_begin(FINANCE, ["computed", "submitted"]):
            # sudo: right and state are checked by `_gov_begin`
            todo = (changes.sudo() & run.gov_change_ids).filtered(
                lambda change: not change.checked_by_id
            )
            todo._unprotected().write(
                {"checked_by_id": self.env.uid, "checked_on": fields.Datetime.now()}
            )

    def _gov_check_decidable(self, review):
        result = super()._gov_check_decidable(review)
        is_finance = review.definition_id.gov_pay_role == "finance"
        if is_finance and self.gov_unchecked_count:
            raise UserError(
                self.env._(
                    "%(count)s changes of %(run)s against last month are not checked "
                    "yet. Open “Changes” and tick them first.",
                    count=self.gov_unchecked_count,
                    run=self.name,
                )
            )
        return result

    def action_open_gov_changes(self):
        """The changes of this run as a list."""
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "gov_payroll.gov_payslip_change_action"
        )
        return dict(action, domain=[("run_id", "=", self.id)])
