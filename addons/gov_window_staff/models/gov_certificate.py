"""Certificates of skill levels (职业技能等级证书)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..rules.allowance import Certificate

STATES = [("draft", "To Verify"), ("verified", "Verified"), ("void", "Void")]


class GovCertificate(models.Model):
    """A certificate; it counts for pay only once an officer verified it (D18)."""

    _name = "gov.certificate"
    _description = "Skill Certificate"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "issue_date desc, id desc"
    _rec_name = "number"

    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
    )
    level_id = fields.Many2one(
        "gov.skill.level", required=True, ondelete="restrict", tracking=True
    )
    number = fields.Char(string="Certificate No.", required=True, tracking=True)
    issue_date = fields.Date(string="Issued On", required=True, tracking=True)
    issuer = fields.Char(string="Issued By")
    scan = fields.Binary(attachment=True)
    scan_name = fields.Char()
    verify_date = fields.Date(string="Verified On", tracking=True, copy=False)
    verifier_id = fields.Many2one(
        "res.users", string="Verified By", readonly=True, copy=False
    )
    void_reason = fields.Char(tracking=True, copy=False)
    state = fields.Selection(
        STATES, compute="_compute_state", store=True, tracking=True, index=True
    )
    department_id = fields.Many2one(
        related="employee_id.department_id", string="Site", store=False
    )

    _number_uniq = models.Constraint(
        "UNIQUE(number)", "A certificate with this number is already recorded."
    )

    @api.depends("verify_date", "void_reason")
    def _compute_state(self):
        for certificate in self:
            if certificate.void_reason:
                certificate.state = "void"
            else:
                certificate.state = "verified" if certificate.verify_date else "draft"

    def action_verify(self):
        """Record that the number was found in the national registry today."""
        waiting = self.filtered(lambda c: c.state == "draft")
        if not waiting:
            raise UserError(self.env._("There is nothing to verify in the selection."))
        waiting.write(
            {
                "verify_date": fields.Date.context_today(self),
                "verifier_id": self.env.user.id,
            }
        )

    @api.model
    def _to_rules(self, employees):
        """Certificates as the rules read them: {employee id: tuple of Certificate}."""
        found = {}
        for certificate in self.search(
            [("employee_id", "in", employees.ids), ("state", "!=", "void")]
        ):
            found.setdefault(certificate.employee_id.id, []).append(
                Certificate(
                    rank=certificate.level_id.rank,
                    issued=certificate.issue_date,
                    verified=certificate.verify_date or None,
                    number=certificate.number,
                )
            )
        return {person: tuple(found[person]) for person in found}
