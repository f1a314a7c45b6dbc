"""The finance pack of a run: one button, and what was exported before."""

from odoo import api, fields, models
from odoo.exceptions import AccessError

from odoo.addons.gov_window_staff.models.people.hr_version import PERSONAL

from ..run.hr_payslip_run import OFFICER
from . import export_maker
from .gov_pay_export import FINANCE


class HrPayslipRun(models.Model):
    """Pay run that is handed to finance and the bank."""

    _inherit = "hr.payslip.run"

    gov_export_ids = fields.One2many("gov.pay.export", "run_id", string="Exports")
    gov_export_count = fields.Integer(
        string="Finance Packs", compute="_compute_gov_export_count"
    )
    gov_exported_on = fields.Datetime(
        string="Exported On", compute="_compute_gov_export_count"
    )

    @api.depends("gov_export_ids.date")
    def _compute_gov_export_count(self):
        groups = self.env["gov.pay.export"]._read_group(
            [("run_id", "in", self.ids)], ["run_id"], ["__count", "date:max"]
        )
        found = {run.id: (count, last) for run, count, last in groups}
        for run in self:
            count, last = found.get(run.id, (0, False))
            run.gov_export_count, run.gov_exported_on = count, last

    @api.model
    def _gov_need(self, *groups):
        """Refuse a user who is in none of the groups."""
        user = self.env.user
        if self.env.su or any(user.has_group(group) for group in groups):
            return
        # sudo: whoever is refused, a portal login too, reads the group's name
        names = [self.env.ref(group).sudo().display_name for group in groups]
        raise AccessError(self.env._("Only “%s” may do this.", " / ".join(names)))

    def action_gov_export(self):
        """导出财务包: register, bank files, slips and manifest of an approved run.

        Bank files are finance's, and only of a locked run: an approved one can still
        be sent back. An officer's register shows numbers with stars.
        """
        self._gov_need(FINANCE, OFFICER)
        user = self.env.user
        is_finance = user.has_group(FINANCE)
        exports = self.env["gov.pay.export"]
        group = FINANCE if is_finance else OFFICER
        for run in self._gov_begin(group, ["approved", "locked"]):
            exports |= export_maker.make(
                run._gov_in_chinese(),
                user,
                is_masked=not (is_finance or user.has_group(PERSONAL)),
                has_bank=is_finance and run.state == "locked",
            ).with_env(self.env)
        return exports._gov_open()

    def action_open_gov_exports(self):
        """The finance packs of this run."""
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "gov_payroll.gov_pay_export_action"
        )
        return dict(action, domain=[("run_id", "=", self.id)], context={})
