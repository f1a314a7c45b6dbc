"""Facts about people that ask for training; other addons add theirs."""

from datetime import timedelta

from odoo import models

from ...rules.needs import Fact
from ...rules.schedule import local_day


class HrEmployee(models.Model):
    """People with facts that ask for training."""

    _inherit = "hr.employee"

    def _gov_training_facts(self, first, last):
        """Facts of a period that show what these people still have to learn.

        Other addons add theirs by super(); a fact without a topic is left out.

        :return: list of {"employee_id": id, "topic_id": id of gov.training.topic,
            "source": key of gov.training.need's sources, "date": date, "text": str}
        """
        return self._gov_missed_sessions(first, last)

    def _gov_training_fact_list(self, first, last):
        """The same as `rules.needs.Fact`."""
        return [
            Fact(
                fact["employee_id"],
                fact["topic_id"],
                fact["source"],
                fact["date"],
                fact["text"],
            )
            for fact in self._gov_training_facts(first, last)
            if fact["topic_id"]
        ]

    def _gov_missed_sessions(self, first, last):
        """Closed sessions that they had to attend and did not, with leave or without.

        sudo: what is missed is missed, wherever it was held.
        """
        lines = (
            self.env["gov.training.enrollment"]
            .sudo()
            .search(
                [
                    ("employee_id", "in", self.ids),
                    ("is_required", "=", True),
                    ("state", "in", ("absent", "excused")),
                    ("session_state", "=", "done"),
                    ("date_start", ">=", first - timedelta(days=1)),
                    ("date_start", "<", last + timedelta(days=1)),
                ]
            )
        )
        return [
            {
                "employee_id": line.employee_id.id,
                "topic_id": topic.id,
                "source": "missed",
                "date": local_day(line.date_start),
                "text": line.session_id.name,
            }
            for line in lines
            if first <= local_day(line.date_start) <= last
            for topic in line.session_id.topic_ids
        ]
