"""How an applicant for a window post goes through the seven steps (S3, S4)."""

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ...exceptions import DocumentLocked
from ...rules import recruitment
from ...rules.recruitment import STEPS

REFUSE_REASON = "gov_window_staff.refuse_reason_%s"


class HrApplicant(models.Model):
    """The stage follows from the results of the steps, never the other way round."""

    _inherit = "hr.applicant"

    @api.constrains("stage_id", "job_id", "active")
    def _check_gov_stage(self):
        for applicant in self:
            step = applicant.stage_id.gov_step
            if not applicant.gov_is_window:
                if step:
                    raise ValidationError(
                        self.env._(
                            "“%(stage)s” is a step of window recruitment; this job "
                            "has stages of its own.",
                            stage=applicant.stage_id.name,
                        )
                    )
                continue
            results = applicant._gov_results()
            if step != (recruitment.current_step(results) or STEPS[-1]):
                raise ValidationError(applicant._gov_stage_refusal())
            if applicant.active and "fail" in results.values():
                raise ValidationError(
                    self.env._(
                        "%(name)s did not pass a step. Correct that result before "
                        "you restore the application.",
                        name=applicant.partner_name,
                    )
                )

    def _gov_stage_refusal(self):
        current = self._gov_current_step()
        if not current:
            return self.env._(
                "%(name)s has passed all seven steps and stays at the last one.",
                name=self.partner_name,
            )
        return self.env._(
            "%(name)s is at “%(step)s”: record its result, and the application moves "
            "on by itself. Steps are neither skipped nor taken back by hand.",
            name=self.partner_name,
            step=current._label(),
        )

    # === CRUD === #

    @api.model_create_multi
    def create(self, vals_list):
        self._gov_refuse_notices(self.env.context, *vals_list)
        vals_list = [self._gov_given(vals) for vals in vals_list]
        jobs = self.env["hr.job"].browse(
            {vals["job_id"] for vals in vals_list if vals.get("job_id")}
        )
        windows = set(jobs.filtered("gov_is_window_post").ids)
        for vals in vals_list:
            if vals.get("job_id") in windows:
                # a wizard of Odoo names the first stage of its own board
                vals.pop("stage_id", None)
        # the key has to go: a default of False would count as a value
        context = {k: v for k, v in self.env.context.items() if k != "default_stage_id"}
        board = self.with_context(context)  # pylint: disable=context-overridden
        applicants = super(HrApplicant, board).create(vals_list)
        applicants.filtered("gov_is_window")._gov_start()
        return applicants.with_env(self.env)

    @api.model
    def _gov_given(self, vals):
        """Whether the post is at a window follows from the post, no client says it."""
        return {key: value for key, value in vals.items() if key != "gov_is_window"}

    def _gov_refuse_notices(self, *sources):
        """The list of a notice is written on the notice, which closes it."""
        if any(
            {"gov_notice_ids", "default_gov_notice_ids"} & set(source)
            for source in sources
        ):
            raise DocumentLocked(
                self.env._("People are put on a public notice in the notice itself.")
            )

    def write(self, vals):
        self._gov_refuse_notices(vals)
        vals = self._gov_given(vals)
        moved = self.browse()
        if "job_id" in vals:
            job = self.env["hr.job"].browse(vals["job_id"])
            moved = self._gov_moved(job)
        if moved:
            # sudo: rows without a result, of a job that is no longer the applicant's
            moved.sudo().gov_step_ids._unprotected().unlink()
            first = job and job._get_first_stage()
            super(HrApplicant, moved).write({**vals, "stage_id": first and first.id})
            moved.filtered("gov_is_window")._gov_start()
        return super(HrApplicant, self - moved).write(vals)

    def _gov_moved(self, job):
        """Those that change between jobs of which one at least is a window post."""
        moved = self.filtered(
            lambda applicant: (
                applicant.job_id != job
                and (applicant.gov_is_window or job.gov_is_window_post)
            )
        )
        for applicant in moved:
            results = applicant._gov_results()
            if results.get("application", "pending") != "pending":
                raise UserError(
                    self.env._(
                        "%(name)s has results for this job. Refuse this application "
                        "and file another one for the other job.",
                        name=applicant.partner_name,
                    )
                )
        return moved

    def reset_applicant(self):
        """Restored applicants for a window post stay at the step that is due."""
        windows = self.filtered("gov_is_window")
        windows.write({"refuse_reason_id": False, "refuse_date": False})
        return super(HrApplicant, self - windows).reset_applicant()

    def action_gov_decide(self):
        """Dialog to record the result of the step at which these applicants are."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.recruitment.decide",
            "view_mode": "form",
            "target": "new",
            "context": {"default_applicant_ids": self.ids},
            "name": self.env._("Result of a Step"),
        }

    def action_gov_publish(self):
        """A new public notice that lists these applicants."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.public.notice",
            "view_mode": "form",
            "context": {"default_applicant_ids": self.ids},
            "name": self.env._("Public Notice"),
        }

    def action_open_gov_notices(self):
        """Public notices that list this applicant."""
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.public.notice",
            "view_mode": "list,form",
            "domain": [("applicant_ids", "in", self.ids)],
            "name": self.env._("Public Notices"),
        }

    def create_employee_from_applicant(self):
        """Window staff enter by an approved movement only (人员准入)."""
        if any(applicant.gov_is_window for applicant in self):
            raise UserError(
                self.env._(
                    "People for windows enter by an approved entry: use “Create Entry”."
                )
            )
        return super().create_employee_from_applicant()

    # === BUSINESS === #

    def _gov_results(self):
        """{step: result} of one applicant."""
        return {step.step: step.result for step in self.gov_step_ids}

    def _gov_current_step(self):
        """The step that is due; empty when all are passed."""
        return self.gov_step_ids.filtered("is_current")

    def _gov_start(self):
        """The seven steps of new applicants; an announced job has passed the first."""
        # sudo: the rows are made by the system, for an applicant that the user made
        steps = self.env["gov.recruitment.step"].sudo()._unprotected()
        steps.create(
            [
                {"applicant_id": applicant.id, "step": step, "sequence": number}
                for applicant in self
                for number, step in enumerate(STEPS, 1)
            ]
        )
        self.invalidate_recordset(["gov_step_ids"])
        for job, applicants in self.grouped("job_id").items():
            announced = job.sudo().gov_announced_on
            if announced:
                first = applicants.gov_step_ids.filtered(lambda s: s.step == "notice")
                first._decide("pass", announced, note=job.sudo().gov_announcement_no)

    def _gov_follow(self, reason=None):
        """After a result: on to the next step, or the application has ended."""
        self.ensure_one()
        failed = self.gov_step_ids.filtered(lambda step: step.result == "fail")
        if failed:
            reason = reason or self.env.ref(REFUSE_REASON % failed[0].step)
            self.write(
                {
                    "active": False,
                    "refuse_reason_id": reason.id,
                    "refuse_date": fields.Datetime.now(),
                }
            )
            return
        step = recruitment.current_step(self._gov_results())
        if step:
            self.stage_id = self.env["hr.recruitment.stage"]._gov_stages()[step]
        else:
            self.kanban_state = "done"

    def _gov_restore(self):
        """After a correction: back among the open applications, at the step due."""
        self.ensure_one()
        step = recruitment.current_step(self._gov_results())
        self.write(
            {
                "active": True,
                "refuse_reason_id": False,
                "refuse_date": False,
                "kanban_state": "normal",
                "stage_id": self.env["hr.recruitment.stage"]._gov_stages()[step].id,
            }
        )

    # === ENTRY === #

    def _gov_check_no_entry(self):
        entry = self.gov_movement_ids.filtered(
            lambda m: m.state not in ("refused", "cancelled")
        )
        if entry:
            raise UserError(
                self.env._(
                    "%(name)s already has an entry: %(entry)s. Cancel it first.",
                    name=self.partner_name,
                    entry=entry[0].display_name,
                )
            )

    def action_gov_create_entry(self):
        """A draft entry for each applicant who has passed all seven steps."""
        for applicant in self:
            if not applicant.gov_is_through:
                raise UserError(
                    self.env._(
                        "%(name)s has not passed all seven steps.",
                        name=applicant.partner_name,
                    )
                )
            applicant._gov_check_no_entry()
        movements = self.env["gov.staff.movement"]._unprotected()
        created = movements.create([a._gov_entry_vals() for a in self])
        return created.with_env(self.env)._open_all(self.env._("Entries"))

    def _gov_entry_vals(self):
        """Values of the entry; the ID number passes from system to system."""
        # sudo: nobody reads the raw number of an applicant, the entry needs it
        number = self.sudo().gov_identification
        return {
            "kind": "entry",
            "applicant_id": self.id,
            "candidate_name": self.partner_name,
            "candidate_identification_masked": number,
            "candidate_birthday": self.gov_birthday,
            "candidate_sex": self.gov_sex,
            "candidate_phone": (self.partner_phone or "").replace(" ", ""),
            "unit_id": self.gov_unit_id.id,
            "to_department_id": self.department_id.id,
            "to_job_id": self.job_id.id,
        }

    def action_open_gov_movements(self):
        """The entry made from this application."""
        return self.gov_movement_ids._open_all(self.env._("Entries"))
