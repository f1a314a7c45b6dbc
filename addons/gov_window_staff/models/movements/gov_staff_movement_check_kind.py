"""What each kind of movement asks for before it is submitted."""

from odoo import models

from ...rules import identity


class GovStaffMovement(models.Model):
    """One method a kind: a list of problems that `_check_submittable` collects."""

    _inherit = "gov.staff.movement"

    def _entry_problems(self):
        problems = self._missing(
            "candidate_name",
            "candidate_identification_masked",
            "to_department_id",
            "unit_id",
            "to_contract_type_id",
        )
        problems += self._identity_problems() + self._window_problems()
        # sudo: whoever submits; only the form of the phone number is checked
        phone = self.sudo().candidate_phone
        if phone and not identity.is_mobile_phone(phone):
            problems.append(self.env._("The mobile phone has 11 digits from 13 to 19."))
        if (
            self.trial_end
            and self.effective_date
            and (self.trial_end < self.effective_date)
        ):
            problems.append(self.env._("The probation ends before the entry."))
        return problems + self._staff_no_problems()

    def _identity_problems(self):
        # sudo: the check reads the number whoever submits
        number = self.sudo().candidate_identification
        if not number:
            return []
        words = {
            "shape": self.env._("The ID number has 18 characters."),
            "birthday": self.env._("The ID number contains an impossible birthday."),
            "checksum": self.env._("The last character of the ID number is wrong."),
        }
        problem = identity.identity_problem(number, self._today())
        if problem:
            return [words[problem]]
        problems = []
        birthday, sex = identity.birthday_of(number), identity.sex_of(number)
        if self.candidate_birthday and self.candidate_birthday != birthday:
            problems.append(self.env._("The birthday is not that of the ID number."))
        if self.candidate_sex and self.candidate_sex != sex:
            problems.append(self.env._("The sex is not that of the ID number."))
        # sudo: the person may work at a site that the proposer does not see, who then
        # learns that there is one, but not who it is
        known = self.env["hr.employee"].sudo().with_context(active_test=False)
        for person in known.search([("identification_id", "=", number)]):
            left = person.gov_leave_date
            if not left or (self.effective_date and left >= self.effective_date):
                problems.append(self._in_service_problem(person))
        return problems

    def _in_service_problem(self, person):
        """Who may not read the person does not learn the name from a number."""
        if not person.with_user(self.env.user).has_access("read"):
            return self.env._(
                "Somebody at another site has this ID number and is in service. Ask "
                "the county office to file a transfer instead."
            )
        return self.env._(
            "%s has this ID number and is in service: file a transfer instead.",
            person.name,
        )

    def _staff_no_problems(self):
        number = self.candidate_staff_no
        # sudo: staff numbers are unique over all sites; only tells that one is taken
        people = self.env["hr.employee"].sudo().with_context(active_test=False)
        if number and people.search_count([("gov_staff_no", "=", number)], limit=1):
            return [self.env._("The staff number %s is already in use.", number)]
        return []

    def _regular_problems(self):
        problems = self._missing("trial_result")
        facts = self._facts(self.effective_date or self._today())
        if self.employee_id and not facts.trial_date_end:
            problems.append(self.env._("No probation is recorded for this person."))
        if self.trial_result == "replace" and not self.reason:
            problems.append(self.env._("Say why the person is not suitable."))
        return problems

    def _transfer_problems(self):
        problems = self._missing("to_department_id") + self._window_problems()
        new = (self.to_department_id, self.to_window_id, self.to_job_id or self.job_id)
        old = (self.department_id, self.window_id, self.job_id)
        if self.to_department_id and new == old:
            problems.append(self.env._("Site, window and post stay the same."))
        return problems

    def _secondment_problems(self):
        problems = self._transfer_problems() + self._missing("end_date")
        if (
            self.end_date
            and self.effective_date
            and (self.end_date < self.effective_date)
        ):
            problems.append(self.env._("The secondment ends before it begins."))
        return problems

    def _window_problems(self):
        window = self.to_window_id
        if window and window.department_id != self.to_department_id:
            return [self.env._("The new window belongs to another site.")]
        return []

    def _head_problems(self):
        problems = self._missing("to_department_id")
        if self.employee_id and self.to_department_id.manager_id == self.employee_id:
            problems.append(self.env._("This person is the head of the site already."))
        return problems

    def _return_problems(self):
        return [] if self.reason else [self.env._("Give the reason of the return.")]

    def _resign_problems(self):
        problems = self._missing("notice_date")
        if self.notice_date and self.notice_date > self._today():
            problems.append(self.env._("The notice has not been handed in yet."))
        too_soon = (
            self.earliest_date
            and self.effective_date
            and (self.effective_date < self.earliest_date)
        )
        if too_soon and not (self.notice_override or "").strip():
            problems.append(
                self.env._(
                    "With this notice the last day is %(day)s at the earliest. Choose "
                    "a later day, or give the reason for the shorter notice.",
                    day=self.earliest_date,
                )
            )
        return problems

    def _retire_problems(self):
        return []

    def _dismiss_problems(self):
        if self.reason or self.reason_id:
            return []
        return [self.env._("Give the ground of the dismissal.")]

    def _level_up_problems(self):
        problems = self._missing("to_post_level_id")
        old, new = self.post_level_id, self.to_post_level_id
        if old and new and new.rank <= old.rank:
            problems.append(self.env._("The new post level is not above the present."))
        return problems
