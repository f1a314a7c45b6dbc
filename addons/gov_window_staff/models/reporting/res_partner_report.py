"""What a dispatching unit is told of its people in a period (情况通报, S36)."""

from odoo import api, fields, models
from odoo.fields import Domain

from ...rules.bands import share
from ...rules.movement_dates import stay_until


class ResPartner(models.Model):
    """Dispatching unit with the sections of its periodic report."""

    _inherit = "res.partner"

    def _gov_unit_report_sections(self, first, last):
        """Hook: the sections of each unit's report, in the order shown.

        Other addons add theirs by super(): grades, training. Everything that is
        returned goes to the unit's liaison, so restricted records stay out.

        :param first, last: first and last day of the period
        :return: {unit id: [{title, header: [str], rows: [[value]]}]}; None is a dash
        """
        people = self._gov_report_people(first, last)
        versions = self._gov_report_versions(people, last)
        now = self.env["hr.version"]._gov_as_of(people, last)
        by_unit = {unit.id: people.browse() for unit in self}
        for person in people:
            unit = now[person.id].gov_dispatch_unit_id if person.id in now else self
            if len(unit) == 1 and unit.id in by_unit:
                by_unit[unit.id] |= person
        changes = self._gov_report_changes(people, versions, first, last)
        sections = {}
        for unit in self:
            own = by_unit[unit.id].sorted("gov_staff_no")
            sections[unit.id] = [
                self._gov_section_people(own, now, last),
                self._gov_section_changes(changes.get(unit.id, [])),
                self._gov_section_certificates(own, first, last),
                self._gov_section_records(own, first, last),
            ]
        return sections

    @api.model
    def _gov_report_people(self, first, last):
        """Everybody who was in service on some day of the period."""
        return (
            self.env["hr.employee"]
            .with_context(active_test=False)
            .search(
                self.env["hr.employee"]._gov_serving(first)
                & Domain("gov_entry_date", "<=", last)
            )
        )

    @api.model
    def _gov_report_versions(self, people, last):
        """{employee id: versions until the last day, oldest first}, one query."""
        found = self.env["hr.version"].search(
            [("employee_id", "in", people.ids), ("date_version", "<=", last)],
            order="employee_id, date_version",
        )
        return {person.id: own for person, own in found.grouped("employee_id").items()}

    def _gov_section_people(self, people, versions, last):
        here = people.filtered(
            lambda p: not p.gov_leave_date or p.gov_leave_date > last
        )
        certified = len(here.filtered("gov_skill_level_id"))
        return {
            "title": self.env._(
                "Staff on the last day: %(count)s, certified %(rate)s%%",
                count=len(here),
                rate="—" if not here else share(certified, len(here)),
            ),
            "header": [
                self.env._("Staff No."),
                self.env._("Full Name"),
                self.env._("Site"),
                self.env._("Window"),
                self.env._("Post"),
                self.env._("Staffing Type"),
                self.env._("Skill Level"),
                self.env._("At the Window Since"),
                self.env._("Minimum Stay Served"),
            ],
            "rows": [self._gov_person_row(p, versions[p.id], last) for p in here],
        }

    @api.model
    def _gov_person_row(self, person, version, last):
        since = person.gov_posted_date or person.gov_entry_date
        # 000 and 001: 原则上在2年或2年以上; what a resignation is checked by
        months = self.env["gov.movement.kind"]._of("resign").stay_months
        served = stay_until(since, months) <= last
        return [
            person.gov_staff_no,
            person.name,
            version.department_id.name,
            version.gov_window_id.name,
            version.job_id.name,
            version.contract_type_id.name,
            person.gov_skill_level_id.name,
            fields.Date.to_string(since),
            self.env._("Yes") if served else self.env._("No"),
        ]

    def _gov_report_changes(self, people, versions, first, last):
        """{unit id: [[day, staff number, name, what, from, to]]} of the period."""
        changes = {}

        def add(unit, day, person, what, before=None, after=None):
            row = [str(day), person.gov_staff_no, person.name, what, before, after]
            changes.setdefault(unit.id, []).append(row)

        for person in people:
            dated = versions.get(person.id, self.env["hr.version"])
            if not dated:
                continue
            if person.gov_entry_date >= first:
                unit = dated[0].gov_dispatch_unit_id
                after = dated[0].department_id.name
                add(
                    unit,
                    person.gov_entry_date,
                    person,
                    self.env._("Joined"),
                    None,
                    after,
                )
            for before, after in zip(dated, dated[1:], strict=False):
                if before.date_version < after.date_version and (
                    after.date_version >= first
                ):
                    for row in self._gov_version_changes(before, after):
                        add(row[0], after.date_version, person, *row[1:])
            if person.gov_leave_date and person.gov_leave_date <= last:
                unit = dated[-1].gov_dispatch_unit_id
                before = dated[-1].department_id.name
                add(unit, person.gov_leave_date, person, self.env._("Left"), before)
        return changes

    @api.model
    def _gov_version_changes(self, before, after):
        """[(unit, what, from, to)] between two versions of a person."""
        names = {
            "department_id": self.env._("Site changed"),
            "gov_window_id": self.env._("Window changed"),
            "job_id": self.env._("Post changed"),
        }
        unit_from, unit_to = before.gov_dispatch_unit_id, after.gov_dispatch_unit_id
        found = [
            (unit_to, what, before[name].display_name, after[name].display_name)
            for name, what in names.items()
            if before[name] != after[name]
        ]
        if unit_from != unit_to:
            what = self.env._("Unit changed")
            row = (what, unit_from.name, unit_to.name)
            found += [(unit, *row) for unit in unit_from | unit_to]
        return found

    def _gov_section_changes(self, rows):
        return {
            "title": self.env._("Changes in the period: %s", len(rows)),
            "header": [
                self.env._("Date"),
                self.env._("Staff No."),
                self.env._("Full Name"),
                self.env._("Change"),
                self.env._("Before"),
                self.env._("After"),
            ],
            "rows": sorted(rows, key=lambda row: row[0]),
        }

    def _gov_section_certificates(self, people, first, last):
        new = people.gov_certificate_ids.filtered(
            lambda c: c.state == "verified" and first <= c.issue_date <= last
        ).sorted("issue_date")
        return {
            "title": self.env._("Certificates of the period: %s", len(new)),
            "header": [
                self.env._("Issued On"),
                self.env._("Staff No."),
                self.env._("Full Name"),
                self.env._("Level"),
                self.env._("Certificate No."),
            ],
            "rows": [
                [
                    str(one.issue_date),
                    one.employee_id.gov_staff_no,
                    one.employee_id.name,
                    one.level_id.name,
                    one.number,
                ]
                for one in new
            ],
        }

    def _gov_section_records(self, people, first, last):
        """Honours and recommendations: talks, findings and health stay with us."""
        records = self.env["gov.staff.record"].search(
            [
                ("employee_id", "in", people.ids),
                ("date", ">=", first),
                ("date", "<=", last),
                ("kind_id.is_merit", "=", True),
                ("kind_id.is_restricted", "=", False),
            ],
            order="date",
        )
        return {
            "title": self.env._("Honours and records: %s", len(records)),
            "header": [
                self.env._("Date"),
                self.env._("Staff No."),
                self.env._("Full Name"),
                self.env._("Kind of Record"),
                self.env._("Summary"),
            ],
            "rows": [
                [
                    str(one.date),
                    one.employee_id.gov_staff_no,
                    one.employee_id.name,
                    one.kind_id.name,
                    one.summary,
                ]
                for one in records
            ],
        }
