"""Judging days of attendance by the rules of the county, in sets."""

from odoo import api, models

from ...rules.attendance import Day, halves_of, judge, read_minute
from .gov_attendance_day import PUNCHES

WHOLE_DAY = frozenset({"am", "pm"})


class GovAttendanceDay(models.Model):
    """A day becomes drafts under the items that the rules name."""

    _inherit = "gov.attendance.day"

    def _judge(self):
        """Write outcomes, and make, change or take back the drafts of these days."""
        calendar = self.env["gov.calendar.year"]._calendar()
        leaves = self._leave_halves()
        rules = self._rules_by_day()
        found, outcomes = {}, {}
        for day in self:
            version, excused, personal = rules.get(day.id), *leaves[day.id]
            if not calendar.is_workday(day.date):
                outcome, breaches = "off", ()
            elif not version:
                outcome, breaches = "unruled", ()
            else:
                facts = day._to_rules(excused, personal)
                breaches = judge(facts, version._to_hours())
                is_free = facts.excused and not breaches
                outcome = "breach" if breaches else "excused" if is_free else "none"
            found[day] = {breach.kind: breach for breach in breaches}
            outcomes.setdefault(outcome, self.browse())
            outcomes[outcome] += day
        for outcome, days in outcomes.items():
            # sudo: the outcome is written by the judge only, whoever changed a fact
            days.sudo().write({"outcome": outcome})
        self._write_leads(found, rules)

    def _to_rules(self, excused, personal):
        punched = {
            name: minute
            for name in PUNCHES
            if (minute := read_minute(self[name])) is not None
        }
        status = self.status or ""
        if status == "outside" and (self.statement or "").strip():
            excused = WHOLE_DAY
        if status == "leave":
            # on leave, as they say, but nobody has approved one: 请销假未备案
            status = "unfiled"
        return Day(punched, frozenset(excused), frozenset(personal - excused), status)

    def _rules_by_day(self):
        """{id of the day: version of the rules of its county}."""
        policies, found = self.env["gov.attendance.policy"], {}
        for date, days in self.grouped("date").items():
            # sudo: the county of a site is known to everybody who records there
            counties = days.sudo().department_id.gov_county_id
            versions = policies._versions_for(counties, date)
            for day in days:
                found[day.id] = versions.get(day.sudo().department_id.gov_county_id)
        return found

    def _leave_halves(self):
        """{id of the day: (halves on other leave, halves on personal leave)}."""
        halves = {day.id: (set(), set()) for day in self}
        days = self.filtered("date")
        if not days:
            return halves
        by_person = days.grouped("employee_id")
        dates = days.mapped("date")
        leaves = self._approved_leaves(min(dates), max(dates))
        for leave in leaves.filtered(lambda one: one.employee_id in by_person):
            is_personal = leave.holiday_status_id.gov_is_personal
            for day in by_person[leave.employee_id.with_env(self.env)]:
                halves[day.id][is_personal].update(_covered(leave, day.date))
        return halves

    @api.model
    def _approved_leaves(self, first, last):
        # sudo: that somebody is excused counts, the kind of leave is not shown
        return (
            self.env["hr.leave"]
            .sudo()
            .search(
                [
                    ("state", "=", "validate"),
                    ("request_date_from", "<=", last),
                    ("request_date_to", ">=", first),
                ]
            )
        )

    # -- leads -----------------------------------------------------------------

    def _write_leads(self, found, rules):
        """Drafts follow the facts; what somebody has decided about stays."""
        events = self.env["gov.assessment.event"]._step()
        there = events.search([("attendance_id", "in", self.ids)])
        known = {(e.attendance_id.id, e.attendance_kind): e for e in there}
        new, gone = [], events
        for event in there.filtered(lambda e: e.state == "draft"):
            if event.attendance_kind not in found[event.attendance_id]:
                gone += event
        items = self._items_of(found, rules)
        for day, breaches in found.items():
            for kind, breach in breaches.items():
                event, item = known.get((day.id, kind)), items.get((day.id, kind))
                if event and event.state == "draft":
                    # sudo: a lead follows its day, also one of the user's own
                    event.sudo().write(day._lead_facts(breach))
                elif item and not event:
                    new.append(day._prepare_lead_vals(breach, item))
        gone.sudo().unlink()  # sudo: as above
        events.create(new)

    def _items_of(self, found, rules):
        """{(id of the day, kind): gov.rubric.item}; none where the text has none."""
        lookup, versions, items = self.env["gov.import.item.mixin"], {}, {}
        for day, breaches in found.items():
            # sudo: which text binds must not depend on the user's companies
            county = day.sudo().department_id.gov_county_id
            key = (county, day.date.replace(day=1))
            if breaches and key not in versions:
                version = lookup._version_on(*key)
                versions[key] = {item.code: item for item in version.item_ids}
            for kind in breaches:
                code = rules[day.id]._item_code(kind)
                items[day.id, kind] = versions[key].get(code)
        return items

    def _prepare_lead_vals(self, breach, item):
        return {
            "employee_id": self.employee_id.id,
            "date": self.date,
            "item_id": item.id,
            "source": "attendance",
            "is_imported": True,
            "attendance_id": self.id,
            "attendance_kind": breach.kind,
            **self._lead_facts(breach),
        }

    def _lead_facts(self, breach):
        labels = self.env["gov.assessment.event"]._fields["attendance_kind"]
        reason = dict(labels._description_selection(self.env))[breach.kind]
        if breach.minutes:
            reason = self.env._(
                "%(what)s, %(minutes)s minutes", what=reason, minutes=breach.minutes
            )
        return {"quantity": float(breach.quantity), "reason": reason}

    @api.model
    def _record_personal_leave(self, first, last):
        """Days of approved personal leave of a period, as far as nobody reported them.

        :return: the days, judged
        """
        calendar = self.env["gov.calendar.year"]._calendar()
        leaves = self._approved_leaves(first, last)
        wanted = set()
        for leave in leaves.filtered("holiday_status_id.gov_is_personal"):
            begin = max(first, leave.request_date_from)
            end = min(last, leave.request_date_to)
            wanted |= {(leave.employee_id.id, d) for d in calendar.between(begin, end)}
        there = self.search(
            [
                ("employee_id", "in", [person for person, _date in wanted]),
                ("date", ">=", first),
                ("date", "<=", last),
            ]
        )
        there._judge()
        wanted -= {(day.employee_id.id, day.date) for day in there}
        return there + self.create(
            [
                {"employee_id": person, "date": date, "status": "leave"}
                for person, date in sorted(wanted)
            ]
        )


def _covered(leave, date):
    """Halves of a day that an approved leave covers."""
    first, last = leave.request_date_from, leave.request_date_to
    if leave.request_unit_half:
        return halves_of(
            date,
            first,
            last,
            leave.request_date_from_period or "am",
            leave.request_date_to_period or "pm",
        )
    if leave.request_unit_hours:
        return halves_of(date, first, last) if leave.number_of_days >= 1 else set()
    return halves_of(date, first, last)
