"""Taking effect: an approved movement writes the dated profile, on its day, once."""

import logging

from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import UserError

from ...rules import identity, movement_dates
from .gov_movement_kind import LEAVING

_logger = logging.getLogger(__name__)


class GovStaffMovement(models.Model):
    """Application by kind: `_apply_<kind>` may be extended by other areas."""

    _inherit = "gov.staff.movement"

    apply_date = fields.Datetime("In Effect Since", readonly=True, copy=False)

    def _apply(self):
        """Write the profile; a second call, or a second transaction, finds it done."""
        self.ensure_one()
        self._take()
        if self.state != "approved" or self.effective_date > self._today():
            return False
        # sudo: the approval by all steps is the right to change the profile; the
        # reviewers have none on hr.employee
        getattr(self._system(), f"_apply_{self.kind}")()
        self._move("done", "apply", apply_date=fields.Datetime.now())
        self._notify_both_sides()
        return True

    @api.model
    def _cron_apply_due(self):
        """Every morning: what takes effect today or should have; each on its own."""
        due = self.search(
            [("state", "=", "approved"), ("effective_date", "<=", self._today())],
            order="effective_date, id",
        )
        for movement in due:
            movement._try_to_apply()

    def _try_to_apply(self):
        """Take effect, or say why not: the approval stands, the job tries again."""
        try:
            with self.env.cr.savepoint():
                self._apply()
        except UserError as error:
            _logger.info("movement %s not applied: %s", self.id, error)
            self._could_not_apply(str(error))

    def _could_not_apply(self, problem):
        """Tell the county office once a problem; the job tries again every day."""
        last = self.step_ids.sorted("id")[-1:]
        if last.action == "fail" and last.comment == problem:
            return
        self._log("fail", problem)
        self._remind(self.reviewer_officer_ids, self.env._("Could not take effect."))

    # -- by kind (in superuser mode) ---------------------------------------------

    def _apply_entry(self):
        """A new person with a first version; someone who left comes back anew."""
        person = self.env["hr.employee"].create(self._candidate_values())
        self._system().write({"employee_id": person.id})

    def _candidate_values(self):
        """Values of the new hr.employee and its first hr.version."""
        number = self.candidate_identification
        day = self.effective_date
        return {
            "name": self.candidate_name,
            "gov_staff_no": self.candidate_staff_no or self._next_staff_no(),
            "identification_id": number,
            "birthday": self.candidate_birthday or identity.birthday_of(number),
            "sex": self.candidate_sex or identity.sex_of(number),
            "private_phone": self.candidate_phone,
            "gov_entry_date": day,
            "gov_posted_date": day,
            "date_version": day,
            "contract_date_start": day,
            "trial_date_end": self._trial_end(),
            "department_id": self.to_department_id.id,
            "gov_window_id": self.to_window_id.id,
            "job_id": self.to_job_id.id,
            "gov_dispatch_unit_id": self.unit_id.id,
            "contract_type_id": self.to_contract_type_id.id,
            "gov_source": self.to_source,
            "gov_employer_id": self.to_employer_id.id,
            "gov_is_dedicated": self.to_is_dedicated,
            "wage": self.to_wage,
            "lang": self.env["res.lang"]._lang_get("zh_CN") and "zh_CN",
        }

    def _trial_end(self):
        """The probation entered, else that of the kind (D13: three months)."""
        months = self.kind_id.trial_months
        if self.trial_end or not (months and self.effective_date):
            return self.trial_end
        return movement_dates.probation_end(self.effective_date, months)

    def _next_staff_no(self):
        """Site code of the county and five digits, past numbers typed by hand."""
        people = self.env["hr.employee"].with_context(active_test=False)
        county = self.county_id
        while True:
            number = self.env["gov.number.counter"]._next(f"staff/{county.id}")
            staff_no = f"{county.gov_code or ''}{number:05d}"
            if not people.search_count([("gov_staff_no", "=", staff_no)], limit=1):
                return staff_no

    def _apply_regular(self):
        """转正: probation ends the day before; not suitable: a return is drafted."""
        if self.trial_result == "replace":
            self._draft_follower("return")
            return
        day_before = fields.Date.subtract(self.effective_date, days=1)
        facts = self._facts(self.effective_date)
        ends = min(filter(None, (facts.trial_date_end, day_before)))
        self._write_profile(trial_date_end=ends)

    def _apply_transfer(self):
        vals = self._post_values()
        if trial_end := self._trial_end():
            vals["trial_date_end"] = trial_end
        self._write_profile(**vals)

    def _apply_secondment(self):
        self._write_profile(**self._post_values())

    def _post_values(self):
        """The new post; a window of the old site is left behind."""
        window = self.to_window_id or self.window_id
        if window.department_id != self.to_department_id:
            window = window.browse()
        return {
            "department_id": self.to_department_id.id,
            "gov_window_id": window.id,
            "job_id": (self.to_job_id or self.job_id).id,
            "gov_is_dedicated": self.to_is_dedicated,
        }

    def _apply_head(self):
        self.to_department_id._gov_appoint_head(self.employee_id, self.effective_date)

    def _apply_return(self):
        self._apply_leaving()

    def _apply_resign(self):
        self._apply_leaving()

    def _apply_retire(self):
        self._apply_leaving()

    def _apply_dismiss(self):
        """D27: the employer decides; only when that is to leave, the person leaves."""
        if self.outcome == "leave":
            self._apply_leaving()
        elif self.outcome == "reassign":
            self._draft_follower("transfer")

    def _apply_level_up(self):
        self._write_profile(gov_post_level_id=self.to_post_level_id.id)

    def _apply_leaving(self):
        """The effective date is the last day at the window: served to its end."""
        self.employee_id.gov_leave_date = self.effective_date
        self._close_leavers()

    def _write_profile(self, day=None, **vals):
        """Dated facts of the person from the effective date, or another day."""
        # as the system's own user: Odoo's `create_version` leaves superuser mode, and
        # the leader who approved last has no rights on profiles; the log names him
        person = self.employee_id.with_user(SUPERUSER_ID)
        person._gov_write_dated(day or self.effective_date, vals)

    def _draft_follower(self, kind):
        """A draft that follows from this movement; one is enough."""
        open_states = ("draft", "submitted", "approved")
        found = self.search(
            [
                ("employee_id", "=", self.employee_id.id),
                ("kind", "=", kind),
                ("state", "in", open_states),
            ],
            limit=1,
        )
        return found or self.create(
            {
                "kind": kind,
                "employee_id": self.employee_id.id,
                "origin_id": self.id,
                "reason": self.reason,
            }
        )

    @api.model
    def _propose_level_up(self, employee, level):
        """Draft of a post level promotion (定岗晋级, T24); at most one is open.

        :param employee: hr.employee
        :param level: gov.skill.level to be the new post level
        :return: the open gov.staff.movement, found or new, empty when not above
        """
        # sudo: proposed by the system after a verified certificate; the steps decide
        movements = self.sudo()
        today = self._today()
        versions = self.env["hr.version"].sudo()
        facts = versions._gov_as_of(employee, today).get(employee.id, versions)
        found = movements.search(
            [
                ("employee_id", "=", employee.id),
                ("kind", "=", "level_up"),
                ("state", "in", ("draft", "submitted", "approved")),
            ],
            limit=1,
        )
        if facts.gov_post_level_id.rank >= level.rank:
            return found
        if not found:
            return movements.create(
                {
                    "kind": "level_up",
                    "employee_id": employee.id,
                    "to_post_level_id": level.id,
                    "effective_date": today,
                }
            )
        if found.state == "draft" and found.to_post_level_id.rank < level.rank:
            found.to_post_level_id = level
        return found

    # -- telling -----------------------------------------------------------------

    def _notify_both_sides(self):
        """S2: giving and receiving site and the unit read it; the new site prepares."""
        people = (
            self.reviewer_site_ids | self.reviewer_new_site_ids | self.reviewer_unit_ids
        )
        system = self._system()
        system.message_post(
            body=self.env._("%s is in effect.", self.display_name),
            partner_ids=(people | self.requester_id).partner_id.ids,
            subtype_xmlid="mail.mt_comment",
        )
        if self.kind in ("entry", "transfer", "secondment"):
            self._remind(self.reviewer_new_site_ids, self.env._("Arrival at the post"))

    def _remind(self, users, summary, day=None):
        """A to-do for each user."""
        system = self._system()
        for user in users:
            system.activity_schedule(
                "mail.mail_activity_data_todo",
                day or self._today(),
                summary=summary,
                user_id=user.id,
            )

    def _is_leaving(self):
        """Whether, in effect, the person is no longer at a window."""
        left = self.kind != "dismiss" or self.outcome == "leave"
        return self.kind in LEAVING and left
