"""From the acceptance of an appeal to its answer and the correction of the month."""

from odoo import fields, models
from odoo.exceptions import AccessError, UserError

from ..rounds.gov_appraisal_round import OFFICER
from .gov_appeal import DECIDED_STATES
from .gov_appraisal_correction import NOT_SETTLED


class GovAppeal(models.Model):
    """Buttons of an appeal."""

    _inherit = "gov.appeal"

    def action_accept(self):
        """Take the appeal on; or over, from a colleague who cannot go on."""
        for appeal in self._begin(["submitted", "accepted", "hearing"]):
            appeal._check_may_handle(self.env.user)
            vals = {"handler_id": self.env.uid}
            if appeal.state == "submitted":
                vals |= {
                    "state": "accepted",
                    "accepted_on": fields.Date.context_today(self),
                }
            appeal.write(vals)
            appeal._ask(self.env.user)
            if "state" in vals:
                appeal._tell_person(self.env._("Your appeal has been accepted."))

    def action_hear(self):
        """Invite the person to the hearing that has been entered."""
        for appeal in self._begin(["accepted"], is_handler=True):
            if not appeal.hearing_date:
                raise UserError(self.env._("Enter day and time of the hearing first."))
            appeal.write({"state": "hearing"})
            moment = fields.Datetime.context_timestamp(
                self.with_context(tz="Asia/Shanghai"), appeal.hearing_date
            )
            appeal._tell_person(
                self.env._(
                    "You are heard on %(moment)s. %(place)s",
                    moment=moment.strftime("%Y-%m-%d %H:%M"),
                    place=appeal.hearing_place or "",
                )
            )

    def action_decide(self):
        """Answer the person; what was upheld is proposed as a correction."""
        for appeal in self._begin(["accepted", "hearing"], is_handler=True):
            appeal._check_may_handle(self.env.user)
            outcome = appeal._check_decided()
            appeal.write(
                {
                    "state": outcome,
                    "outcome": outcome,
                    "decided_on": fields.Date.context_today(self),
                }
            )
            appeal._settle()
            appeal._close_reminders()
            appeal._tell_person(self.env._("Your appeal has been answered."))

    def action_close(self):
        """File an answered appeal whose correction is not awaited any more."""
        for appeal in self._begin(list(DECIDED_STATES)):
            if appeal.correction_id.state in ("draft", "approved"):
                raise UserError(
                    self.env._(
                        "The correction of %s is not applied yet; the appeal closes "
                        "with it.",
                        appeal.display_name,
                    )
                )
            appeal._close()

    def action_open_correction(self):
        """The correction that the decision asks for."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.appraisal.correction",
            "view_mode": "form",
            "res_id": self.correction_id.id,
            "name": self.env._("Correction"),
        }

    # -- the steps' parts --------------------------------------------------------------

    def _begin(self, states, is_handler=False):
        """Check the right, lock the rows, check the state; appeals to work on."""
        if not (self.env.su or self.env.user.has_group(OFFICER)):
            raise AccessError(self.env._("Only HR officers handle appeals."))
        self.check_access("write")
        appeals = self._unprotected()
        appeals._take()
        appeals._check_state(states)
        for appeal in appeals:
            if is_handler and appeal.handler_id != self.env.user:
                raise UserError(
                    self.env._(
                        "%(handler)s handles this appeal. Take it over first.",
                        handler=appeal.handler_id.name,
                    )
                )
        return appeals

    def _check_state(self, states):
        labels = dict(self._fields["state"]._description_selection(self.env))
        for appeal in self:
            if appeal.state not in states:
                raise UserError(
                    self.env._(
                        "%(name)s is “%(state)s” by now. Reload the page and look at "
                        "it.",
                        name=appeal.display_name,
                        state=labels[appeal.state],
                    )
                )

    def _barred_users(self):
        """Users who had a part in what is appealed against, and the person."""
        self.ensure_one()
        appeal = self.sudo()  # sudo: answers who is barred, whoever asks
        facts = [appeal.line_ids.event_id, appeal.line_ids.review_id]
        users = appeal.employee_id.user_id | appeal.round_id._gov_graders()
        for records in facts:
            for fact in records:
                users |= fact._gov_handled_by()
        return users

    def _check_may_handle(self, user):
        """Nobody decides on an appeal against the own work."""
        for appeal in self:
            if user in appeal._barred_users():
                raise UserError(
                    self.env._(
                        "%(name)s is about your own work: you recorded, verified, "
                        "scored or graded it, or it is yours. Another HR officer has "
                        "to handle it.",
                        name=appeal.display_name,
                    )
                )

    def _check_decided(self):
        """The outcome that follows from the lines, once everything is there."""
        self.ensure_one()
        if not (self.answer or "").strip():
            raise UserError(
                self.env._("Write the answer first: the person reads and keeps it.")
            )
        decisions = self.line_ids.mapped("decision")
        if not all(decisions):
            raise UserError(self.env._("Decide on each line first."))
        if not decisions:
            if not self.outcome:
                raise UserError(self.env._("Enter the decision on the month first."))
            return self.outcome
        if len(set(decisions)) > 1:
            return "partly"
        return decisions[0]

    def _settle(self):
        """Propose the correction, or withdraw at once while the month is not closed."""
        upheld = self.line_ids.filtered(lambda line: line.decision == "upheld")
        if not upheld:
            return
        reason = self.env._("Appeal %s upheld", self.name)
        if self.round_id.state in NOT_SETTLED:
            # the month was taken back meanwhile: it is scored again anyway
            for facts in upheld._facts():
                facts._withdraw_settled(reason)
            return
        correction = self.env["gov.appraisal.correction"]._propose(
            self.round_id, "appeal", reason, without=upheld._facts(), origin=self
        )
        self.write({"correction_id": correction.id})

    def _correction_applied(self, _correction):
        """The month is corrected: nothing is left to do."""
        self._unprotected()._close()

    def _correction_cancelled(self, correction):
        """The decision has not been carried out: the handler decides anew."""
        self._unprotected().write(
            {
                "state": "hearing",
                "outcome": False,
                "decided_on": False,
                "correction_id": False,
            }
        )
        self._tell_person(self.env._("Your appeal is decided anew."))
        self._ask(self.handler_id)
        self.message_post(
            body=self.env._(
                "The correction was cancelled: %s", correction.cancel_reason
            )
        )

    def _close(self):
        self.write({"state": "closed", "closed_on": fields.Date.context_today(self)})
        self._tell_person(self.env._("Your appeal is closed."))

    def _tell_person(self, words):
        """A message to the login of the person, if there is one."""
        for appeal in self.sudo():  # sudo: the address of the person
            partner = appeal.employee_id.user_id.partner_id
            if partner:
                appeal.message_notify(
                    partner_ids=partner.ids, subject=appeal.name, body=words
                )

    # -- to-dos --------------------------------------------------------------------

    def _ask(self, users):
        """A to-do until the last day to answer, for each of some users."""
        self._close_reminders()
        for user in users:
            self.activity_schedule(
                "mail.mail_activity_data_todo",
                date_deadline=self.answer_due,
                summary=self.with_context(lang=user.lang).env._("Answer the appeal"),
                user_id=user.id,
            )

    def _ask_officers(self):
        """Whoever may handle the appeal is told of it."""
        # sudo: who handles appeals does not depend on who appeals; they get a to-do
        officers = self.env.ref(OFFICER).sudo().all_user_ids.filtered("active")
        county = self.sudo().round_id.county_id  # sudo: as above
        self._ask(officers._gov_of_county(county) - self._barred_users())

    def _close_reminders(self):
        # sudo: to-dos of colleagues
        todo = self.env.ref("mail.mail_activity_data_todo")
        self.sudo().activity_ids.filtered(
            lambda a: a.activity_type_id == todo and a.automated
        ).unlink()
