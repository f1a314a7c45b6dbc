"""Where a session comes from: a line of the yearly plan."""

from odoo import api, fields, models
from odoo.exceptions import ValidationError


class GovTrainingSession(models.Model):
    """Session of a plan."""

    _inherit = "gov.training.session"

    plan_line_id = fields.Many2one(
        "gov.training.plan.line",
        string="Planned As",
        index="btree_not_null",
        ondelete="restrict",
        tracking=True,
    )
    plan_id = fields.Many2one(
        related="plan_line_id.plan_id", string="Plan", store=True, index=True
    )

    @api.constrains("plan_line_id", "department_id")
    def _check_plan(self):
        # sudo: the plan of a site above may be one that the user does not see
        for session in self.sudo().filtered("plan_line_id"):
            site = session.plan_line_id.plan_id.department_id
            if site not in session.department_id._gov_line_above():
                raise ValidationError(
                    self.env._(
                        "“%(plan)s” is the plan of another site than that of "
                        "“%(session)s”.",
                        plan=session.plan_line_id.plan_id.name,
                        session=session.name,
                    )
                )
