"""What becomes of a training need: a session, an answer, or nothing any more."""

from odoo import models
from odoo.exceptions import UserError

from .gov_training_need import LIVE, LONGEST

CAME = "attended"
GONE = (False, "withdrawn")


class GovTrainingNeed(models.Model):
    """Steps; the data and its guards stand in `gov_training_need.py`."""

    _inherit = "gov.training.need"

    # === ACTIONS === #

    def action_plan(self):
        """Turn the needs into a session with these people; the wizard does the rest."""
        waiting = self.filtered(lambda need: need.state == "open")
        if not waiting:
            raise UserError(
                self.env._("Choose at least one need that waits for a session.")
            )
        return waiting._wizard(
            "gov.training.need.session", self.env._("Arrange a Session")
        )

    def action_decline(self):
        """Ask for the answer that the person reads."""
        self._check_state(("open",))
        return self._wizard("gov.training.need.decline", self.env._("Decline Needs"))

    def action_reopen(self):
        """It is to be arranged after all."""
        self.check_access("write")
        self._check_state(("declined",))
        self._unlocked().write({"state": "open", "answer": False})

    def action_open_session(self):
        """The session that was arranged."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.session",
            "res_id": self.session_id.id,
            "view_mode": "form",
        }

    def _wizard(self, model, name):
        return {
            "type": "ir.actions.act_window",
            "res_model": model,
            "view_mode": "form",
            "target": "new",
            "context": {"default_need_ids": self.ids},
            "name": name,
        }

    # === BUSINESS METHODS === #

    def _decline(self, answer):
        """No session comes of it; the person reads why."""
        self.check_access("write")
        self._check_state(("open",))
        answer = answer.strip()[:LONGEST]
        self._unlocked().write({"state": "declined", "answer": answer})

    def _plan(self, session):
        """These needs are to be met by a session."""
        self._check_state(("open",))
        self._unlocked().write({"state": "planned", "session_id": session.id})

    def _settle(self):
        """Follow what became of the session: held, left, or called off.

        sudo: the person may be enrolled where the user sees nothing.
        """
        arranged = self.sudo().filtered("session_id")
        lines = arranged.env["gov.training.enrollment"].search_fetch(
            [
                ("session_id", "in", arranged.session_id.ids),
                ("employee_id", "in", arranged.employee_id.ids),
            ],
            ["session_id", "employee_id", "state"],
        )
        states = {(line.session_id, line.employee_id): line.state for line in lines}
        for target, needs in arranged.grouped(
            lambda need: need._outcome(states.get((need.session_id, need.employee_id)))
        ).items():
            changed = needs.filtered(lambda need, t=target: need.state != t)
            if target != "met":
                changed = changed._without_twin()
            vals = {"state": target}
            if target == "open":
                vals["session_id"] = False
            changed._unlocked().write(vals)

    def _outcome(self, line_state):
        """State of a need whose person has a line of a state in the session."""
        self.ensure_one()
        if self.session_id.state == "done":
            return "met" if line_state == CAME else "open"
        if self.session_id.state == "cancelled" or line_state in (None, *GONE):
            return "open"
        return "planned"

    def _without_twin(self):
        """Those that are live, or may be again: nothing like them waits already."""
        closed = self.filtered(lambda need: need.state not in LIVE)
        live = self.search(
            [("employee_id", "in", closed.employee_id.ids), ("state", "in", LIVE)]
        )
        taken = {(n.employee_id, n.topic_id, n.source) for n in live}
        return self - closed.filtered(
            lambda n: (n.employee_id, n.topic_id, n.source) in taken
        )
