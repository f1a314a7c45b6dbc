"""What a closed month owes: present facts against what was paid."""

from datetime import timedelta
from decimal import Decimal

from odoo import fields, models

from ...rules.arrears import differences
from ...rules.pay import Deferred, to_cent
from .hr_payslip_arrears import KNOWN_NOW

# what a month pays by its own facts; stars and bonus are paid once, when they are due
RECOMPUTED = (
    *("BASIC", "SKILL", "SENIORITY", "EDUCATION", "PERF"),
    *("MEAL", "LEAVE", "ABSENT"),
)
# a long transaction may be stamped earlier than the run that did not see it
MARGIN = timedelta(days=1)
CERTIFIED = ("SKILL", "SENIORITY")


class HrPayslipRun(models.Model):
    """Closed pay run that is compared with the facts as they are now."""

    _inherit = "hr.payslip.run"

    def _gov_owed(self, payer):
        """Values of arrears of this closed run that `payer` has to pay."""
        people = self._gov_changed_people()
        if not people:
            return []
        due = self._gov_due(people)
        paid = self._gov_paid(people)
        settled = self._gov_settled(people, payer)
        rows = []
        for person in people:
            found = differences(
                due.get(person, {}), paid.get(person, {}), settled.get(person, {})
            )
            for code, amount in found.items():
                already = sum(
                    part.get(person, {}).get(code, Decimal(0))
                    for part in (paid, settled)
                )
                rows.append((person, code, already, amount))
        return self._prepare_arrears(rows)

    def _prepare_arrears(self, rows):
        people = self.env["hr.employee"].union(*(row[0] for row in rows))
        causes = self._gov_causes(people)
        names = {slip.employee_id: slip for slip in self._gov_slips_of(people)}
        vals_list = []
        for person, code, already, amount in rows:
            cause, basis = causes(person, code)
            slip = names.get(person)
            vals_list.append(
                {
                    "origin": self,
                    "person": person,
                    "origin_run_id": self.id,
                    "employee_id": person.id,
                    "staff_no": slip.gov_staff_no if slip else person.gov_staff_no,
                    "person_name": slip.gov_person_name if slip else person.name,
                    "code": code,
                    "paid": float(already),
                    "due": float(already + amount),
                    "difference": float(amount),
                    "cause": cause,
                    "basis": basis,
                }
            )
        return vals_list

    # -- what is compared --------------------------------------------------------------

    def _gov_changed_people(self):
        """Members of a closed run of whom a fact was written since it was computed."""
        people = self.env["hr.employee"].union(*self._gov_members())
        people |= self.slip_ids.employee_id
        since = self.gov_computed_on - MARGIN
        changed = self.env["hr.employee"]
        for model, field in (
            ("gov.certificate", "employee_id"),
            ("hr.version", "employee_id"),
            ("gov.appraisal", "employee_id"),
            ("hr.employee", "id"),
        ):
            domain = [(field, "in", people.ids), ("write_date", ">=", since)]
            if model == "gov.appraisal":
                domain.append(("round_id", "=", self._gov_round().id))
            # archived people are owed as well
            found = self.env[model].with_context(active_test=False).search(domain)
            changed |= found if field == "id" else found[field]
        return changed.sorted("id")

    def _gov_due(self, people):
        """{person: {code: yuan}} of a closed month by the facts as they are now."""
        members = self._gov_members()
        still = people.filtered(lambda person: person in members)
        slips = self.env["hr.payslip"]
        for vals in self._gov_slip_vals(still).values():
            slips |= slips.new(vals)
        known = slips.with_context(gov_known_now=KNOWN_NOW)
        elements = known._gov_run_elements(self)
        return {
            slip.employee_id._origin: {
                code: element.amount
                for code, element in elements[slip.id].items()
                if code in RECOMPUTED and not isinstance(element, Deferred)
            }
            for slip in slips
        }

    def _gov_slips_of(self, people):
        return self.env["hr.payslip"].search(
            [("payslip_run_id", "=", self.id), ("employee_id", "in", people.ids)]
        )

    def _gov_paid(self, people):
        """{person: {code: yuan}} on the slips of a closed run."""
        groups = self.env["hr.payslip.line"]._read_group(
            [
                ("slip_id", "in", self._gov_slips_of(people).ids),
                ("code", "in", RECOMPUTED),
            ],
            ["employee_id", "code"],
            ["total:sum"],
        )
        return _by_person(groups)

    def _gov_settled(self, people, payer):
        """{person: {code: yuan}} of this month that other runs took as arrears."""
        groups = self.env["gov.pay.arrears"]._read_group(
            [
                ("origin_run_id", "=", self.id),
                ("employee_id", "in", people.ids),
                ("run_id", "!=", payer.id),
                ("hold_reason", "=", False),
            ],
            ["employee_id", "code"],
            ["difference:sum"],
        )
        return _by_person(groups)

    def _gov_causes(self, people):
        """A function from (person, code) to (cause, what it was)."""
        corrections = self._gov_corrections(people)
        certificates = self._gov_late_certificates(people)
        versions = self._gov_late_versions(people)

        def cause(person, code):
            if code == "PERF" and person in corrections:
                correction = corrections[person]
                return correction.cause, correction.reason
            if code in CERTIFIED and person in certificates:
                return "certificate", certificates[person].number
            if person in versions:
                day = fields.Date.to_string(versions[person].date_version)
                return "movement", day
            return "other", False

        return cause

    def _gov_corrections(self, people):
        lines = self.env["gov.appraisal.correction.line"].search(
            [
                ("appraisal_id.round_id", "=", self._gov_round().id),
                ("employee_id", "in", people.ids),
                ("state", "=", "applied"),
            ],
            order="id",
        )
        return {line.employee_id: line.correction_id for line in lines}

    def _gov_late_certificates(self, people):
        found = self.env["gov.certificate"].search(
            [
                ("employee_id", "in", people.ids),
                ("issue_date", "<=", self.date_end),
                ("write_date", ">=", self.gov_computed_on - MARGIN),
            ],
            order="issue_date, id",
        )
        return {certificate.employee_id: certificate for certificate in found}

    def _gov_late_versions(self, people):
        found = self.env["hr.version"].search(
            [
                ("employee_id", "in", people.ids),
                ("date_version", "<=", self.date_end),
                ("write_date", ">=", self.gov_computed_on - MARGIN),
            ],
            order="date_version, id",
        )
        return {version.employee_id: version for version in found}


def _by_person(groups):
    found = {}
    for person, code, total in groups:
        found.setdefault(person, {})[code] = to_cent(round(total, 6))
    return found
