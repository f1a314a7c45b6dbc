"""People on the way in or out: checklist, end of probation, grounds of dismissal."""

from collections import defaultdict

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .hr_version import OFFICER

HR_OFFICER = "gov_window_staff.group_hr_officer"
UNFIT = "INCAPABLE"  # codes of gov.staff.record.kind
REFUSED = "REFUSED_TRANSFER"
UNDECIDED_DAYS = 90  # how long a probation without a decision stays on the list


class HrEmployee(models.Model):
    """Hooks that other areas and addons extend by super(): one search for all."""

    _inherit = "hr.employee"

    gov_newcomer_progress = fields.Float(
        string="Newcomer Checklist", compute="_compute_gov_newcomer", groups=HR_OFFICER
    )
    gov_newcomer_warning = fields.Char(
        string="On Duty Without", compute="_compute_gov_newcomer", groups=HR_OFFICER
    )
    gov_entry_id = fields.Many2one(
        "gov.staff.movement", compute="_compute_gov_newcomer", groups=HR_OFFICER
    )
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
        string="Proposal under Way", compute="_compute_gov_has_proposal",
        groups=HR_OFFICER,
    )
    gov_is_to_regularise = fields.Boolean(
        string="Probation to Be Decided",
        compute="_compute_gov_is_to_regularise",
        search="_search_gov_is_to_regularise",
        groups=HR_OFFICER,
    )
    gov_probation_reminder = fields.Char(
        groups=OFFICER,
        copy=False,
        help="End of the probation and reminder that was sent last, for the night job.",
    )

    # -- newcomers ---------------------------------------------------------------

    def _compute_gov_newcomer(self):
        entries = self.env["gov.staff.movement"].search(
            [
                ("employee_id", "in", self.ids),
                ("kind", "=", "entry"),
                ("state", "=", "done"),
            ],
            order="effective_date",
        )
        latest = {entry.employee_id: entry for entry in entries}
        for person in self:
            entry = latest.get(person, entries.browse())
            person.gov_entry_id = entry
            person.gov_newcomer_progress = entry.newcomer_progress
            person.gov_newcomer_warning = entry.newcomer_warning

    def _gov_missing(self):
        missing = super()._gov_missing()
        # sudo: that something of the checklist is missing is no personal data
        people = self.sudo()
        for person in people:
            if person.gov_newcomer_warning:
                missing.setdefault(person.id, []).append(
                    ("newcomer", person.gov_newcomer_warning)
                )
        return missing

    def action_open_gov_entry(self):
        """The entry with its checklist."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.staff.movement",
            "res_id": self.gov_entry_id.id,
            "view_mode": "form",
            "name": self.env._("Entry"),
        }

    # -- grounds of dismissal ----------------------------------------------------

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
        records = self.env["gov.staff.record"].search(
            [
                ("employee_id", "in", self.ids),
                ("kind_id.code", "in", (UNFIT, REFUSED)),
                ("date", "<=", day),
            ],
            order="date",
        )
        found = {
            (record.employee_id.id, record.kind_id.code): (record.date, record.display_name)
            for record in records
        }
        for movement in self.env["gov.staff.movement"].search(
            [("employee_id", "in", self.ids), ("person_refused_on", "<=", day)],
            order="person_refused_on",
        ):
            found[movement.employee_id.id, REFUSED] = (
                movement.person_refused_on,
                movement.display_name,
            )
        for person in self:
            unfit = found.get((person.id, UNFIT))
            refused = found.get((person.id, REFUSED))
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
        people = self.search(
            [
                ("gov_staff_no", "!=", False),
                "|",
                ("gov_leave_date", "=", False),
                ("gov_leave_date", ">=", today),
            ]
        )
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

    # -- end of probation --------------------------------------------------------

    @api.model
    def _cron_gov_probation(self):
        """Every morning: a first and a last reminder before a probation ends (S23)."""
        today = self.env["gov.staff.movement"]._today()
        policy = self.env["gov.entry.policy"]._version_for(
            self.env["hr.department"], today
        )
        until = fields.Date.add(today, days=policy.remind_first_days)
        people = self.search(
            [
                ("gov_staff_no", "!=", False),
                ("trial_date_end", ">=", today),
                ("trial_date_end", "<=", until),
            ]
        )
        officers = self.env["gov.staff.movement"]._users_of("group_hr_officer")
        for person in people:
            left = (person.trial_date_end - today).days
            step = "last" if left <= policy.remind_last_days else "first"
            mark = f"{person.trial_date_end}/{step}"
            if person.gov_probation_reminder == mark:
                continue
            person._gov_remind_of_probation(officers)
            person.gov_probation_reminder = mark

    def _gov_remind_of_probation(self, officers):
        """A to-do for who looks after the person, else for the county office."""
        users = self.hr_responsible_id & officers or officers
        for user in users:
            self.activity_schedule(
                "mail.mail_activity_data_todo",
                self.trial_date_end,
                summary=self.env._("Probation ends on %s", self.trial_date_end),
                user_id=user.id,
            )

    def _compute_gov_is_to_regularise(self):
        found = self.search([("id", "in", self.ids), ("gov_is_to_regularise", "=", True)])
        for person in self:
            person.gov_is_to_regularise = person in found

    @api.model
    def _search_gov_is_to_regularise(self, operator, value):
        """In probation, or out of it for less than its length without a decision."""
        if operator != "in":
            return NotImplemented
        movements = self.env["gov.staff.movement"]
        decided = movements.search(
            [
                ("kind", "in", ("regular", "return")),
                ("state", "in", ("draft", "submitted", "approved", "done")),
                ("effective_date", ">=", f"today -{UNDECIDED_DAYS}d"),
            ]
        )
        first = fields.Date.subtract(movements._today(), days=UNDECIDED_DAYS)
        return Domain(
            [
                ("gov_staff_no", "!=", False),
                ("gov_leave_date", "=", False),
                ("trial_date_end", ">=", first),
                ("id", "not in", decided.employee_id.ids),
            ]
        )

    def action_gov_decide_probation(self):
        """Dialog: result of the probation of the selected people."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.probation.decide",
            "view_mode": "form",
            "target": "new",
            "context": {"default_employee_ids": self.ids},
            "name": self.env._("Result of the Probation"),
        }
