"""Figures of a pay run, its register, and the windows that open from it."""

from odoo import api, fields, models

from ...report import register_data
from .hr_payslip_run import PREPARERS

# figures of the slips that a run adds up
TOTALS = ("gov_gross", "gov_deducted", "gov_net", "gov_employer_cost")


class HrPayslipRun(models.Model):
    """Pay run as its readers see it; the steps are in `hr_payslip_run`."""

    _inherit = "hr.payslip.run"

    gov_gap_count = fields.Integer(
        string="Open Gaps", compute="_compute_gov_gap_count", groups=PREPARERS
    )
    gov_people_count = fields.Integer(
        string="People of the Month", compute="_compute_gov_people_count"
    )
    gov_slip_count = fields.Integer(
        string="Number of Pay Slips", compute="_compute_gov_totals"
    )
    gov_gross = fields.Float(
        string="Gross Pay", digits=(14, 2), compute="_compute_gov_totals"
    )
    gov_gross_capital = fields.Char(
        string="Gross Pay in Words", compute="_compute_gov_totals"
    )
    gov_deducted = fields.Float(
        string="Deductions", digits=(14, 2), compute="_compute_gov_totals"
    )
    gov_net = fields.Float(
        string="Net Pay", digits=(14, 2), compute="_compute_gov_totals"
    )
    gov_employer_cost = fields.Float(
        string="Contributions of the Employer",
        digits=(14, 2),
        compute="_compute_gov_totals",
    )

    def _compute_gov_gap_count(self):
        counts = dict(
            self.env["gov.payslip.gap"]._read_group(
                [("run_id", "in", self.ids), ("is_warning", "=", False)],
                ["run_id"],
                ["__count"],
            )
        )
        for run in self:
            run.gov_gap_count = counts.get(run, 0)

    def _compute_gov_people_count(self):
        for run in self:
            # sudo: finance sees how far the run is, not the appraisals
            run.gov_people_count = len(run.sudo()._gov_members())

    @api.depends(*(f"slip_ids.{name}" for name in TOTALS))
    @api.depends_context("lang")
    def _compute_gov_totals(self):
        groups = self.env["hr.payslip"]._read_group(
            [("payslip_run_id", "in", self.ids)],
            ["payslip_run_id"],
            ["__count", *(f"{name}:sum" for name in TOTALS)],
        )
        found = {run.id: figures for run, *figures in groups}
        yuan = self.env.ref("base.CNY")
        for run in self:
            count, *sums = found.get(run.id, (0, *(0.0 for _name in TOTALS)))
            run.gov_slip_count = count
            run.update(dict(zip(TOTALS, sums, strict=True)))
            run.gov_gross_capital = yuan.amount_to_text(run.gov_gross)

    def action_open_gov_slips(self):
        """The slips of this run."""
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "gov_payroll.hr_payslip_action"
        )
        return dict(action, domain=[("payslip_run_id", "=", self.id)], context={})

    def action_open_gov_lines(self):
        """The slips' lines of this run as a pivot."""
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "gov_payroll.hr_payslip_line_action"
        )
        domain = [("slip_id.payslip_run_id", "=", self.id)]
        return dict(action, domain=domain)

    def _gov_in_chinese(self):
        """This run for an official form, for whoever may read the run itself."""
        self.check_access("read")
        installed = dict(self.env["res.lang"].get_installed())
        lang = "zh_CN" if "zh_CN" in installed else self.env.lang
        # sudo: the register needs names of sites and staffing types, no more
        return self.sudo().with_context(lang=lang)

    @api.private
    def gov_register_rows(self):
        """The pay register as one `rules.register.Register`."""
        self.ensure_one()
        return register_data.build(self._gov_in_chinese())

    def gov_register_file_name(self):
        """Name of the register's file, without the extension."""
        self.ensure_one()
        return register_data.file_name(self)

    @api.private
    def gov_register_xlsx(self):
        """工资发放表.xlsx as bytes, as the print button gives it."""
        report = self.env["ir.actions.report"]
        return report._render_xlsx("gov_payroll.register", self.ids, data={})[0]

    def action_print_gov_register(self):
        """工资发放表.xlsx of this run."""
        return self.env.ref("gov_payroll.register_report").report_action(self)
