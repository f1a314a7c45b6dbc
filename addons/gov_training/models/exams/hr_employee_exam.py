"""Exams on the profile: results of the house, registrations for the national exam."""

from odoo import fields, models

OFFICER = "hr.group_hr_user"
SAT = ("passed", "failed")


class HrEmployee(models.Model):
    """Employee with exams (考试记录, T27)."""

    _inherit = "hr.employee"

    gov_exam_count = fields.Integer(
        string="Exams Sat", compute="_compute_gov_exams", groups=OFFICER
    )
    gov_exam_passed_count = fields.Integer(
        string="Exams Passed", compute="_compute_gov_exams", groups=OFFICER
    )

    def _compute_gov_exams(self):
        groups = self.env["gov.exam.candidate"]._read_group(
            [("employee_id", "in", self.ids), ("state", "in", SAT)],
            ["employee_id", "state"],
            ["__count"],
        )
        found = {(person.id, state): count for person, state, count in groups}
        for person in self:
            passed = found.get((person.id, "passed"), 0)
            person.gov_exam_passed_count = passed
            person.gov_exam_count = passed + found.get((person.id, "failed"), 0)

    def action_open_gov_exams(self):
        """Every exam this person was invited to."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.exam.candidate",
            "view_mode": "list,form",
            "domain": [("employee_id", "in", self.ids)],
            "context": {"gov_one_person": True},
            "name": self.env._("Exams of %s", self.name),
        }

    def _gov_exam_results(self, first, last):
        """Exams that people finished in a period.

        :return: gov.exam.candidate (sudo), passed or failed, by person and day
        """
        # sudo: papers print what the person has reached, wherever it was held
        return (
            self.env["gov.exam.candidate"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", self.ids),
                    ("state", "in", SAT),
                    ("last_on", ">=", first),
                    ("last_on", "<=", last),
                    ("exam_id.state", "!=", "cancelled"),
                ],
                order="employee_id, last_on, id",
            )
        )

    def _gov_training_sections(self, first, last):
        own = self._gov_exam_sections(first, last)
        return [*super()._gov_training_sections(first, last), *own]

    def _gov_dossier_sections(self, first, last):
        own = self._gov_exam_sections(first, last)
        return [*super()._gov_dossier_sections(first, last), *own]

    def _gov_exam_sections(self, first, last):
        """The section of exams, when there are any: most papers stay on one page."""
        section = self._gov_exams_section(first, last)
        return [section] if section["rows"] else []

    def _gov_exams_section(self, first, last):
        words = dict(
            self.env["gov.exam.candidate"]
            ._fields["state"]
            ._description_selection(self.env)
        )
        return {
            "title": self.env._("Exams"),
            "header": [
                self.env._("Last Attempt On"),
                self.env._("Exam"),
                self.env._("Best Score (%)"),
                self.env._("Result"),
            ],
            "rows": [
                [
                    fields.Date.to_string(result.last_on),
                    result.exam_id.name,
                    f"{result.best_percent:g}",
                    words[result.state],
                ]
                for result in self._gov_exam_results(first, last)
            ],
        }
