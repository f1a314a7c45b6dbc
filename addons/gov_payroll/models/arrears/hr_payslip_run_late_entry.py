"""Who joined a closed month back-dated (迟报入职): no member of it, and owed it all."""

from odoo import fields, models
from odoo.fields import Domain

from odoo.addons.gov_window_staff.rules.month import Month

from .hr_payslip_arrears import KNOWN_NOW
from .hr_payslip_run_owed import MARGIN

LATE_ENTRY = "late_entry"


class GovPayArrears(models.Model):
    """Arrears of people whom the closed month did not know."""

    _inherit = "gov.pay.arrears"

    cause = fields.Selection(
        selection_add=[(LATE_ENTRY, "Joining Reported Late"), ("other",)],
        ondelete={LATE_ENTRY: "set other"},
    )


class HrPayslipRun(models.Model):
    """Closed pay run that finds out about people who were there after all."""

    _inherit = "hr.payslip.run"

    def _gov_changed_people(self):
        return (super()._gov_changed_people() | self._gov_late_entrants()).sorted("id")

    def _gov_due(self, people):
        # only here: the members of a closed month are those that it was closed with
        return super(HrPayslipRun, self.with_context(gov_known_now=KNOWN_NOW))._gov_due(
            people
        )

    def _gov_members(self):
        members = super()._gov_members()
        if self.env.context.get("gov_known_now") is not KNOWN_NOW:
            return members
        nobody = self.env["gov.appraisal"]
        late = {p: nobody for p in self._gov_late_entrants() if p not in members}
        return {**members, **late}

    def _gov_late_entrants(self):
        """People of the month by the facts of now whom no run of the month paid.

        Only those whose facts were written since the month was begun: what was so when
        it was closed stays as it was closed.
        """
        month, batch = Month.of(self.date_start), self._gov_round()
        since = (batch.create_date or self.gov_computed_on) - MARGIN
        everybody = self.env["hr.employee"].with_context(active_test=False)
        people = everybody.search(
            everybody._gov_ever_in(self.gov_county_id, month.last)
            & Domain(
                [
                    ("id", "not in", batch.appraisal_ids.employee_id.ids),
                    ("gov_staff_no", "!=", False),
                    ("gov_entry_date", "<=", month.last),
                    "|",
                    ("gov_leave_date", "=", False),
                    ("gov_leave_date", ">=", month.last),
                    "|",
                    ("write_date", ">=", since),
                    ("version_ids.write_date", ">=", since),
                ]
            )
        )
        versions = self._gov_versions(people)
        in_scope = self.env["hr.version"].union(*versions.values())._gov_in_scope()
        late = in_scope.filtered(
            lambda v: v.department_id.gov_county_id == self.gov_county_id
        ).employee_id
        paid = self.env["hr.payslip"].search(
            [
                ("employee_id", "in", late.ids),
                ("date_from", "=", month.first),
                ("gov_staff_no", "!=", False),
                ("payslip_run_id.gov_county_id", "!=", False),
            ]
        )
        return late - paid.employee_id

    def _gov_causes(self, people):
        causes = super()._gov_causes(people)
        slips = self._gov_slips_of(people)
        known = slips.employee_id | self._gov_round().appraisal_ids.employee_id

        def cause(person, code):
            if person in known or not person.gov_entry_date:
                return causes(person, code)
            return LATE_ENTRY, fields.Date.to_string(person.gov_entry_date)

        return cause
