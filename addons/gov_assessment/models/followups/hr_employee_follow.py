"""The profile knows what followed: ledger of a person, the year as a curve."""

from odoo import fields, models

OFFICER = "gov_window_staff.group_hr_officer"


class HrEmployee(models.Model):
    """Employee with rewards and penalties."""

    _inherit = "hr.employee"

    gov_merit_count = fields.Integer(
        string="Rewards and Penalties",
        compute="_compute_gov_merit_count",
        groups=OFFICER,
    )

    def _compute_gov_merit_count(self):
        counts = dict(
            self.env["gov.merit.entry"]._read_group(
                [("employee_id", "in", self.ids)], ["employee_id"], ["__count"]
            )
        )
        for person in self:
            person.gov_merit_count = counts.get(person, 0)

    def action_open_gov_merits(self):
        """Ledger of this person."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.merit.entry",
            "view_mode": "list,pivot,graph",
            "domain": [("employee_id", "in", self.ids)],
            "context": {"gov_one_person": True},
            "name": self.env._("Rewards and Penalties"),
        }

    def action_open_gov_year(self):
        """The months of the last year as a curve."""
        first = fields.Date.subtract(
            fields.Date.context_today(self).replace(day=1), months=12
        )
        graph = self.env.ref("gov_assessment.gov_appraisal_view_graph_person")
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal",
            "view_mode": "graph,pivot,list,form",
            "views": [
                (graph.id, "graph"),
                (False, "pivot"),
                (False, "list"),
                (False, "form"),
            ],
            "domain": [("employee_id", "in", self.ids), ("date_from", ">=", first)],
            "name": self.env._("The Last Twelve Months"),
        }

    def _gov_dossier_sections(self, first, last):
        return [
            *super()._gov_dossier_sections(first, last),
            self._gov_ledger_section(first, last),
        ]

    def _gov_ledger_section(self, first, last):
        """Rewards and penalties of a period; nothing restricted leaves the house."""
        entries = self.env["gov.merit.entry"].search(
            [
                ("employee_id", "=", self.id),
                ("nature", "!=", "follow"),
                ("kind", "!=", "merit"),  # has a section of its own
                ("is_restricted", "=", False),
                ("date", ">=", first),
                ("date", "<=", last),
            ],
            order="date, id",
        )
        natures = dict(entries._fields["nature"]._description_selection(self.env))
        kinds = dict(entries._fields["kind"]._description_selection(self.env))
        return {
            "title": self.env._("Rewards and Penalties"),
            "header": [
                self.env._("Date"),
                self.env._("Nature"),
                self.env._("Kind of Entry"),
                self.env._("Content"),
                self.env._("Points"),
            ],
            "rows": [
                [
                    self._gov_day(entry.date),
                    natures[entry.nature],
                    kinds[entry.kind],
                    entry.name or "",
                    f"{entry.points:+g}" if entry.points else "",
                ]
                for entry in entries
            ],
        }
