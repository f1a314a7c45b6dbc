"""Import of a sign-in list (签到名单.xlsx) into a session that is being held."""

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import LazyTranslate

from odoo.addons.gov_window_staff.rules.sheets import Column, Sheet

_lt = LazyTranslate(__name__)

MESSAGES = {"walk_in": _lt("was not enrolled and is put on the list")}
PRESENT_WORDS = {"是": "yes", "否": "no"}


class GovImportAttendance(models.TransientModel):
    """One row is a person: came; did not come; or did not come for a reason (请假).

    People who came without being enrolled are put on the list.
    """

    _name = "gov.import.attendance"
    _description = "Import Sign-in List"
    _inherit = ["gov.import.mixin"]

    _target = "gov.training.enrollment"
    _sheet = Sheet(
        "签到名单.xlsx",
        (
            Column("staff_no", "工号", required=True),
            Column("present", "到场", "choice", required=True, choices=PRESENT_WORDS),
            Column("reason", "事由"),
        ),
    )

    staff_no = fields.Char(string="Staff No.")
    present = fields.Char(string="Came")
    reason = fields.Char()

    def _session(self):
        session = self.env["gov.training.session"].browse(
            self.env.context.get("gov_training_session_id", [])
        )
        if not session.exists():
            raise UserError(
                self.env._("Open the session and import the sign-in list from there.")
            )
        return session

    def _date(self):
        """The date that is signed in, of a session that takes several."""
        session = self._session()
        date = session.date_ids.browse(self.env.context.get("gov_training_date_id", []))
        if session.date_ids and date not in session.date_ids:
            raise UserError(
                self.env._(
                    "“%s” takes several dates. Import the list from the line of its "
                    "date.",
                    session.name,
                )
            )
        return date

    def _messages(self):
        return {**super()._messages(), **MESSAGES}

    def _check_rows(self, rows):
        session = self._session()
        session._check_state(("ongoing",))
        self._date()
        people = self._employees_by_staff_no(rows)
        listed = set(session.enrollment_ids.mapped("staff_no"))
        column = self._sheet.column("staff_no")
        walk_ins = [
            row.problem(column, "walk_in", is_warning=True)
            for row in rows
            if row.values["staff_no"] in set(people) - listed
        ]
        return [
            *self._duplicate_problems(rows, "staff_no"),
            *self._unknown_problems(rows, "staff_no", people),
            *walk_ins,
        ]

    def _import_rows(self, rows):
        if self._date():
            return self._import_date(rows)
        session = self._session()
        people = self._employees_by_staff_no(rows)
        listed = {line.employee_id.id: line for line in session.enrollment_ids}
        new, changed = [], {}
        for row in rows:
            person = people[row.values["staff_no"]]
            vals = self._prepare_vals(row)
            if person.id in listed:
                changed.setdefault(tuple(vals.items()), []).append(listed[person.id].id)
            else:
                new.append(vals | {"session_id": session.id, "employee_id": person.id})
        lines = self.env["gov.training.enrollment"]._by_way("import")
        # one write for each different outcome, not one for each person
        for vals, ids in changed.items():
            lines.browse(ids).write(dict(vals))
        updated = lines.browse([id_ for ids in changed.values() for id_ in ids])
        return updated + lines.create(new)

    def _import_date(self, rows):
        """Sign people in on one date; walk-ins are put on the list of all dates."""
        session, date = self._session(), self._date()
        people = self._employees_by_staff_no(rows)
        lines = self.env["gov.training.enrollment"]
        listed = session.enrollment_ids.employee_id
        lines.create(
            [
                {"session_id": session.id, "employee_id": people[number].id}
                for number in dict.fromkeys(row.values["staff_no"] for row in rows)
                if people[number] not in listed
            ]
        )
        signs = {line.employee_id.id: line.id for line in date.attendance_ids}
        changed = {}
        for row in rows:
            person = people[row.values["staff_no"]]
            vals = self._prepare_vals(row)
            changed.setdefault(tuple(vals.items()), []).append(signs[person.id])
        marks = self.env["gov.training.attendance"]._by_way("import")
        for vals, ids in changed.items():
            marks.browse(ids).write(dict(vals))
        return session.enrollment_ids.filtered(lambda e: e.employee_id.id in signs)

    def _prepare_vals(self, row):
        reason = row.values["reason"] or False
        if row.values["present"] == "yes":
            return {"state": "attended", "reason": False}
        return {"state": "excused" if reason else "absent", "reason": reason}
