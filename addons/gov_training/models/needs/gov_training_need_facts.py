"""Needs proposed from facts: an exam not passed, a session missed, ..."""

from datetime import timedelta

from odoo import api, fields, models

from ...rules.needs import Known, proposals
from ...rules.schedule import local_day
from .gov_training_need import LIVE

LOOK_BACK = timedelta(days=31)  # of the daily run; a longer time by the wizard


class GovTrainingNeed(models.Model):
    """Facts come from `hr.employee._gov_training_facts`, which other addons extend."""

    _inherit = "gov.training.need"

    @api.model
    def _cron_propose(self):
        """Every day: needs from the facts of the last weeks, sites of today."""
        waiting = self.search([("state", "in", LIVE)])
        self.env.add_to_compute(self._fields["department_id"], waiting)
        today = fields.Date.context_today(self)
        people = self.env["hr.employee"].search([("gov_staff_no", "!=", False)])
        self._propose(people, today - LOOK_BACK, today)

    @api.model
    def _propose(self, people, first, last):
        """Needs for facts of a period that no need and no training has answered.

        :param people: hr.employee with rights to read the facts
        :return: the new needs
        """
        facts = people._gov_training_fact_list(first, last)
        groups = proposals(facts, self._known(facts))
        return self._unlocked().create(
            [
                {
                    "employee_id": group[0].person,
                    "topic_id": group[0].topic,
                    "source": group[0].source,
                    "date": group[-1].day,
                    "state": "open",
                    "facts": "\n".join(f"{fact.day}  {fact.text}" for fact in group),
                }
                for group in groups
            ]
        )

    @api.model
    def _known(self, facts):
        """Needs and trainings that may answer facts already."""
        people = list({fact.person for fact in facts})
        topics = list({fact.topic for fact in facts})
        # sudo: a need or a training that the user does not see counts all the same
        needs = self.sudo().search(
            [("employee_id", "in", people), ("topic_id", "in", topics)]
        )
        lines = needs.env["gov.training.enrollment"].search(
            [
                ("employee_id", "in", people),
                ("state", "=", "attended"),
                ("session_state", "=", "done"),
                ("session_id.topic_ids", "in", topics),
            ]
        )
        return [
            *(
                Known(n.employee_id.id, n.topic_id.id, n.source, n.date, n._is_live())
                for n in needs
            ),
            *(
                Known(line.employee_id.id, topic.id, "", local_day(line.date_end))
                for line in lines
                for topic in line.session_id.topic_ids
            ),
        ]

    def _is_live(self):
        self.ensure_one()
        return self.state in LIVE
