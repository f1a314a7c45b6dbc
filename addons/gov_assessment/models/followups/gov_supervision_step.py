"""Each step of a supervision item: who did what, when."""

from odoo import fields, models
from odoo.exceptions import UserError

from ...rules.letters import day_text
from .gov_follow_mixin import OFFICER

KINDS = [
    ("send", "Sent"),
    ("urge", "Urged"),
    ("report", "Reported Back"),
    ("return", "Not Yet Settled"),
    ("extend", "Deadline Moved"),
    ("close", "Closed"),
    ("cancel", "Cancelled"),
]


class GovSupervisionStep(models.Model):
    """Written by the methods of the item only."""

    _name = "gov.supervision.step"
    _description = "Step of a Supervision Item"
    _inherit = ["gov.protected.mixin"]
    _order = "id"

    supervision_id = fields.Many2one(
        "gov.supervision", required=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(KINDS, string="Step", required=True)
    date = fields.Datetime(required=True, default=fields.Datetime.now)
    user_id = fields.Many2one("res.users", string="By", required=True)
    text = fields.Text(string="Details")


class GovSupervision(models.Model):
    """Supervision item on its way."""

    _inherit = "gov.supervision"

    def _note(self, kind, text):
        # sudo: a site officer answers; the step is written by the system
        self.env["gov.supervision.step"].sudo()._unprotected().create(
            {
                "supervision_id": self.id,
                "kind": kind,
                "user_id": self.env.uid,
                "text": text,
            }
        )

    def _report(self, text):
        """The site says what was done."""
        today = fields.Date.context_today(self)
        for item in self._begin(None, ["open"]):
            item.write(
                {
                    "state": "reported",
                    "answer": text,
                    "is_late": item.is_late or today > item.deadline,
                }
            )
            item._note("report", text)
            item._forget_reminders()

    def _return(self, text):
        """The answer does not settle it; the deadline stays."""
        for item in self._begin(OFFICER, ["reported"]):
            item.state = "open"
            item._note("return", text)

    def _close(self, text):
        """The office has seen that it is done (办结)."""
        for item in self._begin(OFFICER, ["reported"]):
            item._refuse_own_answer()
            item.write(
                {
                    "state": "closed",
                    "close_date": fields.Date.context_today(self),
                    "closed_by_id": self.env.uid,
                }
            )
            item._note("close", text)
            item._forget_reminders()

    def _refuse_own_answer(self):
        last = self.step_ids.filtered(lambda step: step.kind == "report")[-1:]
        if last.user_id == self.env.user and not self.env.su:
            raise UserError(
                self.env._("You answered it yourself: another officer closes it.")
            )

    def _cancel(self, text):
        """Nobody follows it any more."""
        for item in self._begin(OFFICER, ["draft", "open", "reported"]):
            item.state = "cancelled"
            item._note("cancel", text)
            item._forget_reminders()

    def _extend(self, deadline, text):
        """A later last day, with the reason."""
        for item in self._begin(OFFICER, ["open"]):
            if deadline <= item.deadline:
                raise UserError(
                    self.env._(
                        "Choose a day after the present deadline %s.", item.deadline
                    )
                )
            before = item.deadline
            item.deadline = deadline
            item._note("extend", f"{before} → {deadline}: {text}")
            item._forget_reminders()

    def _letter_values(self):
        """{word: text} for the letter text."""
        self.ensure_one()
        return {
            "机构": self.department_id.name,
            # sudo: only the unit's name is printed, whatever companies the user is in
            "单位": self.sudo().unit_id.name or self.department_id.name,
            "事由": self.title,
            "要求": self.demand,
            "期限": day_text(self.deadline),
            "日期": day_text(self.issue_date),
        }
