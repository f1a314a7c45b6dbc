"""The way of a mentoring agreement: signed, completed, or ended early."""

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from ...exceptions import MentorLimit
from ...rules.mentoring import Term, months_of, most_at_once, overlapping

TODO = "mail.mail_activity_data_todo"


class GovMentorship(models.Model):
    """Transitions and what the rules of mentoring ask for."""

    _inherit = "gov.mentorship"

    # === ACTIONS === #

    def action_activate(self):
        """Signed (签订): from now on its terms stay as they are."""
        self.check_access("write")
        self._check_state(("draft",))
        # two officers who give a mentor the last place work one after the other
        # sudo: locks the two profiles, changes nothing; the right is checked above
        (self.mentor_id | self.apprentice_id).sudo().lock_for_update()
        for pair in self:
            version = pair._check_signable()
            pair._unlocked().write({"state": "active", "policy_version_id": version.id})

    def action_draft(self):
        """Back to a draft, as long as nothing has been judged."""
        self.check_access("write")
        self._check_state(("active",))
        steps = self.goal_ids | self.milestone_ids
        if any(step.state != "open" for step in steps):
            raise UserError(
                self.env._(
                    "Goals or milestones have been judged already. End the agreement "
                    "early instead, and sign a new one."
                )
            )
        self._unlocked().write({"state": "draft", "policy_version_id": False})

    def action_finish(self):
        """Completed (期满考核): every goal is judged, the outcome stands."""
        self.check_access("write")
        self._check_state(("active",))
        for pair in self:
            pair._check_judged()
        today = fields.Date.context_today(self)
        self._unlocked().write({"state": "finished", "end_date": today})
        self.activity_unlink([TODO])

    def action_break(self):
        """Ask when and why; the wizard does the rest."""
        self._check_state(("active",))
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.mentorship.break",
            "view_mode": "form",
            "target": "new",
            "context": {"default_mentorship_id": self.id},
            "name": self.env._("End Early"),
        }

    # === BUSINESS METHODS === #

    def _break(self, day, reason):
        """Ended before its time (提前终止)."""
        self.check_access("write")
        self._check_state(("active",))
        if not self.date_from <= day <= fields.Date.context_today(self):
            raise UserError(
                self.env._("It ended between the first day of its term and today.")
            )
        self._unlocked().write(
            {"state": "broken", "end_date": day, "end_reason": reason.strip()}
        )
        self.activity_unlink([TODO])

    def _check_signable(self):
        """The version of the rules that the agreement is signed under.

        :raises NotInForce: there are no rules of mentoring on the first day
        """
        self.ensure_one()
        if not self.goal_ids:
            raise UserError(self.env._("Agree on at least one goal first."))
        version = self.env["gov.mentoring.policy"]._version_for(
            self.county_id, self.date_from
        )
        self._check_term(version)
        self._check_people(version)
        self._check_limit(version)
        return version

    def _check_term(self, version):
        months = months_of(self.date_from, self.date_to)
        if not version.months_min <= months <= version.months_max:
            raise UserError(
                self.env._(
                    "The term lasts %(months)s months; the rules allow %(least)s to "
                    "%(most)s. Change the dates.",
                    months=months,
                    least=version.months_min,
                    most=version.months_max,
                )
            )

    def _check_people(self, version):
        """Both are in service, the mentor for long enough."""
        # sudo: entry and leave dates are kept to HR; only the result is told
        mentor, apprentice = self.mentor_id.sudo(), self.apprentice_id.sudo()
        for person in (mentor, apprentice):
            left = person.gov_leave_date and person.gov_leave_date < self.date_from
            if not person.gov_entry_date or left:
                raise UserError(
                    self.env._(
                        "%s is not in service when the term begins.", person.name
                    )
                )
        served = mentor.gov_entry_date + relativedelta(months=version.service_months)
        if served > self.date_from:
            raise UserError(
                self.env._(
                    "%(mentor)s has been in service for less than %(months)s months "
                    "when the term begins. Choose another mentor.",
                    mentor=mentor.name,
                    months=version.service_months,
                )
            )

    def _check_limit(self, version):
        """One mentor at a time, and not too many apprentices.

        sudo: agreements that the user does not see count as well.
        """
        own = Term(self.date_from, self.date_to)
        running = self.sudo().search(
            [
                ("state", "=", "active"),
                ("id", "!=", self.id),
                "|",
                ("mentor_id", "=", self.mentor_id.id),
                ("apprentice_id", "=", self.apprentice_id.id),
            ]
        )
        for pair in running.filtered(lambda p: p.apprentice_id == self.apprentice_id):
            if overlapping([Term(pair.date_from, pair.date_to)], own):
                raise MentorLimit(
                    self.env._(
                        "%(apprentice)s has a mentor in that time already: %(mentor)s.",
                        apprentice=pair.apprentice_id.name,
                        mentor=pair.mentor_id.name,
                    )
                )
        theirs = running.filtered(lambda p: p.mentor_id == self.mentor_id)
        terms = [Term(pair.date_from, pair.date_to) for pair in theirs]
        if most_at_once([own, *overlapping(terms, own)]) > version.max_apprentices:
            # sudo: the profile may be of another site; only the mentor's name is shown
            raise MentorLimit(
                self.env._(
                    "%(mentor)s would have more than %(limit)s apprentices at the same "
                    "time. Choose another mentor, or another term.",
                    mentor=self.mentor_id.sudo().name,
                    limit=version.max_apprentices,
                )
            )

    def _check_judged(self):
        waiting = self.goal_ids.filtered(lambda goal: goal.state == "open")
        if waiting:
            raise UserError(
                self.env._("Say first whether “%s” was reached.", waiting[0].name)
            )
        if not self.outcome:
            raise UserError(self.env._("Choose the outcome first."))

    @api.model
    def _cron_remind(self):
        """A to-do for whoever is responsible, once the term is over."""
        over = self.search(self._overdue()).filtered(
            lambda pair: pair.user_id and not pair.activity_ids
        )
        for user, pairs in over.grouped("user_id").items():
            pairs.activity_schedule(
                TODO,
                summary=self.with_context(lang=user.lang).env._(
                    "The term is over: judge the goals and complete the agreement"
                ),
                user_id=user.id,
            )
