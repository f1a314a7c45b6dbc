"""Grounds of a proposal of dismissal, collected for all people at once (S6-S9)."""

from collections import defaultdict

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

HR_OFFICER = "gov_window_staff.group_hr_officer"
UNFIT = "INCAPABLE"  # codes of gov.staff.record.kind
REFUSED = "REFUSED_TRANSFER"


class HrEmployee(models.Model):
    """Hooks that other addons extend by super(): one search for all people."""

    _inherit = "hr.employee"

    gov_ground_text = fields.Text(
        string="Grounds", compute="_compute_gov_grounds", groups=HR_OFFICER
    )
    gov_has_grounds = fields.Boolean(
        string="Grounds for a Proposal",
        compute="_compute_gov_grounds",
        search="_search_gov_has_grounds",
        groups=HR_OFFICER,
    )
    gov_has_proposal = fields.Boolean(
        string="Proposal under Way",
        compute="_compute_gov_has_proposal",
        groups=HR_OFFICER,
    )

    def _gov_dismissal_grounds(self, day):
        """Facts that the policy names as grounds (S6-S9), as known on a day.

        Here: level 5 not passed in time, and unfit with a refused transfer. Other
        addons add the year result (`annual`) and repeated absence (`absence`).

        :return: {hr.employee id: [{"code", "text", "date", "source"}]}, keys as in
            gov.movement.ground; people without a ground are absent
        """
        grounds = defaultdict(list)
        self._gov_add_level5_grounds(grounds, day)
        self._gov_add_unfit_grounds(grounds, day)
        return dict(grounds)

    def _gov_add_level5_grounds(self, grounds, day):
        """S7: 入职后2年内未通过五级考试; extensions of the deadline are counted."""
        people = self.filtered("gov_staff_no")
        for person_id, standing in people._gov_level5_standings(day).items():
            if standing.state == "overdue":
                grounds[person_id].append(
                    {
                        "code": "level5",
                        "text": self.env._(
                            "Level 5 was to be passed by %(date)s",
                            date=standing.deadline,
                        ),
                        "date": standing.deadline,
                        "source": self.env._("Certificates"),
                    }
                )

    def _gov_add_unfit_grounds(self, grounds, day):
        """S8: both a finding and a refused transfer, each dated."""
        facts = self._gov_unfit_facts(day)
        for person in self:
            unfit = facts.get((person.id, UNFIT))
            refused = facts.get((person.id, REFUSED))
            if unfit and refused:
                grounds[person.id].append(
                    {
                        "code": "unfit",
                        "text": self.env._(
                            "Found unfit on %(unfit)s, refused a transfer on "
                            "%(refused)s",
                            unfit=unfit[0],
                            refused=refused[0],
                        ),
                        "date": max(unfit[0], refused[0]),
                        "source": f"{unfit[1]}; {refused[1]}",
                    }
                )

    def _gov_unfit_facts(self, day):
        """Latest findings and refusals: {(employee id, code): (date, name)}."""
        records = self.env["gov.staff.record"].search(
            [
                ("employee_id", "in", self.ids),
                ("kind_id.code", "in", (UNFIT, REFUSED)),
                ("date", "<=", day),
            ],
            order="date",
        )
        facts = {
            (record.employee_id.id, record.kind_id.code): (
                record.date,
                record.display_name,
            )
            for record in records
        }
        refusals = self.env["gov.staff.movement"].search(
            [("employee_id", "in", self.ids), ("person_refused_on", "<=", day)],
            order="person_refused_on",
        )
        for movement in refusals:
            facts[movement.employee_id.id, REFUSED] = (
                movement.person_refused_on,
                movement.display_name,
            )
        return facts

    def _gov_annual_grades(self):
        """Year results for renewal and promotion forms (S14); the assessment fills it.

        :return: {hr.employee id: [(year, grade in words)]}, latest first
        """
        return {}

    @api.depends_context("lang")
    def _compute_gov_grounds(self):
        today = fields.Date.context_today(self)
        grounds = self._gov_dismissal_grounds(today)
        for person in self:
            found = grounds.get(person.id, [])
            person.gov_has_grounds = bool(found)
            person.gov_ground_text = "\n".join(ground["text"] for ground in found)

    def _search_gov_has_grounds(self, operator, value):
        if operator != "in":
            return NotImplemented
        today = fields.Date.context_today(self)
        people = self.search(self._gov_serving(today))
        return Domain("id", "in", list(people._gov_dismissal_grounds(today)))

    def _compute_gov_has_proposal(self):
        open_ones = self.env["gov.staff.movement"].search(
            [
                ("employee_id", "in", self.ids),
                ("kind", "=", "dismiss"),
                ("state", "in", ("draft", "submitted", "approved")),
            ]
        )
        for person in self:
            person.gov_has_proposal = person in open_ones.employee_id

    def action_gov_propose_dismissal(self):
        """A draft proposal for each selected person, with the grounds of today."""
        today = fields.Date.context_today(self)
        people = self.filtered(lambda person: not person.gov_has_proposal)
        if not people:
            raise UserError(
                self.env._("Each of these people already has an open proposal.")
            )
        movements = self.env["gov.staff.movement"].create(
            [
                {
                    "kind": "dismiss",
                    "employee_id": person.id,
                    "effective_date": today,
                    "reason": person.gov_ground_text,
                }
                for person in people
            ]
        )
        return movements._open_all(self.env._("Proposals"))
