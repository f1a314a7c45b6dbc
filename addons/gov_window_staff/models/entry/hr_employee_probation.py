"""People on the way in: newcomer checklist, end of probation (S23, S40)."""

from odoo import api, fields, models
from odoo.fields import Domain

from ..people.hr_version import OFFICER

HR_OFFICER = "gov_window_staff.group_hr_officer"
UNDECIDED_DAYS = 90  # how long a probation without a decision stays on the list


class HrEmployee(models.Model):
    """Checklist on the profile, reminders and decisions at the end of probation."""

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

    @api.model
    def _gov_incomplete_domain(self):
        # sudo: as above; few entries have an open checklist
        entries = self.env["gov.staff.movement"].sudo()
        waiting = entries.search(
            [
                ("kind", "=", "entry"),
                ("state", "=", "done"),
                (
                    "newcomer_line_ids",
                    "any",
                    [("is_required", "=", True), ("is_done", "=", False)],
                ),
            ]
        )
        warned = waiting.employee_id.filtered("gov_newcomer_warning")
        on_duty = Domain("gov_staff_no", "!=", False) & Domain("id", "in", warned.ids)
        return super()._gov_incomplete_domain() | on_duty

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
        found = self.search(
            [("id", "in", self.ids), ("gov_is_to_regularise", "=", True)]
        )
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
