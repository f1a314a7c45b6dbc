"""Apprentices and mentors: agreements, and results that stand beside them."""

from odoo import fields, models

from ...rules.schedule import local_day

OFFICER = "hr.group_hr_user"


class HrEmployee(models.Model):
    """Employee with mentoring agreements (师徒结对) and training needs."""

    _inherit = "hr.employee"

    gov_mentorship_count = fields.Integer(
        string="Mentoring Agreements",
        compute="_compute_gov_mentorship_count",
        groups=OFFICER,
    )
    gov_need_count = fields.Integer(
        string="Training Needs Waiting",
        compute="_compute_gov_need_count",
        groups=OFFICER,
    )

    def _compute_gov_mentorship_count(self):
        Pair = self.env["gov.mentorship"]
        counts = {}
        for side in ("mentor_id", "apprentice_id"):
            for person, number in Pair._read_group(
                [(side, "in", self.ids)], [side], ["__count"]
            ):
                counts[person.id] = counts.get(person.id, 0) + number
        for person in self:
            person.gov_mentorship_count = counts.get(person.id, 0)

    def _compute_gov_need_count(self):
        counts = dict(
            self.env["gov.training.need"]._read_group(
                [("employee_id", "in", self.ids), ("state", "in", ("open", "planned"))],
                ["employee_id"],
                ["__count"],
            )
        )
        for person in self:
            person.gov_need_count = counts.get(person, 0)

    def action_open_gov_mentorships(self):
        """Agreements of this person, on either side."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Mentoring of %s", self.name),
            "res_model": "gov.mentorship",
            "view_mode": "list,form",
            "domain": [
                "|",
                ("mentor_id", "=", self.id),
                ("apprentice_id", "=", self.id),
            ],
        }

    def action_open_gov_needs(self):
        """Every training need of this person."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Training Needs of %s", self.name),
            "res_model": "gov.training.need",
            "view_mode": "list,form",
            "domain": [("employee_id", "=", self.id)],
            "context": {"default_employee_id": self.id},
        }

    def _gov_mentorship_results(self, first, last):
        """What these people achieved in a period, shown beside their agreements.

        Other addons add exams and month grades by super().

        :return: {employee id: list of {"date": date, "kind": str, "text": str,
            "result": str, "is_good": True, False or None}}
        """
        found = {person.id: [] for person in self}
        for row in self._gov_training_results(first, last):
            found[row.pop("employee_id")].append(row)
        for exam in self._gov_exam_results(first, last):
            found[exam.employee_id.id].append(
                {
                    "date": exam.last_on,
                    "kind": self.env._("Exam"),
                    "text": exam.exam_id.name,
                    "result": f"{exam.best_percent:g}%",
                    "is_good": exam.state == "passed",
                }
            )
        for certificate in self.gov_certificate_ids:
            day = certificate.issue_date
            if certificate.state == "verified" and day and first <= day <= last:
                found[certificate.employee_id.id].append(
                    {
                        "date": day,
                        "kind": self.env._("Certificate"),
                        "text": certificate.number,
                        "result": certificate.level_id.name,
                        "is_good": True,
                    }
                )
        return found

    def _gov_training_results(self, first, last):
        """Closed sessions of a period that they attended or stayed away from."""
        lines = self.env["gov.training.enrollment"].search(
            [
                ("employee_id", "in", self.ids),
                ("session_state", "=", "done"),
                ("state", "in", ("attended", "absent")),
            ]
        )
        words = {
            "attended": self.env._("Attended"),
            "absent": self.env._("Stayed away"),
        }
        return [
            {
                "employee_id": line.employee_id.id,
                "date": local_day(line.date_start),
                "kind": self.env._("Training"),
                "text": line.session_id.name,
                "result": words[line.state],
                "is_good": line.state == "attended",
            }
            for line in lines
            if first <= local_day(line.date_start) <= last
        ]

    def _gov_training_sections(self, first, last):
        own = self._gov_mentoring_sections(first, last)
        return [*super()._gov_training_sections(first, last), *own]

    def _gov_dossier_sections(self, first, last):
        own = self._gov_mentoring_sections(first, last)
        return [*super()._gov_dossier_sections(first, last), *own]

    def _gov_mentoring_sections(self, first, last):
        """The section of agreements, when there are any."""
        section = self._gov_mentoring_section(first, last)
        return [section] if section["rows"] else []

    def _gov_mentoring_section(self, first, last):
        """Agreements that ran in the period."""
        pairs = self.env["gov.mentorship"].search(
            [
                ("state", "!=", "draft"),
                ("date_from", "<=", last),
                ("date_to", ">=", first),
                "|",
                ("mentor_id", "=", self.id),
                ("apprentice_id", "=", self.id),
            ],
            order="date_from, id",
        )
        outcomes = dict(pairs._fields["outcome"]._description_selection(self.env))
        return {
            "title": self.env._("Mentoring"),
            "header": [
                self.env._("Term"),
                self.env._("Mentor"),
                self.env._("Apprentice"),
                self.env._("Outcome"),
            ],
            "rows": [
                [
                    f"{pair.date_from} – {pair.date_to}",
                    pair.mentor_id.name,
                    pair.apprentice_id.name,
                    pair.end_reason or outcomes.get(pair.outcome) or "",
                ]
                for pair in pairs
            ],
        }
