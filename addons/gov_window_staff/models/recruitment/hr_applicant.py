"""Applicant for a window post: seven steps in order, ID number, entry (S3)."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.orm.models import NO_ACCESS

from ...rules import identity, recruitment

HR_OFFICER = "gov_window_staff.group_hr_officer"


class HrApplicant(models.Model):
    """Applicant; one for a window post moves only by the results of the steps."""

    _inherit = "hr.applicant"

    stage_id = fields.Many2one(
        domain="[('gov_step', '!=', False)] if gov_is_window else"
        " [('gov_step', '=', False), '|', ('job_ids', '=', False),"
        " ('job_ids', '=', job_id)]"
    )
    gov_is_window = fields.Boolean(
        string="For a Window Post", related="job_id.gov_is_window_post", store=True
    )
    gov_step_ids = fields.One2many(
        "gov.recruitment.step", "applicant_id", string="Steps", copy=False
    )
    gov_step = fields.Selection(related="stage_id.gov_step", string="Present Step")
    gov_notice_ids = fields.Many2many(
        "gov.public.notice",
        "gov_public_notice_hr_applicant_rel",
        string="Public Notices",
        groups=HR_OFFICER,
        copy=False,
    )
    gov_notice_count = fields.Integer(
        string="Number of Public Notices",
        compute="_compute_gov_notice_count",
        groups=HR_OFFICER,
    )
    gov_movement_ids = fields.One2many(
        "gov.staff.movement", "applicant_id", string="Entries", groups=HR_OFFICER
    )
    gov_movement_count = fields.Integer(
        string="Number of Entries",
        compute="_compute_gov_movement_count",
        groups=HR_OFFICER,
    )
    gov_is_through = fields.Boolean(
        string="All Steps Passed",
        compute="_compute_gov_is_through",
        search="_search_gov_is_through",
    )
    gov_identification = fields.Char(
        string="Full ID Number", groups=NO_ACCESS, copy=False
    )
    gov_identification_masked = fields.Char(
        string="ID Number",
        compute="_compute_gov_identity",
        inverse="_inverse_gov_identification_masked",
        groups=HR_OFFICER,
        compute_sudo=True,
    )
    gov_birthday = fields.Date(
        string="Birthday",
        compute="_compute_gov_identity",
        groups=HR_OFFICER,
        compute_sudo=True,
    )
    gov_sex = fields.Selection(
        [("male", "Male"), ("female", "Female")],
        string="Sex",
        compute="_compute_gov_identity",
        groups=HR_OFFICER,
        compute_sudo=True,
    )
    gov_unit_id = fields.Many2one(
        "res.partner",
        string="Unit",
        domain=[("is_gov_unit", "=", True)],
        compute="_compute_gov_unit_id",
        store=True,
        readonly=False,
    )

    _gov_identification_uniq = models.UniqueIndex(
        "(job_id, gov_identification) WHERE gov_identification IS NOT NULL AND active",
        "A person with this ID number has already applied for this job.",
    )

    # === COMPUTE METHODS === #

    @api.depends("gov_identification")
    def _compute_gov_identity(self):
        for applicant in self:
            number = applicant.gov_identification or ""
            valid = not identity.identity_problem(number)
            applicant.gov_identification_masked = identity.mask_number(number)
            applicant.gov_birthday = identity.birthday_of(number) if valid else False
            applicant.gov_sex = identity.sex_of(number) if valid else False

    def _inverse_gov_identification_masked(self):
        """A full number typed over the stars replaces the stored one."""
        for applicant in self:
            number = (applicant.gov_identification_masked or "").strip().upper()
            # sudo: who files applicants types the number but reads only its mask
            stored = applicant.sudo()
            known = stored.gov_identification or ""
            if number and number == identity.mask_number(known):
                continue
            applicant._gov_check_identification(number)
            stored.gov_identification = number or False

    @api.depends("gov_notice_ids.state")
    def _compute_gov_notice_count(self):
        for applicant in self:
            shown = applicant.gov_notice_ids.filtered(lambda n: n.state != "cancelled")
            applicant.gov_notice_count = len(shown)

    @api.depends("gov_movement_ids")
    def _compute_gov_movement_count(self):
        for applicant in self:
            applicant.gov_movement_count = len(applicant.gov_movement_ids)

    @api.depends("job_id")
    def _compute_gov_unit_id(self):
        for applicant in self:
            # sudo: the unit of the job is no secret, only its field is for recruiters
            applicant.gov_unit_id = applicant.job_id.sudo().gov_unit_id

    @api.depends("gov_step_ids.result")
    def _compute_gov_is_through(self):
        for applicant in self:
            results = applicant._gov_results()
            applicant.gov_is_through = bool(results) and not recruitment.current_step(
                results
            )

    def _search_gov_is_through(self, operator, value):
        if operator not in ("in", "not in"):
            return NotImplemented
        last = self.env["gov.recruitment.step"]._search(
            [("step", "=", "publicity"), ("result", "=", "pass")]
        )
        positive = (operator == "in") == (True in value)
        return [
            ("gov_step_ids", "any" if positive else "not any", [("id", "in", last)])
        ]

    @api.depends("job_id")
    def _compute_stage(self):
        windows = self.filtered("job_id.gov_is_window_post")
        result = super(HrApplicant, self - windows)._compute_stage()
        stages = self.env["hr.recruitment.stage"]._gov_stages()
        for applicant in windows:
            if not applicant.stage_id.gov_step:
                applicant.stage_id = stages["notice"]
        return result

    @api.model
    def _read_group_stage_ids(self, stages, domain):
        """Columns of the board: the seven steps for window posts, else Odoo's own."""
        job = self.env["hr.job"].browse(self.env.context.get("default_job_id"))
        # sudo: as in Odoo's own method; the steps are settings, no data of people
        steps = stages.sudo().search([("gov_step", "!=", False)])
        if self.env.context.get("gov_recruitment") or job.gov_is_window_post:
            return stages.browse((stages | steps).sorted("sequence").ids)
        found = super()._read_group_stage_ids(stages, domain)
        return found - (steps - stages)

    @api.model
    def get_empty_list_help(self, help_message):
        """Odoo's own sentence replaces any; ours says what to do next."""
        found = super().get_empty_list_help(help_message)
        return help_message if self.env.context.get("gov_recruitment") else found

    # === CONSTRAINTS === #

    def _gov_check_identification(self, number):
        problem = number and identity.identity_problem(
            number, fields.Date.context_today(self)
        )
        if problem:
            texts = {
                "shape": self.env._(
                    "An ID number has 18 characters: 17 digits and a digit or X."
                ),
                "birthday": self.env._("The birthday inside the ID number is no date."),
                "checksum": self.env._(
                    "The last character of the ID number does not "
                    "fit: please check the digits."
                ),
            }
            raise ValidationError(texts[problem])

    @api.constrains("gov_identification")
    def _check_gov_identification(self):
        # sudo: the stored number is readable by few, its shape is checked for all
        for applicant in self.sudo():
            applicant._gov_check_identification(applicant.gov_identification or "")
