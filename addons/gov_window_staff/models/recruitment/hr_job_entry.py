"""Recruitment for a window post: announcement (招聘公告) and the seven steps."""

from odoo import api, fields, models
from odoo.exceptions import UserError

RECRUITERS = "hr_recruitment.group_hr_recruitment_interviewer,hr.group_hr_user"


class HrJob(models.Model):
    """Job whose applicants pass the seven steps of window recruitment."""

    _inherit = "hr.job"

    gov_announced_on = fields.Date(
        string="Announced On", groups=RECRUITERS, tracking=True, copy=False
    )
    gov_announcement_no = fields.Char(
        string="Announcement No.", groups=RECRUITERS, copy=False
    )
    gov_announcement_ids = fields.Many2many(
        "ir.attachment",
        string="Announcement",
        groups=RECRUITERS,
        copy=False,
    )
    gov_unit_id = fields.Many2one(
        "res.partner",
        string="Recruiting Unit",
        domain=[("is_gov_unit", "=", True)],
        groups=RECRUITERS,
        help="用人单位, 主管单位 or 属地政府 that recruits.",
    )

    def write(self, vals):
        if "gov_is_window_post" in vals:
            self._check_gov_no_applicants(bool(vals["gov_is_window_post"]))
        result = super().write(vals)
        if vals.get("gov_announced_on"):
            self._gov_announce()
        return result

    def _check_gov_no_applicants(self, is_window):
        changed = self.filtered(lambda job: job.gov_is_window_post != is_window)
        found = self.env["hr.applicant"].search_count(
            [("job_id", "in", changed.ids)], limit=1
        )
        if found:
            raise UserError(
                self.env._(
                    "This job has applications under way. Finish them before you "
                    "change its kind of recruitment."
                )
            )

    def _gov_announce(self):
        """Applicants who wait for the announcement go on to the registration."""
        waiting = self.env["gov.recruitment.step"].search(
            [
                ("job_id", "in", self.ids),
                ("step", "=", "notice"),
                ("result", "=", "pending"),
                ("applicant_id.active", "=", True),
            ]
        )
        for job, steps in waiting.grouped("job_id").items():
            steps._decide("pass", job.gov_announced_on, note=job.gov_announcement_no)

    def action_gov_announce(self):
        """The announcement is published today."""
        self.filtered(lambda job: not job.gov_announced_on).write(
            {"gov_announced_on": fields.Date.context_today(self)}
        )

    @api.constrains("gov_announced_on")
    def _check_gov_announced_on(self):
        today = fields.Date.context_today(self)
        if any(job.gov_announced_on and job.gov_announced_on > today for job in self):
            raise UserError(
                self.env._("The announcement's date cannot lie in the future.")
            )

    def _get_first_stage(self):
        """Odoo's mail gateway asks for it."""
        if self.gov_is_window_post:
            return self.env["hr.recruitment.stage"]._gov_stages()["notice"]
        return super()._get_first_stage()

    def _compute_new_application_count(self):
        result = super()._compute_new_application_count()
        windows = self.filtered("gov_is_window_post")
        counts = dict(
            self.env["hr.applicant"]._read_group(
                [
                    ("job_id", "in", windows.ids),
                    ("stage_id.gov_step", "in", ("notice", "application")),
                ],
                ["job_id"],
                ["__count"],
            )
        )
        for job in windows:
            job.new_application_count = counts.get(job, 0)
        return result

    def action_open_gov_applicants(self):
        """Applicants of this job by step."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "gov_window_staff.hr_applicant_gov_action"
        )
        action["domain"] = [("job_id", "in", self.ids)]
        action["context"] = {"default_job_id": self[:1].id, "gov_recruitment": True}
        return action
