"""Gaps that a run shows before money is moved: no bank card, below the minimum wage."""

from odoo import api, fields, models

from odoo.addons.gov_window_staff.rules.month import Month

from . import gov_payslip_gap
from .hr_payslip_run import PREPARERS

KINDS = [
    ("no_card", "No Bank Card"),
    ("below_minimum", "Below the Minimum Wage"),
]
# the pay is computed all the same: the bank file leaves the person out, and what
# counts towards the minimum is for people to judge
gov_payslip_gap.WARNINGS += ("no_card", "below_minimum")


class GovPayslipGap(models.Model):
    """Gap with the way to the person's profile."""

    _inherit = "gov.payslip.gap"

    kind = fields.Selection(
        selection_add=KINDS, ondelete={kind: "cascade" for kind, _label in KINDS}
    )

    @api.model
    def _person_kinds(self, person, version):
        kinds = super()._person_kinds(person, version)
        if not person.bank_account_ids:
            kinds.append("no_card")
        return kinds

    @api.model
    def _find_people(self, run, batch):
        return super()._find_people(run, batch) + self._find_below_minimum(run)

    @api.model
    def _find_below_minimum(self, run):
        floor = run._gov_minimum_wage()
        if not floor:
            return []
        people = self.env["hr.employee"].union(*run._gov_members())
        last = Month.of(run.date_start).last
        versions = self.env["hr.version"]._gov_as_of(people, last)
        return [
            {
                "kind": "below_minimum",
                "detail": f"{version.wage:.2f} < {floor:.2f}",
                "employee_id": person.id,
                "staff_no": person.gov_staff_no,
                "person_name": person.name,
            }
            for person in people
            # a wage of 0 is a gap of its own
            if (version := versions.get(person.id)) and 0 < version.wage < floor
        ]

    def _message_no_card(self):
        return self.env._(
            "Enter the bank card on the profile, or the bank file leaves the person "
            "out."
        )

    def _message_below_minimum(self):
        return self.env._(
            "The wage is below the minimum wage (%s): correct the profile, or see that "
            "allowances make up for it.",
            self.detail,
        )

    def action_open_person(self):
        """The profile on which the gap is closed."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "hr.employee",
            "res_id": self.employee_id.id,
            "view_mode": "form",
        }


class HrPayslipRun(models.Model):
    """Run with its warnings counted, and the gaps in a window of their own."""

    _inherit = "hr.payslip.run"

    gov_warning_count = fields.Integer(
        string="Warnings", compute="_compute_gov_warning_count", groups=PREPARERS
    )

    def _compute_gov_warning_count(self):
        counts = dict(
            self.env["gov.payslip.gap"]._read_group(
                [("run_id", "in", self.ids), ("is_warning", "=", True)],
                ["run_id"],
                ["__count"],
            )
        )
        for run in self:
            run.gov_warning_count = counts.get(run, 0)

    def _gov_minimum_wage(self):
        """Yuan a month, 0 where no rules of pay name it.

        Read by the month: the run itself keeps the rules only once it is computed.
        """
        policies = self.env["gov.pay.policy"]
        versions = policies._versions_for(self.gov_county_id, self.date_start)
        return versions[self.gov_county_id].minimum_wage

    def action_open_gov_gaps(self):
        """The gaps of this run, to filter and group."""
        self.ensure_one()
        action = self.env["ir.actions.actions"]._for_xml_id(
            "gov_payroll.gov_payslip_gap_action"
        )
        return dict(action, domain=[("run_id", "=", self.id)])
