"""Register people for a national exam."""

from odoo import api, fields, models
from odoo.exceptions import UserError


class GovCertificationRegister(models.TransientModel):
    """Proposes those in service who may apply for their next level."""

    _name = "gov.certification.register"
    _description = "Register for a National Exam"

    exam_id = fields.Many2one(
        "gov.certification.exam", required=True, ondelete="cascade"
    )
    level_id = fields.Many2one(
        "gov.skill.level",
        string="Level Applied For",
        help="Blank: the next level of each person.",
    )
    department_id = fields.Many2one(
        "hr.department",
        string="Site and Below",
        domain=[("gov_level", "!=", False)],
    )
    only_eligible = fields.Boolean(string="Only Who May Apply", default=True)
    employee_ids = fields.Many2many(
        "hr.employee",
        "gov_certification_register_employee_rel",
        string="People",
        compute="_compute_employee_ids",
        store=True,
        readonly=False,
    )
    chosen_count = fields.Integer(
        string="To Be Registered", compute="_compute_chosen_count"
    )

    @api.depends("exam_id", "level_id", "department_id", "only_eligible")
    def _compute_employee_ids(self):
        for wizard in self:
            wizard.employee_ids = wizard._people()

    @api.depends("employee_ids")
    def _compute_chosen_count(self):
        for wizard in self:
            wizard.chosen_count = len(wizard.employee_ids)

    def _people(self):
        people = self.env["hr.employee"]._gov_in_service()
        if self.department_id:
            people = people.filtered_domain(
                [("department_id", "child_of", self.department_id.ids)]
            )
        lines = self.exam_id.registration_ids.filtered(lambda r: r.state != "withdrawn")
        people -= lines.employee_id
        results = people._gov_ladder_results(self.exam_id.date, self.level_id)
        levels = self.exam_id.level_ids
        wanted = {
            id_
            for id_, result in results.items()
            if (not levels or result.level_id in levels)
            and (not self.only_eligible or result.eligible == "yes")
        }
        return people.filtered(lambda person: person.id in wanted)

    def action_register(self):
        """Register them; what is open is shown on each registration."""
        self.ensure_one()
        if not self.employee_ids:
            raise UserError(
                self.env._("There is nobody to register in this selection.")
            )
        registrations = self.env["gov.certification.registration"]
        self.exam_id.check_access("write")
        registrations._enter(self.exam_id, self.employee_ids, self.level_id)
        return {"type": "ir.actions.act_window_close"}
