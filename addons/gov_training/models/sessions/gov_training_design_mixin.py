"""What is taught, by whom, for whom and where: of a session, and of its series."""

from odoo import fields, models

ORGANISERS = [
    ("centre", "Government Service Office or Centre"),
    ("unit", "Functional Department"),
]


class GovTrainingDesignMixin(models.AbstractModel):
    """Fields that a series hands on to each of its sessions."""

    _name = "gov.training.design.mixin"
    _description = "Design of a Training"

    # what and how
    topic_ids = fields.Many2many("gov.training.topic", string="Topics")
    kind_id = fields.Many2one(
        "gov.training.kind", required=True, ondelete="restrict", tracking=True
    )
    form_id = fields.Many2one(
        "gov.training.form", required=True, ondelete="restrict", tracking=True
    )

    # by whom and for whom; 双向: the two sides are counted apart
    organiser_kind = fields.Selection(
        ORGANISERS, string="Organised By", default="centre", required=True
    )
    organiser_id = fields.Many2one("hr.department", string="Organising Site")
    organiser_unit_id = fields.Many2one(
        "res.partner",
        string="Organising Department",
        domain=[("is_gov_unit", "=", True)],
    )
    user_id = fields.Many2one(
        "res.users",
        string="Responsible",
        default=lambda self: self.env.user,
        domain=[("share", "=", False)],
        tracking=True,
    )
    trainer_ids = fields.Many2many("res.partner", string="Trainers")
    department_id = fields.Many2one(
        "hr.department",
        string="For Site",
        required=True,
        index=True,
        ondelete="restrict",
        tracking=True,
        help="People of this site and of everything below it are meant.",
    )
