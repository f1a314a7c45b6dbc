"""Movements as the person sees them, and the own notice (本人离职申请)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...rules import scan
from .gov_staff_movement import OPEN_STATES

# others' plans are told to the person once they are decided
DECIDED = ("approved", "done")
# steps that a person follows; the office's own notes are not among them
FOLLOWED = (
    "submit",
    "approve",
    "refuse",
    "complete",
    "apply",
    "withdraw",
    "cancel",
    "file",
    "end",
)


class GovStaffMovement(models.Model):
    """Movement of the person behind a login."""

    _inherit = "gov.staff.movement"

    @api.model
    def _own_domain(self, employee):
        """What a person may see: own requests, and what others decided about him."""
        return [
            ("employee_id", "in", employee.ids),
            "|",
            ("requester_id", "=", self.env.uid),
            ("state", "in", DECIDED),
        ]

    def _own_steps(self):
        """Steps as the person reads them: [(moment, action, step, words)].

        Words are shown where they are meant for the person: the own ones, and the
        reason why the own request was refused. Names of deciders are left out.
        """
        self.ensure_one()
        labels = dict(self.step_ids._fields["action"]._description_selection(self.env))
        is_own = self.requester_id == self.env.user
        rows = []
        for step in self.step_ids.filtered(lambda s: s.action in FOLLOWED):
            mine = step.user_id == self.env.user
            told = mine or (is_own and step.action == "refuse")
            words = step.comment if told else False
            rows.append((step.date, labels[step.action], step.tier_name, words))
        return rows

    @api.model
    def _own_notice(self, employee):
        """The notice of a person that is still open, if any."""
        return self.search(
            [
                ("employee_id", "in", employee.ids),
                ("kind", "=", "resign"),
                ("state", "in", OPEN_STATES),
            ],
            limit=1,
        )

    @api.model
    def _notice_dates(self, employee):
        """(earliest last day, end of the minimum stay or False) of a notice today."""
        draft = self.new(
            {
                "kind": "resign",
                "employee_id": employee.id,
                "notice_date": self._today(),
            }
        )
        return draft.earliest_date, draft.stay_until

    @api.model
    def _give_notice_from_portal(self, employee, values):
        """The person hands in the notice today; the approval steps begin at once.

        :param employee: hr.employee of the login, tested by the caller
        :param values: `effective_date` (date, last day), `reason`, `consent_note`,
            `content` (bytes) and `file_name` of the letter, checked by the caller
        :return: the movement
        :raises UserError: every problem, as `_check_submittable` finds it
        """
        if self._own_notice(employee):
            raise UserError(
                self.env._("You have given notice already; look at it in the list.")
            )
        movement = self.create(
            {
                "kind": "resign",
                "employee_id": employee.id,
                "notice_date": self._today(),
                "effective_date": values.get("effective_date"),
                "reason": (values.get("reason") or "").strip(),
                "consent_note": (values.get("consent_note") or "").strip(),
                "attachment_ids": self._letter(values),
            }
        )
        movement.action_submit()
        return movement

    @api.model
    def _letter(self, values):
        content = values.get("content")
        if not content:
            return []
        name = scan.file_name(values.get("file_name"), content)
        return [fields.Command.create({"name": name, "raw": content})]

    def _can_take_back(self):
        """The own notice, while nobody has decided about it."""
        self.ensure_one()
        mine = self.requester_id == self.env.user
        return mine and self.state == "submitted" and not self._is_decided()

    def _take_back(self):
        """The person takes the own notice back; it ends, its steps stay."""
        if self.requester_id != self.env.user:
            raise UserError(self.env._("Only the own notice can be taken back."))
        self.action_withdraw()
        self._cancel(self.env._("Taken back by the person."))
