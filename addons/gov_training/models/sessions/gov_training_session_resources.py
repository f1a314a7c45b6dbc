"""What a session needs: trainers, a link, materials, money."""

from urllib.parse import urlsplit

from odoo import api, fields, models
from odoo.exceptions import ValidationError

SCHEMES = ("http", "https")


class GovTrainingSession(models.Model):
    """Trainers, link, materials and cost of a session."""

    _inherit = "gov.training.session"

    trainer_count = fields.Integer(
        string="Number of Trainers", compute="_compute_trainer_count"
    )
    has_external_trainer = fields.Boolean(
        string="External Trainer", compute="_compute_trainer_count"
    )
    link = fields.Char(
        string="Meeting Link",
        help="For online training: where to join (http or https).",
    )
    material_ids = fields.Many2many(
        "ir.attachment",
        "gov_training_session_material_rel",
        string="Materials",
        bypass_search_access=True,
        copy=False,
    )
    material_note = fields.Text(
        string="Note on Materials", help="What to read beforehand, what to bring."
    )
    currency_id = fields.Many2one(
        "res.currency", compute="_compute_currency_id", compute_sudo=True
    )
    cost_planned = fields.Monetary(string="Planned Cost", tracking=True)
    cost_trainer = fields.Monetary(string="Trainers' Fees", copy=False)
    cost_other = fields.Monetary(
        string="Other Cost", copy=False, help="Venue, travel, printed matter."
    )
    cost_total = fields.Monetary(
        string="Cost", compute="_compute_cost_total", store=True
    )
    cost_per_head = fields.Monetary(
        string="Cost per Person Present",
        compute="_compute_cost_per_head",
        help="Cost divided by the people present.",
    )

    _costs_positive = models.Constraint(
        "CHECK(cost_planned >= 0 AND cost_trainer >= 0 AND cost_other >= 0)",
        "Cost cannot be negative.",
    )

    @api.depends("trainer_ids.gov_trainer_origin")
    def _compute_trainer_count(self):
        for session in self:
            trainers = session.trainer_ids
            session.trainer_count = len(trainers)
            origins = trainers.mapped("gov_trainer_origin")
            session.has_external_trainer = "external" in origins

    @api.depends("department_id")
    def _compute_currency_id(self):
        for session in self:
            company = session.department_id.company_id or self.env.company
            session.currency_id = company.currency_id

    @api.depends("cost_trainer", "cost_other")
    def _compute_cost_total(self):
        for session in self:
            session.cost_total = session.cost_trainer + session.cost_other

    @api.depends("cost_total", "attended_count")
    def _compute_cost_per_head(self):
        for session in self:
            heads = session.attended_count
            session.cost_per_head = session.cost_total / heads if heads else 0

    @api.constrains("link")
    def _check_link(self):
        for session in self.filtered("link"):
            parts = urlsplit(session.link.strip())
            if parts.scheme not in SCHEMES or not parts.netloc:
                raise ValidationError(
                    self.env._(
                        "“%s” is not a link that people can open. It begins with "
                        "https:// or http://.",
                        session.link,
                    )
                )
