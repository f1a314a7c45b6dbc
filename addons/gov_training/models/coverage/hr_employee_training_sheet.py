"""Personal training sheet (个人培训档案, T27), and training in the dossier."""

from datetime import timedelta

from odoo import models

from ...rules.coverage import Quarter, rate
from ...rules.office_hours import utc
from ...rules.schedule import local_day

CAME = "attended"


class HrEmployee(models.Model):
    """What a period says of a person's training; others add sections by super()."""

    _inherit = "hr.employee"

    def _gov_training_sections(self, first, last):
        """Sections of the training sheet of one person, in the order of the page.

        Exams, mentoring and the like come in by super().

        :param first: date, first day of the period
        :param last: date, last day
        :return: list of {"title": str, "header": list of str, "rows": list of lists
            of str}; a section without rows is printed as “none”
        """
        self.ensure_one()
        lines = self._gov_training_lines(first, last)
        return [
            self._gov_training_totals_section(lines),
            self._gov_training_quarters_section(first, last),
            self._gov_training_sessions_section(lines),
            self._gov_training_certificates_section(last),
        ]

    def _gov_dossier_sections(self, first, last):
        lines = self._gov_training_lines(first, last)
        came = lines.filtered(lambda line: line.state == CAME)
        section = self._gov_training_sessions_section(lines)
        if came:
            section["title"] = self.env._(
                "Training: %(count)s sessions, %(hours)s hours",
                count=len(came),
                hours=f"{sum(came.mapped('hours')):g}",
            )
        # an empty section would only push the dossier onto a second page
        own = [section] if section["rows"] else []
        return [*super()._gov_dossier_sections(first, last), *own]

    def _gov_training_lines(self, first, last):
        """Own lines of closed sessions that began in the period, the earliest first."""
        return (
            self.env["gov.training.enrollment"]
            .search(
                [
                    ("employee_id", "=", self.id),
                    ("session_state", "=", "done"),
                    ("state", "in", (CAME, "excused", "absent")),
                    ("date_start", ">=", utc(first, 0)),
                    ("date_start", "<", utc(last + timedelta(1), 0)),
                ]
            )
            .sorted("date_start")
        )

    def _gov_training_figures(self, first, last):
        """{"sessions", "hours", "absent"} of the period, for the cards of the page."""
        lines = self._gov_training_lines(first, last)
        came = lines.filtered(lambda line: line.state == CAME)
        return {
            "sessions": len(came),
            "hours": f"{sum(came.mapped('hours')):g}",
            "absent": len(lines.filtered(lambda line: line.state == "absent")),
        }

    # -- sections --------------------------------------------------------------------

    def _gov_training_totals_section(self, lines):
        came = lines.filtered(lambda line: line.state == CAME)
        by_year = came.grouped(lambda line: local_day(line.date_start).year)
        rows = [
            [str(year), kind.name, str(len(group)), f"{sum(group.mapped('hours')):g}"]
            for year, of_year in sorted(by_year.items())
            for kind, group in sorted(
                of_year.grouped("kind_id").items(), key=lambda pair: pair[0].sequence
            )
        ]
        total = [
            self.env._("Total"),
            "",
            str(len(came)),
            f"{sum(came.mapped('hours')):g}",
        ]
        return {
            "title": self.env._("Hours by Year and Kind"),
            "header": [
                self.env._("Year"),
                self.env._("Kind"),
                self.env._("Times"),
                self.env._("Hours"),
            ],
            "rows": [*rows, total] if rows else [],
        }

    def _gov_training_quarters_section(self, first, last):
        """集中培训: in which quarters the person had one, as the dated rows say."""
        rows = self.env["gov.training.coverage"].search(
            [
                ("employee_id", "=", self.id),
                ("quarter", ">=", Quarter.of(first).first),
                ("quarter", "<=", last),
            ],
            order="quarter",
        )
        covered = sum(rows.mapped("trained"))
        share = rate(covered, len(rows))
        title = self.env._("Concentrated Training by Quarter")
        if share is not None:
            title = self.env._(
                "Concentrated Training by Quarter (%(covered)s of %(all)s)",
                covered=covered,
                all=len(rows),
            )
        return {
            "title": title,
            "header": [
                self.env._("Quarter"),
                self.env._("Site"),
                self.env._("Times"),
                self.env._("Hours"),
                self.env._("Result"),
            ],
            "rows": [self._gov_quarter_row(row) for row in rows[-12:]],
        }

    def _gov_quarter_row(self, row):
        return [
            row._name_of(row.quarter),
            row.department_id.name or "",
            str(row.sessions),
            f"{row.hours:g}",
            self.env._("Trained") if row.trained else self._gov_missed_quarter(row),
        ]

    def _gov_missed_quarter(self, row):
        return self.env._("Open") if row.is_current else self.env._("Not trained")

    def _gov_training_sessions_section(self, lines):
        states = dict(lines._fields["state"]._description_selection(self.env))
        # sudo below: a paper names the sessions, wherever they were held
        return {
            "title": self.env._("Training Record"),
            "header": [
                self.env._("Date"),
                self.env._("Session"),
                self.env._("Kind"),
                self.env._("Form"),
                self.env._("Hours"),
                self.env._("Result"),
            ],
            "rows": [
                [
                    str(local_day(line.date_start)),
                    line.session_id.sudo().name,
                    line.kind_id.name,
                    line.form_id.name,
                    f"{line.hours:g}",
                    states[line.state],
                ]
                for line in lines
            ],
        }

    def _gov_training_certificates_section(self, last):
        held = self.env["gov.certificate"].search(
            [
                ("employee_id", "=", self.id),
                ("state", "=", "verified"),
                ("issue_date", "<=", last),
            ],
            order="issue_date",
        )
        return {
            "title": self.env._("Skill Level Certificates"),
            "header": [
                self.env._("Issued On"),
                self.env._("Skill Level"),
                self.env._("Certificate No."),
            ],
            "rows": [
                [str(c.issue_date or ""), c.level_id.name or "", c.number or ""]
                for c in held
            ],
        }
