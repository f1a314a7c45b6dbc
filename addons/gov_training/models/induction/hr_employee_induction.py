"""Induction of a person (岗前培训): what was fulfilled, and what is lacking (T5)."""

from odoo import fields, models

from ...rules import induction as rules
from ...rules.schedule import local_day

PARTS = ("training", "exam")


class HrEmployee(models.Model):
    """Employee whose induction other parts ask about; all in a few queries."""

    _inherit = "hr.employee"

    def _gov_induction_evidence(self):
        """{employee id: rules.induction.Evidence}, for everybody in `self`."""
        trained = self._gov_induction_trained()
        examined = self._gov_induction_examined()
        certified = self._gov_induction_certified()
        return {
            id_: rules.Evidence(trained.get(id_), examined.get(id_), certified.get(id_))
            for id_ in self.ids
        }

    def _gov_induction_trained(self):
        """sudo here and below: dates of facts about people that the caller may name."""
        kind = self.env.ref("gov_training.kind_induction", raise_if_not_found=False)
        groups = (
            self.env["gov.training.enrollment"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", self.ids),
                    ("state", "=", "attended"),
                    ("session_state", "=", "done"),
                    ("session_id.kind_id", "in", kind.ids if kind else []),
                ],
                ["employee_id"],
                ["date_end:min"],
            )
        )
        return {person.id: local_day(end) for person, end in groups}

    def _gov_induction_examined(self):
        # sudo: as above; the date of a passed exam only
        groups = (
            self.env["gov.exam.candidate"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", self.ids),
                    ("state", "=", "passed"),
                    ("exam_id.is_induction", "=", True),
                    ("exam_id.state", "!=", "cancelled"),
                ],
                ["employee_id"],
                ["passed_on:min"],
            )
        )
        return {person.id: day for person, day in groups}

    def _gov_induction_certified(self):
        # sudo: as above; the date of the induction on the movement only
        groups = (
            self.env["gov.staff.movement"]
            .sudo()
            ._read_group(
                [
                    ("employee_id", "in", self.ids),
                    ("induction_on", "!=", False),
                    ("state", "not in", ("refused", "cancelled")),
                ],
                ["employee_id"],
                ["induction_on:min"],
            )
        )
        return {person.id: day for person, day in groups}

    def _gov_induction_lacking(self, day=None):
        """Parts of the induction that people lack where they work.

        :return: {employee id: tuple of `training`, `exam`}; absent when nothing is
            lacking or the county has no rules
        """
        day = day or fields.Date.context_today(self)
        # sudo: entry dates are kept to HR; only the missing parts are returned
        people = self.sudo()
        counties = people.department_id.gov_county_id
        versions = self.env["gov.induction.policy"]._versions_for(counties, day)
        evidence = people._gov_induction_evidence()
        found = {}
        for person in people:
            version = versions.get(person.department_id.gov_county_id)
            if not version:
                continue
            entered = person.gov_posted_date or person.gov_entry_date
            lacking = rules.lacking(
                version._to_rules(), evidence[person.id], entered, day
            )
            if lacking:
                found[person.id] = lacking
        return found

    def _gov_without_induction(self, part):
        """Those of `self` who lack a part, wherever a county asks for it or not.

        :param part: `training` or `exam`
        """
        evidence = self._gov_induction_evidence()
        name = {"training": "trained", "exam": "examined"}[part]
        return self.filtered(
            lambda p: not (getattr(evidence[p.id], name) or evidence[p.id].certified)
        )

    def _gov_tick_induction(self):
        """Tick what is fulfilled on the checklists of entries (新人上岗清单)."""
        evidence = self._gov_induction_evidence()
        # sudo: the checklist follows from the facts, whoever closed the session
        lines = (
            self.env["gov.newcomer.line"]
            .sudo()
            .search(
                [
                    ("movement_id.employee_id", "in", self.ids),
                    ("item_id.code", "in", PARTS),
                    ("is_done", "=", False),
                ]
            )
        )
        for line in lines:
            known = evidence[line.movement_id.employee_id.id]
            dated = {"training": known.trained, "exam": known.examined}
            day = dated[line.item_id.code] or known.certified
            if day:
                line._tick_by_fact(day)
