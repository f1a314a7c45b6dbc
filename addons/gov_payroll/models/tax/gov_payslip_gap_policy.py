"""What contributions and tax lack before a run can be computed."""

from odoo import api, fields, models

from odoo.addons.gov_window_staff.rules.month import Month

from ..run import gov_payslip_gap
from .tax_facts import TaxFacts

KINDS = [
    ("no_contribution_table", "No Contribution Table in Force"),
    ("no_base", "No Contribution Base"),
    ("no_tax_table", "No Income-Tax Table in Force"),
    ("bad_deduction", "Declared Deductions Do Not Fit the Law"),
    ("bad_tax_opening", "Opening Figures of Tax Overlap"),
    ("no_tax_opening", "No Opening Figures of Tax"),
    ("earlier_month_open", "Earlier Month Not Approved"),
    ("negative_net", "Net Pay Below 0"),
]
# right in many places, or settled by the next month
WARNINGS = (
    "no_contribution_table",
    "no_tax_table",
    "bad_deduction",
    "no_tax_opening",
    "earlier_month_open",
    "negative_net",
)
gov_payslip_gap.WARNINGS += WARNINGS


class GovPayslipGap(models.Model):
    """Gaps of contributions and tax."""

    _inherit = "gov.payslip.gap"

    kind = fields.Selection(
        selection_add=KINDS, ondelete={kind: "cascade" for kind, _label in KINDS}
    )

    @api.model
    def _find_month(self, run):
        gaps = super()._find_month(run)
        if not run._gov_contribution_version():
            gaps.append({"kind": "no_contribution_table"})
        if not run._gov_tax_version()[0]:
            gaps.append({"kind": "no_tax_table"})
        return gaps + self._earlier_runs(run)

    @api.model
    def _earlier_runs(self, run):
        """Runs of the year before this one whose figures may still change."""
        earlier = run.search(
            [
                ("gov_county_id", "=", run.gov_county_id.id),
                ("date_start", "<", run.date_start),
                ("date_start", ">=", run.date_start.replace(month=1)),
                ("state", "not in", ("approved", "locked")),
            ]
        )
        return [
            {"kind": "earlier_month_open", "detail": other.name} for other in earlier
        ]

    @api.model
    def _find_people(self, run, batch):
        gaps = super()._find_people(run, batch)
        members = run._gov_members()
        people = self.env["hr.employee"].union(*members)
        found = [(p, "no_base", "") for p in self._lacking_bases(run, people)]
        version, month = run._gov_tax_version()
        if version:
            facts = TaxFacts.collect(people, run.gov_county_id, version, month)
            found += [(p, "bad_deduction", "") for p in self._unlawful(people, facts)]
            found += self._overlapping(people, facts)
            gaps += self._without_opening(people, facts)
        return gaps + [
            self._person_vals(person, members[person], kind, detail)
            for person, kind, detail in found
        ]

    @api.model
    def _person_vals(self, person, appraisal, kind, detail):
        return {
            "kind": kind,
            "detail": detail,
            "employee_id": person.id,
            "staff_no": appraisal.staff_no or person.gov_staff_no,
            "person_name": appraisal.person_name or person.name,
        }

    @api.model
    def _lacking_bases(self, run, people):
        """Those of `people` who pay contributions here and have no base."""
        table = run._gov_contribution_version()
        if not table:
            return people.browse()
        month = Month.of(run.date_start)
        bases = self.env["gov.contribution.base"]._on_day(
            people, table._last_start(month)
        )
        lacking = people - people.browse().union(*bases)
        versions = self.env["hr.version"]._gov_as_of(lacking, month.last)
        return lacking.filtered(lambda p: self._pays(table, versions.get(p.id)))

    @api.model
    def _pays(self, table, version):
        staffing = version and version.contract_type_id
        return version and any(rate._is_paid_by(staffing) for rate in table.rate_ids)

    @api.model
    def _overlapping(self, people, facts):
        """Opening figures that run into months which the system knows itself."""
        gaps = []
        for person in people:
            opening = facts.openings.get((person, facts.month.year))
            through = opening.through_month if opening else 0
            if through and through >= facts.known_from(person):
                gaps.append((person, "bad_tax_opening", str(through)))
        return gaps

    @api.model
    def _without_opening(self, people, facts):
        """One warning with the number of people whose earlier months are not known."""
        number = sum(facts.lacks_opening(person) for person in people)
        return [{"kind": "no_tax_opening", "detail": str(number)}] if number else []

    @api.model
    def _unlawful(self, people, facts):
        """People whose declarations of a month do not fit the table of that month."""
        version, month = facts.version, facts.month
        declared = self.env["gov.tax.deduction"].search(
            [
                ("employee_id", "in", people.ids),
                ("date_from", "<=", month.last),
                "|",
                ("date_to", "=", False),
                ("date_to", ">=", month.first),
            ]
        )
        rows = {row.kind: row for row in version.limit_ids}
        wrong = self.env["hr.employee"]
        for one in declared:
            row = rows.get(one.kind, version.limit_ids.browse())
            if one.amount > one._maximum(row) or one._clashes(declared, row):
                wrong |= one.employee_id
        return wrong

    @api.model
    def _note_negative(self, slips):
        """Warn of computed slips whose deductions are more than the pay.

        Contributions are due all the same; only then can it be known.
        """
        # a chunk may be computed again after a break
        self.search(
            [
                ("run_id", "in", slips.payslip_run_id.ids),
                ("kind", "=", "negative_net"),
                ("employee_id", "in", slips.employee_id.ids),
            ]
        ).unlink()
        vals_list = [
            {
                "run_id": slip.payslip_run_id.id,
                "kind": "negative_net",
                "is_warning": True,
                "detail": f"{-slip.gov_net:.2f}",
                "employee_id": slip.employee_id.id,
                "staff_no": slip.gov_staff_no,
                "person_name": slip.gov_person_name,
            }
            for slip in slips
            if slip.gov_staff_no and slip.gov_net < 0
        ]
        self.create(vals_list)

    def _message_no_contribution_table(self):
        return self.env._(
            "No contribution table is in force for the county: the slips carry no "
            "social insurance and no housing fund."
        )

    def _message_no_base(self):
        return self.env._(
            "Enter the contribution bases; 0 for somebody who pays elsewhere."
        )

    def _message_no_tax_table(self):
        return self.env._("No income-tax table is in force: no tax is withheld.")

    def _message_bad_deduction(self):
        return self.env._("Look at this person's declared tax deductions.")

    def _message_bad_tax_opening(self):
        return self.env._(
            "The opening figures of tax run through month %s, which pay runs here "
            "cover as well. Correct the last month of the figures.",
            self.detail,
        )

    def _message_no_tax_opening(self):
        return self.env._(
            "%s people have no tax figures of the months before this system: tax "
            "begins with this month for them.",
            self.detail,
        )

    def _message_earlier_month_open(self):
        return self.env._(
            "%s is not approved yet; the tax of this month counts its figures.",
            self.detail,
        )

    def _message_negative_net(self):
        return self.env._(
            "Deductions exceed the pay by %s yuan; agree with the person how it is "
            "paid.",
            self.detail,
        )
