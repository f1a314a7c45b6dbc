"""Finds what closed months still owe, or were paid too much (P25)."""

from dateutil.relativedelta import relativedelta

from odoo import fields, models

from odoo.addons.gov_window_staff.rules.month import Month

OWED = ("approved", "locked")


class HrPayslipRun(models.Model):
    """Pay run with the arrears that it pays."""

    _inherit = "hr.payslip.run"

    gov_arrears_ids = fields.One2many(
        "gov.pay.arrears", "run_id", string="Arrears of Closed Months", readonly=True
    )
    gov_arrears_count = fields.Integer(
        string="Number of Arrears", compute="_compute_gov_arrears"
    )
    gov_arrears_total = fields.Float(
        string="Arrears (Yuan)", digits=(14, 2), compute="_compute_gov_arrears"
    )

    def _compute_gov_arrears(self):
        groups = self.env["gov.pay.arrears"]._read_group(
            [("run_id", "in", self.ids), ("hold_reason", "=", False)],
            ["run_id"],
            ["__count", "difference:sum"],
        )
        found = {run.id: figures for run, *figures in groups}
        for run in self:
            run.gov_arrears_count, run.gov_arrears_total = found.get(run.id, (0, 0.0))

    def action_open_gov_arrears(self):
        """The arrears of this run, held ones included."""
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "gov_payroll.gov_pay_arrears_action"
        )
        return dict(action, domain=[("run_id", "=", self.id)], context={})

    def _gov_arrears_to_pay(self):
        return self.gov_arrears_ids.filtered(lambda row: not row.hold_reason)

    def _gov_members(self):
        """Who left is paid what an earlier month still owes."""
        members = super()._gov_members()
        none = self.env["gov.appraisal"]
        others = self._gov_arrears_to_pay().employee_id.filtered(
            lambda person: person not in members
        )
        return {**members, **{person: none for person in others}}

    # -- finding -----------------------------------------------------------------------

    def _gov_find_arrears(self):
        """Find the arrears of all closed months anew; held rows stay held."""
        self.ensure_one()
        old = self.gov_arrears_ids
        held = {
            (row.origin_run_id, row.employee_id, row.code): row.hold_reason
            for row in old
            if row.hold_reason
        }
        old.unlink()
        vals_list = []
        for origin in self._gov_closed_runs():
            vals_list += origin._gov_owed(self)
        for vals in vals_list:
            key = (vals.pop("origin"), vals.pop("person"), vals["code"])
            vals.update(run_id=self.id, hold_reason=held.get(key))
        self.env["gov.pay.arrears"].create(vals_list)
        self.invalidate_recordset(["gov_arrears_ids"])

    def _gov_closed_runs(self):
        """Closed runs of as many months as the rules of pay look back.

        A month whose appraisals are open again has no result that could be compared.
        """
        back = self.gov_pay_version_id.arrears_months
        runs = self.search(
            [
                ("gov_county_id", "=", self.gov_county_id.id),
                ("state", "in", OWED),
                ("date_start", "<", self.date_start),
                (
                    "date_start",
                    ">=",
                    self.date_start - relativedelta(months=back),
                ),
            ],
            order="date_start",
        )
        return runs.filtered(lambda run: run._gov_round().state == "locked")

    def _gov_outdate(self):
        """Computed figures that no longer fit: the officer computes them again."""
        # sudo: a step of the system; the caller has checked right and state
        self.sudo()._unprotected().write({"state": "draft"})

    # -- closing -----------------------------------------------------------------------

    def action_gov_lock(self):
        """Lock, and settle the corrections whose difference was paid."""
        open_runs = self.filtered(lambda run: run.state != "locked")
        result = super().action_gov_lock()
        for run in open_runs:
            run._gov_take_arrears()
        return result

    def _gov_take_arrears(self):
        """Corrections whose difference this locked run has paid are settled."""
        month = Month.of(self.date_start)
        lines = self.env["gov.appraisal.correction.line"]
        waiting = lines._due(self.gov_county_id, month)
        held = {
            (row.employee_id, row.date_from)
            for row in self.gov_arrears_ids
            if row.hold_reason
        }
        waiting.filtered(
            lambda line: (line.employee_id, line.date_from) not in held
        )._mark_paid(month)
