"""Goals and milestones of a mentoring agreement (培养目标、阶段任务)."""

from odoo import api, fields, models
from odoo.exceptions import UserError

KINDS = [("goal", "Goal"), ("milestone", "Milestone")]
STATES = [("open", "Under Way"), ("reached", "Reached"), ("missed", "Not Reached")]
RESULT = {"state", "note", "done_on"}


class GovMentorshipGoal(models.Model):
    """Agreed while the agreement is a draft, judged while it runs."""

    _name = "gov.mentorship.goal"
    _description = "Goal or Milestone of an Agreement"
    _order = "date, sequence, id"

    mentorship_id = fields.Many2one(
        "gov.mentorship", required=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(KINDS, default="goal", required=True)
    sequence = fields.Integer(default=10)
    name = fields.Char(string="Content", required=True)
    measure = fields.Char(string="How to Tell", help="What shows that it is reached.")
    date = fields.Date(string="Due On")
    state = fields.Selection(
        STATES, string="Progress", default="open", required=True, copy=False
    )
    done_on = fields.Date(string="Judged On", copy=False, readonly=True)
    note = fields.Char(string="Remark", copy=False)
    is_late = fields.Boolean(compute="_compute_is_late")

    @api.depends("date", "state")
    def _compute_is_late(self):
        today = fields.Date.context_today(self)
        for step in self:
            step.is_late = bool(
                step.state == "open" and step.date and step.date < today
            )

    @api.constrains("date", "mentorship_id")
    def _check_date(self):
        for step in self.filtered("date"):
            pair = step.mentorship_id
            if not pair.date_from <= step.date <= pair.date_to:
                raise UserError(self.env._("“%s” is due outside the term.", step.name))

    @api.model_create_multi
    def create(self, vals_list):
        steps = super().create(
            [{**vals, "state": "open", "done_on": False} for vals in vals_list]
        )
        steps.mentorship_id._check_state(("draft",))
        return steps

    def write(self, vals):
        own = RESULT if set(vals) <= RESULT else set()
        self.mentorship_id._check_state(("active",) if own else ("draft",))
        if "state" in vals:
            judged = vals["state"] != "open"
            today = fields.Date.context_today(self)
            vals = {**vals, "done_on": today if judged else False}
        else:
            vals = {name: value for name, value in vals.items() if name != "done_on"}
        result = super().write(vals)
        if "mentorship_id" in vals:
            self.mentorship_id._check_state(("draft",))
            self.check_access("write")
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_only_of_drafts(self):
        self.mentorship_id._check_state(("draft",))

    def action_reached(self):
        """Reached (已达成)."""
        self.write({"state": "reached"})

    def action_missed(self):
        """Not reached (未达成)."""
        self.write({"state": "missed"})
