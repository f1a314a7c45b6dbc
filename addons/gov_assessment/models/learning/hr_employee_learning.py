"""What the assessment says of a person's training: facts, grades beside mentoring."""

from odoo import models

from ...rules.learning import Deduction, repeated


class HrEmployee(models.Model):
    """Employee whose deductions and reviews ask for training (菜单式)."""

    _inherit = "hr.employee"

    def _gov_training_facts(self, first, last):
        return [
            *super()._gov_training_facts(first, last),
            *self._gov_deduction_facts(first, last),
            *self._gov_review_facts(first, last),
        ]

    def _gov_deduction_facts(self, first, last):
        """Deductions under one item, as often as the list of triggers says."""
        # sudo: what was confirmed is a fact, wherever it was recorded
        events = (
            self.env["gov.assessment.event"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", self.ids),
                    ("state", "=", "confirmed"),
                    ("is_bonus", "=", False),
                    ("date", ">=", first),
                    ("date", "<=", last),
                ]
            )
        )
        deductions = [
            Deduction(
                event.employee_id.id,
                event.item_id.code,
                event.date,
                event.item_id.display_name,
            )
            for event in events
        ]
        triggers = self.env["gov.training.trigger"]._to_rules("deduction")
        return [
            {
                "employee_id": fact.person,
                "topic_id": trigger.topic,
                "source": "deduction",
                "date": fact.day,
                "text": fact.text,
            }
            for fact, trigger in repeated(deductions, triggers)
        ]

    def _gov_review_facts(self, first, last):
        """Bad reviews that were found true (查实差评)."""
        # sudo: as for deductions
        reviews = (
            self.env["gov.service.review"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", self.ids),
                    ("is_bad", "=", True),
                    ("is_default", "=", False),
                    ("verdict", "=", "true"),
                    ("date", ">=", first),
                    ("date", "<=", last),
                ]
            )
        )
        triggers = self.env["gov.training.trigger"]._to_rules("review")
        return [
            {
                "employee_id": person.id,
                "topic_id": trigger.topic,
                "source": "review",
                "date": review.date,
                "text": review.number,
            }
            for person, own in reviews.grouped("employee_id").items()
            for trigger in triggers
            if len(own) >= trigger.times
            for review in own
        ]

    def _gov_mentorship_results(self, first, last):
        """Closed months stand beside the agreement, the grade with its score."""
        found = super()._gov_mentorship_results(first, last)
        months = self.env["gov.appraisal"].search(
            [
                ("employee_id", "in", self.ids),
                ("state", "=", "locked"),
                ("is_suspended", "=", False),
                ("date_from", ">=", first.replace(day=1)),
                ("date_from", "<=", last),
            ]
        )
        words = dict(months._fields["grade"]._description_selection(self.env))
        for month in months:
            found[month.employee_id.id].append(
                {
                    "date": month.date_from,
                    "kind": self.env._("Monthly Appraisal"),
                    "text": f"{month.date_from:%Y-%m}",
                    "result": f"{words.get(month.grade, '')} {month.total:g}".strip(),
                    "is_good": None,
                }
            )
        return found
