"""The rules of pay of a run: who left inside the month, days served, payers."""

from odoo import fields, models

from odoo.addons.gov_window_staff.rules.month import Month

from ...rules.part_month import attended


class HrPayslipRun(models.Model):
    """Pay run under the rules of pay that bind its month."""

    _inherit = "hr.payslip.run"

    gov_pay_version_id = fields.Many2one(
        "gov.pay.policy.version",
        string="Rules of Pay",
        readonly=True,
        ondelete="restrict",
        copy=False,
        index="btree_not_null",
    )

    def _gov_pay_version(self):
        """The rules in force on the month's first day, or NotInForce."""
        policies = self.env["gov.pay.policy"]
        return policies._version_for(self.gov_county_id, self.date_start)

    def _gov_freeze(self):
        result = super()._gov_freeze()
        self.gov_pay_version_id = self._gov_pay_version()
        return result

    # -- who -------------------------------------------------------------------------

    def _gov_members(self):
        """Also whoever left inside the month: paid a part, not graded (D38)."""
        members = super()._gov_members()
        batch = self._gov_round()
        if batch.state != "locked":
            return members
        nobody = batch.appraisal_ids.browse()
        leavers = {p: nobody for p in self._gov_leavers() if p not in members}
        return {**members, **leavers}

    def _gov_leavers(self):
        """People in assessed posts of this county whose last day lies in the month."""
        month = Month.of(self.date_start)
        people = (
            self.env["hr.employee"]
            .with_context(active_test=False)
            .search(
                [
                    ("gov_staff_no", "!=", False),
                    ("gov_entry_date", "!=", False),
                    ("gov_leave_date", ">=", month.first),
                    ("gov_leave_date", "<", month.last),
                ]
            )
        )
        versions = self._gov_versions(people).values()
        in_scope = self.env["hr.version"].union(*versions)._gov_in_scope()
        here = in_scope.filtered(
            lambda v: v.department_id.gov_county_id == self.gov_county_id
        )
        return here.employee_id.sorted("gov_staff_no")

    def _gov_versions(self, people):
        """{employee id: hr.version} on the last day in service of the month."""
        month = Month.of(self.date_start)
        versions = self.env["hr.version"]
        left = people.filtered(
            lambda p: p.gov_leave_date and month.first <= p.gov_leave_date < month.last
        )
        found = versions._gov_as_of(people - left, month.last)
        for version in versions.search(
            [("employee_id", "in", left.ids), ("date_version", "<=", month.last)],
            order="employee_id, date_version",
        ):
            person = version.employee_id
            if version.date_version <= person.gov_leave_date:
                found[person.id] = version
        return found

    # -- what is frozen on the slip --------------------------------------------------

    def _gov_slip_vals(self, people):
        slips = super()._gov_slip_vals(people)
        served = self._gov_served(people)
        for person, vals in slips.items():
            vals.update(self._gov_days_vals(served[person]))
            vals.update(self._gov_channel_vals(vals))
        return slips

    def _gov_served(self, people):
        """{hr.employee: rules.part_month.Attended} of this month."""
        month = Month.of(self.date_start)
        calendar = self.env["gov.calendar.year"]._calendar()
        spans, served = {}, {}
        for person in people:
            entry = max(month.first, person.gov_entry_date or month.first)
            leave = min(month.last, person.gov_leave_date or month.last)
            if (entry, leave) not in spans:
                spans[entry, leave] = attended(
                    month.first,
                    month.last,
                    entry,
                    leave,
                    calendar.is_workday,
                    calendar.statutory.__contains__,
                )
            served[person] = spans[entry, leave]
        return served

    def _gov_days_vals(self, days):
        return {
            "gov_is_whole": days.is_whole,
            "gov_calendar_days": days.calendar_days,
            "gov_working_days": days.working_days,
            "gov_paid_days": days.paid_days,
        }

    def _gov_channel_vals(self, vals):
        """Payer and funding of one slip by the rules of pay."""
        facts = self.env["hr.version"].browse(vals["contract_id"])
        site = self.env["hr.department"].browse(vals["gov_department_id"])
        channels = self.gov_pay_version_id.channel_ids
        channel = channels._line_for(site, facts.gov_source)
        payer = channel and channel._payer(facts, site, self.company_id)
        return {
            "gov_channel_id": channel.id,
            "gov_payer_kind": channel.payer_kind,
            "gov_payer_id": payer.id if payer else False,
            "gov_funding_id": channel.funding_id.id,
        }
