"""Proposal of dismissal or other work (辞退、调离建议, S6-S9, D27): never automatic."""

from odoo import api, fields, models
from odoo.exceptions import UserError

BASES = [
    ("art36", "Art. 36: by agreement"),
    ("art39", "Art. 39: fault of the person"),
    ("art40", "Art. 40: without fault, with notice"),
]


class GovStaffMovement(models.Model):
    """Grounds as collected, legal questions answered, and a choice of three."""

    _inherit = "gov.staff.movement"

    outcome = fields.Selection(
        [
            ("leave", "Dismissal"),
            ("reassign", "Away from the Window"),
            ("keep", "Stays"),
        ],
        string="Proposed Choice",
    )
    ground_ids = fields.One2many(
        "gov.movement.ground", "movement_id", string="Grounds", copy=False
    )
    legal_ids = fields.One2many(
        "gov.movement.legal",
        "movement_id",
        string="Legal Check",
        copy=False,
        groups="gov_window_staff.group_hr_officer,gov_window_staff.group_leader",
        help="Answers tell of illness and pregnancy: for the office and leaders only.",
    )
    legal_basis = fields.Selection(
        BASES,
        string="Article Relied On",
        help="Article of the Labour Contract Law on which a dismissal rests.",
    )
    is_formal = fields.Boolean(
        string="Formal Staff", compute="_compute_is_formal", compute_sudo=True
    )
    annual_grades = fields.Text(
        string="Year Results",
        compute="_compute_annual_grades",
        compute_sudo=True,
        help="Shown on renewal, promotion and leaving forms (S14).",
    )
    person_refused_on = fields.Date(
        string="Refused by the Person On",
        readonly=True,
        copy=False,
        help="The person refused this reasonable change of work (S8).",
    )

    @api.model
    def _is_system(self, name):
        return name == "person_refused_on" or super()._is_system(name)

    @api.depends("kind", "employee_id")
    def _compute_is_formal(self):
        for movement in self:
            facts = movement._facts(self._today())
            movement.is_formal = facts.contract_type_id.gov_is_formal

    @api.depends("kind", "employee_id")
    def _compute_annual_grades(self):
        grades = self.employee_id._gov_annual_grades()
        for movement in self:
            lines = grades.get(movement.employee_id.id, [])
            movement.annual_grades = "\n".join(
                self.env._("%(year)s: %(grade)s", year=year, grade=grade)
                for year, grade in lines
            )

    # -- grounds and questions ---------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        movements = super().create(vals_list)
        movements._prepare_dismissals()
        return movements

    def write(self, vals):
        result = super().write(vals)
        if {"kind", "employee_id"} & set(vals):
            self._prepare_dismissals()
        return result

    def _prepare_dismissals(self):
        """Drafts of this kind carry the grounds of today and the legal questions."""
        dismissals = self.filtered(
            lambda m: m.kind == "dismiss" and m.state == "draft" and m.employee_id
        )
        dismissals._collect_grounds()
        # sudo: a site officer cannot read the legal check; only asks whether it exists
        self.env["gov.movement.legal"]._add_questions(
            dismissals.filtered(lambda m: not m.sudo().legal_ids)
        )

    def action_collect_grounds(self):
        """Copy the grounds once more, as they stand today."""
        self.check_access("write")
        self._refuse_closed()
        self._collect_grounds()

    def _collect_grounds(self):
        # sudo: the facts behind the grounds belong to several areas; what is copied
        # is shown to those who decide on this proposal
        found = self.sudo().employee_id._gov_dismissal_grounds(self._today())
        lines = self.env["gov.movement.ground"].sudo()._unprotected()
        for movement in self:
            old = movement.sudo().ground_ids.filtered(lambda g: g.code != "other")
            old._unprotected().unlink()
            lines.create(
                [
                    {"movement_id": movement.id, **ground}
                    for ground in found.get(movement.employee_id.id, [])
                ]
            )

    def _dismiss_problems(self):
        problems = super()._dismiss_problems()
        if not self.ground_ids:
            problems.append(
                self.env._("No ground is recorded: collect or enter the grounds.")
            )
        if self.outcome == "leave" and not self.is_formal:
            problems += self._legal_problems()
        return problems

    def _legal_problems(self):
        """D27: every question answered, and none that rules the dismissal out."""
        problems = []
        # sudo: whoever submits, the answers of the county office are checked
        lines = self.sudo().legal_ids
        if not self.legal_basis:
            problems.append(self.env._("Choose the article on which it rests."))
        unanswered = lines.filtered(lambda line: not line.answer)
        if unanswered:
            problems.append(
                self.env._(
                    "%(count)d legal questions have no answer; the county office "
                    "answers them.",
                    count=len(unanswered),
                )
            )
        for line in lines._forbids(self.legal_basis):
            problems.append(
                self.env._(
                    "%(article)s forbids it: %(question)s",
                    article=line.article,
                    question=line.question,
                )
            )
        return problems

    # -- advice ------------------------------------------------------------------

    def _advice(self):
        notes = super()._advice()
        if self.kind == "dismiss" and self.is_formal:
            notes.append(
                self.env._(
                    "Formal staff: the Labour Contract Law does not apply. A civil "
                    "servant is dismissed under the Civil Servants Law, institution "
                    "staff under the Regulations on Personnel of Public Institutions, "
                    "by the home unit; here the person can only be returned to it."
                )
            )
        moving = self.kind in ("transfer", "secondment")
        if moving and self._facts(self._today()).gov_is_backbone:
            notes.append(
                self.env._("Marked as backbone: to be kept when people are moved.")
            )
        return notes

    # -- refused by the person ---------------------------------------------------

    def action_person_refused(self):
        """Dialog: the person refuses this change of work."""
        return self._open_dialog("gov.transfer.refused", self.env._("Person Refuses"))

    def _person_refused(self, day, note):
        """The transfer ends here; the refusal is kept as a dated fact (S8)."""
        self.ensure_one()
        self._expect_office()
        self._take()
        self._expect("draft", "submitted", "approved")
        if self.kind != "transfer":
            raise UserError(self.env._("Only a transfer can be refused by the person."))
        if day > self._today():
            raise UserError(self.env._("The day lies in the future."))
        self._move(
            "refused",
            "refuse",
            self.env._("Refused by the person: %s", note),
            person_refused_on=day,
        )
