"""Trainers (师资): own staff and lecturers from outside (外聘讲师, 道德模范)."""

from odoo import api, fields, models

ORIGINS = [("own", "Own Staff"), ("external", "From Outside")]
TRAINED = ("ongoing", "done")


class ResPartner(models.Model):
    """Contact who teaches."""

    _inherit = "res.partner"

    gov_is_trainer = fields.Boolean(string="Trainer", index="btree_not_null")
    gov_trainer_origin = fields.Selection(
        ORIGINS,
        string="Comes From",
        compute="_compute_gov_trainer_origin",
        search="_search_gov_trainer_origin",
    )
    gov_trainer_topic_ids = fields.Many2many(
        "gov.training.topic", "gov_trainer_topic_rel", string="Teaches"
    )
    gov_trainer_note = fields.Text(
        string="Qualification",
        groups="gov_window_staff.group_site_officer",
        help="Title, experience, what the lecturer is known for.",
    )
    gov_session_count = fields.Integer(
        string="Sessions Taught", compute="_compute_gov_teaching"
    )
    gov_teaching_hours = fields.Float(
        string="Hours Taught", compute="_compute_gov_teaching", digits=(8, 1)
    )
    gov_trainer_score = fields.Float(
        string="Satisfaction",
        compute="_compute_gov_teaching",
        digits=(3, 2),
        help="Average feedback on the sessions taught, 1 to 5.",
    )

    @api.depends("employee_ids", "user_ids")
    def _compute_gov_trainer_origin(self):
        # sudo: whether somebody is a colleague is no secret; nothing else is read
        for partner in self.sudo():
            own = partner.employee_ids or partner.user_ids.employee_ids
            partner.gov_trainer_origin = "own" if own else "external"

    def _search_gov_trainer_origin(self, operator, value):
        if operator not in ("in", "not in"):
            return NotImplemented
        # sudo: as above
        people = self.env["hr.employee"].sudo().search_fetch([], ["work_contact_id"])
        own = (people.work_contact_id | people.user_id.partner_id).ids
        wanted = {origin for origin in value if origin}
        if operator == "not in":
            wanted = {"own", "external"} - wanted
        if wanted == {"own"}:
            return [("id", "in", own)]
        if wanted == {"external"}:
            return [("id", "not in", own)]
        return [("id", "!=" if wanted else "=", False)]

    def _compute_gov_teaching(self):
        # sudo: figures of the trainer over all sites, no names
        groups = (
            self.env["gov.training.session"]
            .sudo()
            ._read_group(
                [("trainer_ids", "in", self.ids), ("state", "in", TRAINED)],
                ["trainer_ids"],
                ["__count", "hours:sum"],
            )
        )
        scores = (
            self.env["gov.training.session"]
            .sudo()
            ._read_group(
                [("trainer_ids", "in", self.ids), ("feedback_count", ">", 0)],
                ["trainer_ids"],
                ["feedback_score:avg"],
            )
        )
        totals = {partner.id: figures for partner, *figures in groups}
        averages = {partner.id: score for partner, score in scores}
        for partner in self:
            count, hours = totals.get(partner.id, (0, 0))
            partner.gov_session_count = count
            partner.gov_teaching_hours = hours
            partner.gov_trainer_score = averages.get(partner.id, 0)

    def action_open_gov_sessions(self):
        """Sessions that this trainer taught or is to teach."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "gov.training.session",
            "view_mode": "list,kanban,calendar,form",
            "domain": [("trainer_ids", "in", self.ids)],
            "context": {"default_trainer_ids": self.ids},
            "name": self.env._("Sessions of %s", self.name),
        }
