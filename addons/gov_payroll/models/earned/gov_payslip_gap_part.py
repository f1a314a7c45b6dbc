"""What the rules of pay ask for before a run can be computed."""

from odoo import api, fields, models

from odoo.addons.gov_window_staff.exceptions import NotInForce

from ..run import gov_payslip_gap

KINDS = [
    ("no_pay_rules", "No Rules of Pay in Force"),
    ("no_channel", "No Payer and Funding"),
]
# the register then leaves payer and funding blank
gov_payslip_gap.WARNINGS += ("no_channel",)


class GovPayslipGap(models.Model):
    """Gaps of rules, of leavers and of payers."""

    _inherit = "gov.payslip.gap"

    kind = fields.Selection(
        selection_add=KINDS, ondelete={kind: "cascade" for kind, _label in KINDS}
    )

    @api.model
    def _find_month(self, run):
        gaps = super()._find_month(run)
        try:
            run._gov_pay_version()
        except NotInForce as error:
            gaps.append({"kind": "no_pay_rules", "detail": str(error)})
        return gaps

    @api.model
    def _find_people(self, run, batch):
        gaps = super()._find_people(run, batch)
        rules = self.env["gov.pay.policy"]._versions_for(
            run.gov_county_id, run.date_start
        )[run.gov_county_id]
        people = self.env["hr.employee"].union(*run._gov_members())
        versions = run._gov_versions(people)
        graded = set(batch.appraisal_ids.employee_id.ids)
        return self._settled_by_table(gaps, rules, versions) + [
            {
                "kind": kind,
                "detail": "",
                "employee_id": person.id,
                "staff_no": person.gov_staff_no,
                "person_name": person.name,
            }
            for person in people
            for kind in self._pay_kinds(
                person, versions.get(person.id), rules, person.id in graded
            )
        ]

    @api.model
    def _settled_by_table(self, gaps, rules, versions):
        """The gaps without wages of 0 that the wage table replaces."""
        return [
            gap
            for gap in gaps
            if gap["kind"] != "no_wage"
            or not rules.wage_ids._line_for(versions[gap["employee_id"]])
        ]

    @api.model
    def _pay_kinds(self, person, version, rules, is_graded):
        """Kinds of gaps of payer and funding; of a leaver the other ones as well."""
        kinds = []
        if not is_graded:
            kinds = self._person_kinds(person, version)
            if version and rules.wage_ids._line_for(version):
                kinds = [kind for kind in kinds if kind != "no_wage"]
        if rules and version:
            site = version.department_id
            if not rules.channel_ids._line_for(site, version.gov_source):
                kinds.append("no_channel")
        return kinds

    def _message_no_pay_rules(self):
        return self.detail

    def _message_no_channel(self):
        return self.env._(
            "No line of the rules of pay names payer and funding for this level of "
            "site and source; add one, or the register leaves them blank."
        )
