"""What has to hold before a movement is submitted: every problem at once, by kind."""

from odoo import api, fields, models

from ...exceptions import MovementNotReady
from ...rules import movement_dates
from .gov_movement_kind import LEAVING, POSTING


class GovStaffMovement(models.Model):
    """Checks; a problem is a sentence that says what to do next."""

    _inherit = "gov.staff.movement"

    stay_until = fields.Date(
        "Minimum Stay Until",
        compute="_compute_stay",
        store=True,
        help="From this day the person may leave the window without consent.",
    )
    is_early = fields.Boolean(
        "Before the Minimum Stay", compute="_compute_stay", store=True
    )
    earliest_date = fields.Date(
        "Earliest Last Day", compute="_compute_earliest_date", store=True
    )
    advice = fields.Text("Please Note", compute="_compute_advice", compute_sudo=True)

    @api.depends("kind", "employee_id", "effective_date", "reason_id")
    def _compute_stay(self):
        """S25, D32: counted from the day at the window, some reasons are exempt."""
        for movement in self:
            # sudo: one date of the person, which the form needs
            person = movement.sudo().employee_id
            posted = person.gov_posted_date or person.gov_entry_date
            months = movement.kind_id.stay_months
            until = posted and months and movement_dates.stay_until(posted, months)
            movement.stay_until = until or False
            day, exempt = movement.effective_date, movement.reason_id.is_exempt
            movement.is_early = bool(until and day and day < until and not exempt)

    @api.depends("kind", "employee_id", "notice_date")
    def _compute_earliest_date(self):
        """S5, D30: 30 days after the written notice, 3 in probation."""
        for movement in self:
            kind, notice = movement.kind_id, movement.notice_date
            days = kind.notice_days
            if notice and days and movement._in_probation(notice):
                days = kind.notice_days_probation
            movement.earliest_date = (
                movement_dates.earliest_leave(notice, days)
                if notice and days
                else False
            )

    def _in_probation(self, day):
        facts = self._facts(day)
        return bool(facts.trial_date_end and facts.trial_date_end >= day)

    def _facts(self, day):
        """hr.version (sudo) of the person on a day; empty before the first one."""
        # sudo: proposers do not read hr.version; who they may ask about is checked
        versions = self.env["hr.version"].sudo()
        person = self.sudo().employee_id._origin
        return versions._gov_as_of(person, day).get(person.id, versions)

    @api.depends("kind", "employee_id", "effective_date", "is_early", "end_date")
    def _compute_advice(self):
        for movement in self:
            movement.advice = "\n".join(movement._advice()) or False

    def _advice(self):
        """Sentences to show above the form; nothing is refused for them."""
        notes = []
        if self.is_early:
            notes.append(
                self.env._(
                    "At the window for less than the minimum stay (until %(day)s): the "
                    "centre has to be consulted and a reason given.",
                    day=self.stay_until,
                )
            )
        if self.kind == "retire" and (note := self._age_note()):
            notes.append(note)
        if self.kind in LEAVING and self._facts(self._today()).gov_is_backbone:
            notes.append(self.env._("Marked as backbone: to be kept if possible."))
        return notes

    def _age_note(self):
        person, kind = self.employee_id, self.kind_id
        age = {"male": kind.age_male, "female": kind.age_female}.get(person.sex)
        if not (age and person.birthday and self.effective_date):
            return None
        years = movement_dates.age_on(person.birthday, self.effective_date)
        if years >= age:
            return None
        return self.env._(
            "%(years)s years old on that day, below %(age)s: check the retirement age "
            "that the law sets for this person.",
            years=years,
            age=age,
        )

    # -- before submitting -------------------------------------------------------

    def _check_submittable(self):
        """Raise `MovementNotReady` with every problem; other areas extend the lists."""
        self.ensure_one()
        problems = self._common_problems()
        problems += getattr(self, f"_{self.kind}_problems")()
        if problems:
            lines = "\n".join(f"· {problem}" for problem in problems)
            raise MovementNotReady(
                self.env._(
                    "%(name)s cannot be submitted yet:\n%(problems)s",
                    name=self.display_name,
                    problems=lines,
                )
            )

    def _common_problems(self):
        kind, problems = self.kind_id, []
        if self.kind != "entry" and not self.employee_id:
            problems.append(self.env._("Choose the person."))
        if not self.effective_date:
            return [*problems, self.env._("Enter the effective date.")]
        first = fields.Date.subtract(self._today(), days=kind.backdate_days)
        if self.effective_date < first:
            problems.append(
                self.env._(
                    "The effective date lies more than %s days back.",
                    kind.backdate_days,
                )
            )
        # sudo: whoever submits; only asks whether there is a paper
        if kind.needs_attachment and not self.sudo().attachment_ids:
            problems.append(self.env._("Attach the letter or the paper form."))
        return problems + self._early_problems() + self._overlap_problems()

    def _early_problems(self):
        problems = []
        if self.is_early and not (self.reason_id or self.reason):
            problems.append(
                self.env._(
                    "Leaves the window before %s: give the reason.", self.stay_until
                )
            )
        if self.is_early and not self.consent_note:
            problems.append(
                self.env._(
                    "Leaves the window before %s: consult the centre first and enter "
                    "who agreed and when.",
                    self.stay_until,
                )
            )
        return problems

    def _overlap_problems(self):
        """Another open movement that wants the person on the same day, or gone."""
        if not self.employee_id:
            return []
        changing = (*LEAVING, *POSTING, "head")
        # sudo: a movement that the proposer may not see conflicts all the same
        others = self.sudo().search(
            [
                ("employee_id", "=", self.employee_id.id),
                ("id", "!=", self.id),
                ("state", "in", ("submitted", "approved")),
            ]
        )
        problems = []
        for other in others:
            same = other.effective_date == self.effective_date
            both = other.kind in changing and self.kind in changing
            gone = other.kind in LEAVING and self.effective_date > other.effective_date
            if (same and both) or gone:
                problems.append(
                    self.env._(
                        "%(other)s takes effect on %(day)s already: wait for it, or "
                        "have it cancelled.",
                        other=other.display_name,
                        day=other.effective_date,
                    )
                )
        return problems + self._history_problems()

    def _history_problems(self):
        problems = []
        # sudo: two dates of the person in the own care
        person = self.sudo().employee_id
        left, entry = person.gov_leave_date, person.gov_entry_date
        if left and self.effective_date > left:
            problems.append(self.env._("The person left on %s.", left))
        if entry and self.effective_date < entry:
            problems.append(self.env._("The person only came on %s.", entry))
        if self.kind not in (*LEAVING, *POSTING):
            return problems
        later = self.sudo().search(
            [
                ("employee_id", "=", person.id),
                ("kind", "in", POSTING),
                ("state", "=", "done"),
                ("effective_date", ">", self.effective_date),
            ],
            limit=1,
        )
        if later:
            problems.append(
                self.env._(
                    "%(other)s took effect on %(day)s: choose a later day.",
                    other=later.display_name,
                    day=later.effective_date,
                )
            )
        return problems

    def _missing(self, *names):
        """A problem for each empty field."""
        described = self.fields_get(names, ["string"])
        # sudo: presence only
        return [
            self.env._("“%s” is missing.", described.get(name, {}).get("string", name))
            for name in names
            if not self.sudo()[name]
        ]
